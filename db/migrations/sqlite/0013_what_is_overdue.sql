CREATE INDEX `accounts_unconfirmed` ON `accounts` (`created_at`) WHERE "accounts"."verified_at" is null;--> statement-breakpoint
CREATE INDEX `floor_shifts_expires` ON `floor_shifts` (`expires_at`);--> statement-breakpoint
CREATE INDEX `outbox_done` ON `outbox` (`state`,`done_at`);