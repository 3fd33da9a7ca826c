DROP INDEX `outbox_done`;--> statement-breakpoint
CREATE INDEX `outbox_done` ON `outbox` (`done_at`) WHERE "outbox"."done_at" is not null;