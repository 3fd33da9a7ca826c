DROP INDEX `case_codes_case`;--> statement-breakpoint
CREATE INDEX `case_codes_expires` ON `case_codes` (`expires_at`);--> statement-breakpoint
CREATE INDEX `case_codes_case` ON `case_codes` (`case_id`,`expires_at`);--> statement-breakpoint
DROP INDEX `demo_mail_at`;--> statement-breakpoint
CREATE INDEX `demo_mail_at` ON `demo_mail` (`at`,`id`);--> statement-breakpoint
DROP INDEX `drafts_subject`;--> statement-breakpoint
CREATE INDEX `drafts_subject` ON `drafts` (`subject_kind`,`subject_id`,`state`,`updated_at`);--> statement-breakpoint
DROP INDEX `invitations_email`;--> statement-breakpoint
CREATE INDEX `invitations_email` ON `invitations` (`email`,`state`,`created_at`);--> statement-breakpoint
DROP INDEX `kept_pages_visit`;--> statement-breakpoint
CREATE INDEX `kept_pages_visit` ON `kept_pages` (`visit_id`,`id`);--> statement-breakpoint
DROP INDEX `letters_state`;--> statement-breakpoint
CREATE INDEX `letters_printed` ON `letters` (`state`,`printed_at`,`id`);--> statement-breakpoint
CREATE INDEX `letters_client` ON `letters` (`client_id`);--> statement-breakpoint
CREATE INDEX `letters_state` ON `letters` (`state`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `account_tokens_expires` ON `account_tokens` (`expires_at`);--> statement-breakpoint
CREATE INDEX `case_grants_expires` ON `case_grants` (`expires_at`);--> statement-breakpoint
CREATE INDEX `cases_own_of_state` ON `cases` (`subject_kind`,`subject_id`,`state`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `handovers_visit` ON `handovers` (`visit_id`,`way`,`state`);--> statement-breakpoint
CREATE INDEX `handovers_expires` ON `handovers` (`expires_at`);--> statement-breakpoint
CREATE INDEX `parked_requests_guest` ON `parked_requests` (`guest_id`,`expires_at`);--> statement-breakpoint
CREATE INDEX `parked_requests_expires` ON `parked_requests` (`expires_at`);--> statement-breakpoint
CREATE INDEX `visits_code` ON `visits` (`code`,`open_key`);--> statement-breakpoint
CREATE INDEX `visits_ended` ON `visits` (`ended_at`);