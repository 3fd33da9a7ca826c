CREATE TABLE `organisation_versions` (
	`organisation_id` text NOT NULL,
	`version` integer NOT NULL,
	`name` text NOT NULL,
	`premises` text NOT NULL,
	`changed_by` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `version`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
ALTER TABLE `organisations` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `organisations` ADD `once` text;--> statement-breakpoint
CREATE UNIQUE INDEX `organisations_once_unique` ON `organisations` (`once`);--> statement-breakpoint
INSERT INTO `organisation_versions` (`organisation_id`, `version`, `name`, `premises`, `changed_by`, `created_at`)
SELECT o.`id`, 1, o.`name`, o.`premises`, coalesce((SELECT m.`account_id` FROM `memberships` m WHERE m.`organisation_id` = o.`id` AND m.`role` = 'owner' ORDER BY m.`created_at` LIMIT 1), ''), o.`created_at` FROM `organisations` o;
