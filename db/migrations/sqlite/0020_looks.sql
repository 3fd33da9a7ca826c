ALTER TABLE `visits` ADD `large_text` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `visits` ADD `high_contrast` integer DEFAULT false NOT NULL;