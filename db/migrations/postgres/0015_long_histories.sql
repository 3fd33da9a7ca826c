CREATE TABLE "audit_actors" (
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text NOT NULL,
	CONSTRAINT "audit_actors_subject_kind_subject_id_actor_kind_actor_id_pk" PRIMARY KEY("subject_kind","subject_id","actor_kind","actor_id")
);
--> statement-breakpoint
DROP INDEX "helps_helper";--> statement-breakpoint
CREATE INDEX "helps_helper" ON "helps" USING btree ("helper_id","open_key");--> statement-breakpoint
INSERT INTO "audit_actors" SELECT DISTINCT "subject_kind", "subject_id", "actor_kind", "actor_id" FROM "audit_entries" WHERE "subject_kind" = 'organisation';
