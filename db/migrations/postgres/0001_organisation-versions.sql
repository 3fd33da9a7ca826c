CREATE TABLE "organisation_versions" (
	"organisation_id" text NOT NULL,
	"version" bigint NOT NULL,
	"name" text NOT NULL,
	"premises" jsonb NOT NULL,
	"changed_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "organisation_versions_organisation_id_version_pk" PRIMARY KEY("organisation_id","version")
);
--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "version" bigint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "once" text;--> statement-breakpoint
ALTER TABLE "organisation_versions" ADD CONSTRAINT "organisation_versions_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_once_unique" UNIQUE("once");--> statement-breakpoint
INSERT INTO "organisation_versions" ("organisation_id", "version", "name", "premises", "changed_by", "created_at")
SELECT o."id", 1, o."name", o."premises", coalesce((SELECT m."account_id" FROM "memberships" m WHERE m."organisation_id" = o."id" AND m."role" = 'owner' ORDER BY m."created_at" LIMIT 1), ''), o."created_at" FROM "organisations" o;
