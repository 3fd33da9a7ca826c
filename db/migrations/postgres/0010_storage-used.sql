CREATE TABLE "storage_used" (
	"kind" text PRIMARY KEY NOT NULL,
	"bytes" bigint NOT NULL
);
--> statement-breakpoint
INSERT INTO "storage_used" SELECT 'uploads', coalesce(sum("bytes"), 0) FROM "uploads";
