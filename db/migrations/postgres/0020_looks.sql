ALTER TABLE "visits" ADD COLUMN "large_text" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "visits" ADD COLUMN "high_contrast" boolean DEFAULT false NOT NULL;