ALTER TABLE "uploads" ADD COLUMN "small_width" bigint;--> statement-breakpoint
ALTER TABLE "uploads" ADD COLUMN "small_height" bigint;