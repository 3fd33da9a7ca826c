ALTER TABLE "visits" ADD COLUMN "waits_since" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "visits" ADD COLUMN "coming_id" text;--> statement-breakpoint
ALTER TABLE "visits" ADD COLUMN "coming_name" text;