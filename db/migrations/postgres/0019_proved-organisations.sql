CREATE TABLE "organisation_codes" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"code_hash" text NOT NULL,
	"letter_id" text NOT NULL,
	"registered" jsonb NOT NULL,
	"asked_by" text NOT NULL,
	"tries" bigint DEFAULT 0 NOT NULL,
	"end_reason" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "letters" ALTER COLUMN "client_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "organisation_id" text;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "recipient" jsonb;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "proved_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "proved_by" text;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "registered" jsonb;--> statement-breakpoint
ALTER TABLE "organisation_codes" ADD CONSTRAINT "organisation_codes_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "organisation_codes_organisation" ON "organisation_codes" USING btree ("organisation_id","created_at");--> statement-breakpoint
CREATE INDEX "organisation_codes_asked_by" ON "organisation_codes" USING btree ("asked_by","created_at");--> statement-breakpoint
CREATE INDEX "organisation_codes_expires" ON "organisation_codes" USING btree ("expires_at");