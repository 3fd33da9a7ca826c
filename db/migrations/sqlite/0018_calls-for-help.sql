ALTER TABLE `visits` ADD `waits_since` integer;--> statement-breakpoint
ALTER TABLE `visits` ADD `coming_id` text;--> statement-breakpoint
ALTER TABLE `visits` ADD `coming_name` text;