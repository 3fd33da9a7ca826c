ALTER TABLE `uploads` ADD `small_width` integer;--> statement-breakpoint
ALTER TABLE `uploads` ADD `small_height` integer;