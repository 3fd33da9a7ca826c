CREATE TABLE `account_tokens` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`purpose` text NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `account_tokens_account` ON `account_tokens` (`account_id`);--> statement-breakpoint
CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`password_hash` text NOT NULL,
	`role` text DEFAULT 'resident' NOT NULL,
	`locale` text DEFAULT 'en' NOT NULL,
	`verified_at` integer,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_email_unique` ON `accounts` (`email`);--> statement-breakpoint
CREATE TABLE `addresses` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`uprn` text,
	`lines` text NOT NULL,
	`town` text NOT NULL,
	`postcode` text NOT NULL,
	`sort` text NOT NULL,
	`street_id` text NOT NULL,
	`lat` real,
	`lon` real,
	`ward_code` text,
	`round_id` text,
	FOREIGN KEY (`street_id`) REFERENCES `streets`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ward_code`) REFERENCES `wards`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`round_id`) REFERENCES `collection_rounds`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `addresses_key_unique` ON `addresses` (`key`);--> statement-breakpoint
CREATE INDEX `addresses_postcode` ON `addresses` (`postcode`);--> statement-breakpoint
CREATE INDEX `addresses_street` ON `addresses` (`street_id`);--> statement-breakpoint
CREATE TABLE `audit_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text NOT NULL,
	`channel` text NOT NULL,
	`helper_id` text,
	`number` integer NOT NULL,
	`at` integer NOT NULL,
	`action` text NOT NULL,
	`record_kind` text NOT NULL,
	`record_id` text NOT NULL,
	`detail` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `audit_entries_number` ON `audit_entries` (`subject_kind`,`subject_id`,`number`);--> statement-breakpoint
CREATE INDEX `audit_entries_record` ON `audit_entries` (`record_kind`,`record_id`);--> statement-breakpoint
CREATE TABLE `audit_heads` (
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`number` integer NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`subject_kind`, `subject_id`)
);
--> statement-breakpoint
CREATE TABLE `bills` (
	`id` text PRIMARY KEY NOT NULL,
	`register` text NOT NULL,
	`reference` text NOT NULL,
	`match` text,
	`due_pence` integer NOT NULL,
	`paid_pence` integer DEFAULT 0 NOT NULL,
	`description` text NOT NULL,
	`issued_on` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `bills_reference` ON `bills` (`register`,`reference`);--> statement-breakpoint
CREATE TABLE `bookings` (
	`id` text PRIMARY KEY NOT NULL,
	`slot_id` text NOT NULL,
	`draft_id` text NOT NULL,
	`case_id` text,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text NOT NULL,
	`channel` text NOT NULL,
	`helper_id` text,
	`state` text NOT NULL,
	`live_key` text,
	`held_until` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`slot_id`) REFERENCES `slots`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `bookings_live_key_unique` ON `bookings` (`live_key`);--> statement-breakpoint
CREATE INDEX `bookings_case` ON `bookings` (`case_id`);--> statement-breakpoint
CREATE INDEX `bookings_held` ON `bookings` (`state`,`held_until`);--> statement-breakpoint
CREATE TABLE `case_codes` (
	`id` text PRIMARY KEY NOT NULL,
	`code_hash` text NOT NULL,
	`case_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	`tries` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `case_codes_case` ON `case_codes` (`case_id`);--> statement-breakpoint
CREATE TABLE `case_events` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`number` integer NOT NULL,
	`kind` text NOT NULL,
	`state` text,
	`note` text,
	`detail` text,
	`by_kind` text NOT NULL,
	`by_id` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `case_events_number` ON `case_events` (`case_id`,`number`);--> statement-breakpoint
