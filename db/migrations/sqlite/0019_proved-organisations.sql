CREATE TABLE `organisation_codes` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`code_hash` text NOT NULL,
	`letter_id` text NOT NULL,
	`registered` text NOT NULL,
	`asked_by` text NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`end_reason` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `organisation_codes_organisation` ON `organisation_codes` (`organisation_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `organisation_codes_asked_by` ON `organisation_codes` (`asked_by`,`created_at`);--> statement-breakpoint
CREATE INDEX `organisation_codes_expires` ON `organisation_codes` (`expires_at`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_letters` (
	`id` text PRIMARY KEY NOT NULL,
	`client_id` text,
	`organisation_id` text,
	`recipient` text,
	`reference` text NOT NULL,
	`template` text NOT NULL,
	`values` text NOT NULL,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	`printed_at` integer
);
--> statement-breakpoint
INSERT INTO `__new_letters`("id", "client_id", "organisation_id", "recipient", "reference", "template", "values", "state", "created_at", "printed_at") SELECT "id", "client_id", NULL, NULL, "reference", "template", "values", "state", "created_at", "printed_at" FROM `letters`;--> statement-breakpoint
DROP TABLE `letters`;--> statement-breakpoint
ALTER TABLE `__new_letters` RENAME TO `letters`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `letters_state` ON `letters` (`state`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `letters_printed` ON `letters` (`state`,`printed_at`,`id`);--> statement-breakpoint
CREATE INDEX `letters_client` ON `letters` (`client_id`);--> statement-breakpoint
ALTER TABLE `organisations` ADD `proved_at` integer;--> statement-breakpoint
ALTER TABLE `organisations` ADD `proved_by` text;--> statement-breakpoint
ALTER TABLE `organisations` ADD `registered` text;