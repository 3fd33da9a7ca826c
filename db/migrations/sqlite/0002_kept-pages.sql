CREATE TABLE `kept_pages` (
	`id` text PRIMARY KEY NOT NULL,
	`visit_id` text NOT NULL,
	`session_id` text,
	`status` integer NOT NULL,
	`html` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `kept_pages_visit` ON `kept_pages` (`visit_id`);