CREATE TABLE `case_grants` (
	`guest_id` text NOT NULL,
	`case_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	PRIMARY KEY(`guest_id`, `case_id`),
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `cases` (
	`id` text PRIMARY KEY NOT NULL,
	`reference` text NOT NULL,
	`draft_id` text NOT NULL,
	`service_id` text NOT NULL,
	`version` integer NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text NOT NULL,
	`channel` text NOT NULL,
	`helper_id` text,
	`locale` text NOT NULL,
	`contact_name` text,
	`contact_email` text,
	`answers` text NOT NULL,
	`state` text NOT NULL,
	`outcome` text,
	`team` text NOT NULL,
	`target_date` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `cases_reference_unique` ON `cases` (`reference`);--> statement-breakpoint
CREATE UNIQUE INDEX `cases_draft_id_unique` ON `cases` (`draft_id`);--> statement-breakpoint
CREATE INDEX `cases_subject` ON `cases` (`subject_kind`,`subject_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `cases_state` ON `cases` (`state`,`created_at`);--> statement-breakpoint
CREATE TABLE `clients` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`address` text NOT NULL,
	`locale` text NOT NULL,
	`taken_by` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `collection_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text,
	`bin` text,
	`normal_date` text NOT NULL,
	`revised_date` text,
	`reason` text NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `collection_rounds`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `collection_changes_normal` ON `collection_changes` (`normal_date`);--> statement-breakpoint
CREATE TABLE `collection_rounds` (
	`id` text PRIMARY KEY NOT NULL,
	`weekday` integer NOT NULL,
	`bins` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `councillors` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`ward_code` text NOT NULL,
	`email` text NOT NULL,
	`phone` text,
	`surgery` text
);
--> statement-breakpoint
CREATE INDEX `councillors_ward` ON `councillors` (`ward_code`);--> statement-breakpoint
CREATE TABLE `demo_mail` (
	`id` text PRIMARY KEY NOT NULL,
	`to` text NOT NULL,
	`subject` text NOT NULL,
	`text` text NOT NULL,
	`html` text NOT NULL,
	`locale` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `demo_mail_at` ON `demo_mail` (`at`);--> statement-breakpoint
CREATE TABLE `demo_payments` (
	`id` text PRIMARY KEY NOT NULL,
	`amount_pence` integer NOT NULL,
	`reference` text NOT NULL,
	`return_url` text NOT NULL,
	`locale` text NOT NULL,
	`state` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`service_id` text NOT NULL,
	`version` integer NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text NOT NULL,
	`channel` text NOT NULL,
	`helper_id` text,
	`answers` text NOT NULL,
	`typed` text NOT NULL,
	`edits` text NOT NULL,
	`state` text DEFAULT 'open' NOT NULL,
	`open_key` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `drafts_open_key_unique` ON `drafts` (`open_key`);--> statement-breakpoint
CREATE INDEX `drafts_subject` ON `drafts` (`subject_kind`,`subject_id`,`state`);--> statement-breakpoint
CREATE INDEX `drafts_updated` ON `drafts` (`state`,`updated_at`);--> statement-breakpoint
CREATE TABLE `facts` (
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`key` text NOT NULL,
	`value` text NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`subject_kind`, `subject_id`, `key`)
);
--> statement-breakpoint
CREATE TABLE `floor_pins` (
	`account_id` text NOT NULL,
	`site` text NOT NULL,
	`pin_hash` text NOT NULL,
	PRIMARY KEY(`account_id`, `site`)
);
--> statement-breakpoint
CREATE TABLE `floor_shifts` (
	`session_id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`site` text NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `handovers` (
	`id` text PRIMARY KEY NOT NULL,
	`way` text NOT NULL,
	`token_hash` text NOT NULL,
	`visit_id` text NOT NULL,
	`draft_id` text NOT NULL,
	`service_id` text NOT NULL,
	`holder_id` text NOT NULL,
	`taker_kind` text,
	`taker_id` text,
	`number` text,
	`kiosk_said_yes` integer NOT NULL,
	`phone_said_yes` integer NOT NULL,
	`state` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `handovers_token_hash_unique` ON `handovers` (`token_hash`);--> statement-breakpoint
CREATE TABLE `help_drafts` (
	`help_id` text NOT NULL,
	`draft_id` text NOT NULL,
	PRIMARY KEY(`help_id`, `draft_id`)
);
--> statement-breakpoint
CREATE INDEX `help_drafts_draft` ON `help_drafts` (`draft_id`);--> statement-breakpoint
CREATE TABLE `helps` (
	`id` text PRIMARY KEY NOT NULL,
	`visit_id` text NOT NULL,
	`open_key` text,
	`kiosk` text NOT NULL,
	`site` text NOT NULL,
	`helper_id` text NOT NULL,
	`helper_name` text NOT NULL,
	`state` text NOT NULL,
	`consent_locale` text,
	`consent_at` integer,
	`ended_at` integer,
	`ended_by` text,
	`kind` text,
	`alone_next_time` integer,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `helps_open_key_unique` ON `helps` (`open_key`);--> statement-breakpoint
CREATE INDEX `helps_helper` ON `helps` (`helper_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`email` text NOT NULL,
	`role` text NOT NULL,
	`token_hash` text NOT NULL,
	`invited_by` text NOT NULL,
	`locale` text NOT NULL,
	`expires_at` integer NOT NULL,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_token_hash_unique` ON `invitations` (`token_hash`);--> statement-breakpoint
CREATE INDEX `invitations_organisation` ON `invitations` (`organisation_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `kiosks` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`site` text NOT NULL,
	`code_hash` text,
	`code_expires_at` integer,
	`token_hash` text,
	`enrolled_at` integer,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `kiosks_code_hash_unique` ON `kiosks` (`code_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `kiosks_token_hash_unique` ON `kiosks` (`token_hash`);--> statement-breakpoint
CREATE INDEX `kiosks_site` ON `kiosks` (`site`);--> statement-breakpoint
CREATE TABLE `letters` (
	`id` text PRIMARY KEY NOT NULL,
	`client_id` text NOT NULL,
	`reference` text NOT NULL,
	`template` text NOT NULL,
	`values` text NOT NULL,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	`printed_at` integer
);
--> statement-breakpoint
CREATE INDEX `letters_state` ON `letters` (`state`,`created_at`);--> statement-breakpoint
CREATE TABLE `libraries` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`lines` text NOT NULL,
	`town` text NOT NULL,
	`postcode` text NOT NULL,
	`lat` real,
	`lon` real,
	`phone` text,
	`email` text,
	`hours` text NOT NULL,
	`facilities` text NOT NULL,
	`closures` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `memberships` (
	`organisation_id` text NOT NULL,
	`account_id` text NOT NULL,
	`role` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `account_id`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `memberships_account` ON `memberships` (`account_id`);--> statement-breakpoint
CREATE TABLE `meta` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `notices` (
	`id` text PRIMARY KEY NOT NULL,
	`from_date` text NOT NULL,
	`until_date` text NOT NULL,
	`kind` text NOT NULL,
	`texts` text NOT NULL,
	`ward_code` text,
	`round_id` text,
	`library_id` text
);
--> statement-breakpoint
CREATE INDEX `notices_dates` ON `notices` (`from_date`,`until_date`);--> statement-breakpoint
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
CREATE TABLE `organisations` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`number` text,
	`premises` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text NOT NULL,
	`channel` text NOT NULL,
	`helper_id` text,
	`payload` text NOT NULL,
	`state` text DEFAULT 'waiting' NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`due_at` integer NOT NULL,
	`error` text,
	`created_at` integer NOT NULL,
	`done_at` integer
);
--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`state`,`due_at`);--> statement-breakpoint
CREATE TABLE `parked_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`guest_id` text NOT NULL,
	`path` text NOT NULL,
	`fields` text NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `payments` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text NOT NULL,
	`channel` text NOT NULL,
	`helper_id` text,
	`amount_pence` integer NOT NULL,
	`state` text NOT NULL,
	`provider` text NOT NULL,
	`provider_id` text,
	`next_url` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `payments_provider_id_unique` ON `payments` (`provider_id`);--> statement-breakpoint
CREATE INDEX `payments_case` ON `payments` (`case_id`);--> statement-breakpoint
CREATE INDEX `payments_state` ON `payments` (`state`,`updated_at`);--> statement-breakpoint
CREATE TABLE `postcodes` (
	`postcode` text PRIMARY KEY NOT NULL,
	`lat` real,
	`lon` real,
	`ward_code` text,
	FOREIGN KEY (`ward_code`) REFERENCES `wards`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `resources` (
	`id` text PRIMARY KEY NOT NULL,
	`place` text,
	`address` text,
	`unit` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `service_settings` (
	`service_id` text PRIMARY KEY NOT NULL,
	`settings` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`guest_id` text NOT NULL,
	`account_id` text,
	`visit_id` text,
	`created_at` integer NOT NULL,
	`seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `sessions_account` ON `sessions` (`account_id`);--> statement-breakpoint
CREATE INDEX `sessions_visit` ON `sessions` (`visit_id`);--> statement-breakpoint
CREATE INDEX `sessions_expires` ON `sessions` (`expires_at`);--> statement-breakpoint
CREATE TABLE `slots` (
	`id` text PRIMARY KEY NOT NULL,
	`resource_id` text NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`capacity` integer NOT NULL,
	`taken` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`resource_id`) REFERENCES `resources`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `slots_start` ON `slots` (`resource_id`,`starts_at`);--> statement-breakpoint
CREATE TABLE `streets` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`name` text NOT NULL,
	`locality` text NOT NULL,
	`search` text NOT NULL,
	`ward_code` text,
	`lat` real,
	`lon` real,
	FOREIGN KEY (`ward_code`) REFERENCES `wards`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `streets_key_unique` ON `streets` (`key`);--> statement-breakpoint
CREATE TABLE `uploads` (
	`id` text PRIMARY KEY NOT NULL,
	`draft_id` text NOT NULL,
	`question_id` text NOT NULL,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`bytes` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `uploads_draft` ON `uploads` (`draft_id`);--> statement-breakpoint
CREATE TABLE `visits` (
	`id` text PRIMARY KEY NOT NULL,
	`kiosk_id` text NOT NULL,
	`open_key` text,
	`guest_id` text NOT NULL,
	`code` text NOT NULL,
	`started_at` integer NOT NULL,
	`touched_at` integer NOT NULL,
	`ended_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `visits_open_key_unique` ON `visits` (`open_key`);--> statement-breakpoint
CREATE INDEX `visits_kiosk` ON `visits` (`kiosk_id`,`started_at`);--> statement-breakpoint
CREATE TABLE `wards` (
	`code` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`shape` text NOT NULL
);
