CREATE TABLE "account_tokens" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"purpose" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text NOT NULL,
	"role" text DEFAULT 'resident' NOT NULL,
	"locale" text DEFAULT 'en' NOT NULL,
	"verified_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "accounts_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "addresses" (
	"id" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"uprn" text,
	"lines" jsonb NOT NULL,
	"town" text NOT NULL,
	"postcode" text NOT NULL,
	"sort" text NOT NULL,
	"street_id" text NOT NULL,
	"lat" double precision,
	"lon" double precision,
	"ward_code" text,
	"round_id" text,
	CONSTRAINT "addresses_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "audit_entries" (
	"id" text PRIMARY KEY NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text NOT NULL,
	"channel" text NOT NULL,
	"helper_id" text,
	"number" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"action" text NOT NULL,
	"record_kind" text NOT NULL,
	"record_id" text NOT NULL,
	"detail" jsonb NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_heads" (
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"number" bigint NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_heads_subject_kind_subject_id_pk" PRIMARY KEY("subject_kind","subject_id")
);
--> statement-breakpoint
CREATE TABLE "bills" (
	"id" text PRIMARY KEY NOT NULL,
	"register" text NOT NULL,
	"reference" text NOT NULL,
	"match" text,
	"due_pence" bigint NOT NULL,
	"paid_pence" bigint DEFAULT 0 NOT NULL,
	"description" text NOT NULL,
	"issued_on" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "bookings" (
	"id" text PRIMARY KEY NOT NULL,
	"slot_id" text NOT NULL,
	"draft_id" text NOT NULL,
	"case_id" text,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text NOT NULL,
	"channel" text NOT NULL,
	"helper_id" text,
	"state" text NOT NULL,
	"live_key" text,
	"held_until" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "bookings_live_key_unique" UNIQUE("live_key")
);
--> statement-breakpoint
CREATE TABLE "case_codes" (
	"id" text PRIMARY KEY NOT NULL,
	"code_hash" text NOT NULL,
	"case_id" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"tries" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_events" (
	"id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"number" bigint NOT NULL,
	"kind" text NOT NULL,
	"state" text,
	"note" text,
	"detail" jsonb,
	"by_kind" text NOT NULL,
	"by_id" text,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_grants" (
	"guest_id" text NOT NULL,
	"case_id" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "case_grants_guest_id_case_id_pk" PRIMARY KEY("guest_id","case_id")
);
--> statement-breakpoint
CREATE TABLE "cases" (
	"id" text PRIMARY KEY NOT NULL,
	"reference" text NOT NULL,
	"draft_id" text NOT NULL,
	"service_id" text NOT NULL,
	"version" bigint NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text NOT NULL,
	"channel" text NOT NULL,
	"helper_id" text,
	"locale" text NOT NULL,
	"contact_name" text,
	"contact_email" text,
	"answers" jsonb NOT NULL,
	"state" text NOT NULL,
	"outcome" text,
	"team" text NOT NULL,
	"target_date" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "cases_reference_unique" UNIQUE("reference"),
	CONSTRAINT "cases_draft_id_unique" UNIQUE("draft_id")
);
--> statement-breakpoint
CREATE TABLE "clients" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"address" jsonb NOT NULL,
	"locale" text NOT NULL,
	"taken_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "collection_changes" (
	"id" text PRIMARY KEY NOT NULL,
	"round_id" text,
	"bin" text,
	"normal_date" text NOT NULL,
	"revised_date" text,
	"reason" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "collection_rounds" (
	"id" text PRIMARY KEY NOT NULL,
	"weekday" bigint NOT NULL,
	"bins" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "councillors" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"ward_code" text NOT NULL,
	"email" text NOT NULL,
	"phone" text,
	"surgery" jsonb
);
--> statement-breakpoint
CREATE TABLE "demo_mail" (
	"id" text PRIMARY KEY NOT NULL,
	"to" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"html" text NOT NULL,
	"locale" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "demo_payments" (
	"id" text PRIMARY KEY NOT NULL,
	"amount_pence" bigint NOT NULL,
	"reference" text NOT NULL,
	"return_url" text NOT NULL,
	"locale" text NOT NULL,
	"state" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "drafts" (
	"id" text PRIMARY KEY NOT NULL,
	"service_id" text NOT NULL,
	"version" bigint NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text NOT NULL,
	"channel" text NOT NULL,
	"helper_id" text,
	"answers" jsonb NOT NULL,
	"typed" jsonb NOT NULL,
	"edits" jsonb NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"open_key" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "drafts_open_key_unique" UNIQUE("open_key")
);
--> statement-breakpoint
CREATE TABLE "facts" (
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"key" text NOT NULL,
	"value" jsonb NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "facts_subject_kind_subject_id_key_pk" PRIMARY KEY("subject_kind","subject_id","key")
);
--> statement-breakpoint
CREATE TABLE "floor_pins" (
	"account_id" text NOT NULL,
	"site" text NOT NULL,
	"pin_hash" text NOT NULL,
	CONSTRAINT "floor_pins_account_id_site_pk" PRIMARY KEY("account_id","site")
);
--> statement-breakpoint
CREATE TABLE "floor_shifts" (
	"session_id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"site" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "handovers" (
	"id" text PRIMARY KEY NOT NULL,
	"way" text NOT NULL,
	"token_hash" text NOT NULL,
	"visit_id" text NOT NULL,
	"draft_id" text NOT NULL,
	"service_id" text NOT NULL,
	"holder_id" text NOT NULL,
	"taker_kind" text,
	"taker_id" text,
	"number" text,
	"kiosk_said_yes" boolean NOT NULL,
	"phone_said_yes" boolean NOT NULL,
	"state" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "handovers_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "help_drafts" (
	"help_id" text NOT NULL,
	"draft_id" text NOT NULL,
	CONSTRAINT "help_drafts_help_id_draft_id_pk" PRIMARY KEY("help_id","draft_id")
);
--> statement-breakpoint
CREATE TABLE "helps" (
	"id" text PRIMARY KEY NOT NULL,
	"visit_id" text NOT NULL,
	"open_key" text,
	"kiosk" text NOT NULL,
	"site" text NOT NULL,
	"helper_id" text NOT NULL,
	"helper_name" text NOT NULL,
	"state" text NOT NULL,
	"consent_locale" text,
	"consent_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"ended_by" text,
	"kind" text,
	"alone_next_time" boolean,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "helps_open_key_unique" UNIQUE("open_key")
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"token_hash" text NOT NULL,
	"invited_by" text NOT NULL,
	"locale" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"state" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "invitations_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "kiosks" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"site" text NOT NULL,
	"code_hash" text,
	"code_expires_at" timestamp (3) with time zone,
	"token_hash" text,
	"enrolled_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "kiosks_code_hash_unique" UNIQUE("code_hash"),
	CONSTRAINT "kiosks_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "letters" (
	"id" text PRIMARY KEY NOT NULL,
	"client_id" text NOT NULL,
	"reference" text NOT NULL,
	"template" text NOT NULL,
	"values" jsonb NOT NULL,
	"state" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"printed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "libraries" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"lines" jsonb NOT NULL,
	"town" text NOT NULL,
	"postcode" text NOT NULL,
	"lat" double precision,
	"lon" double precision,
	"phone" text,
	"email" text,
	"hours" jsonb NOT NULL,
	"facilities" jsonb NOT NULL,
	"closures" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"organisation_id" text NOT NULL,
	"account_id" text NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "memberships_organisation_id_account_id_pk" PRIMARY KEY("organisation_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "meta" (
	"key" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"id" text PRIMARY KEY NOT NULL,
	"from_date" text NOT NULL,
	"until_date" text NOT NULL,
	"kind" text NOT NULL,
	"texts" jsonb NOT NULL,
	"ward_code" text,
	"round_id" text,
	"library_id" text
);
--> statement-breakpoint
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
CREATE TABLE "organisations" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"number" text,
	"premises" jsonb NOT NULL,
	"version" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text NOT NULL,
	"channel" text NOT NULL,
	"helper_id" text,
	"payload" jsonb NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"tries" bigint DEFAULT 0 NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"error" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"done_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "parked_requests" (
	"id" text PRIMARY KEY NOT NULL,
	"guest_id" text NOT NULL,
	"path" text NOT NULL,
	"fields" jsonb NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "payments" (
	"id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text NOT NULL,
	"channel" text NOT NULL,
	"helper_id" text,
	"amount_pence" bigint NOT NULL,
	"state" text NOT NULL,
	"provider" text NOT NULL,
	"provider_id" text,
	"next_url" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "payments_provider_id_unique" UNIQUE("provider_id")
);
--> statement-breakpoint
CREATE TABLE "postcodes" (
	"postcode" text PRIMARY KEY NOT NULL,
	"lat" double precision,
	"lon" double precision,
	"ward_code" text
);
--> statement-breakpoint
CREATE TABLE "resources" (
	"id" text PRIMARY KEY NOT NULL,
	"place" text,
	"address" text,
	"unit" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "service_settings" (
	"service_id" text PRIMARY KEY NOT NULL,
	"settings" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"guest_id" text NOT NULL,
	"account_id" text,
	"visit_id" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "slots" (
	"id" text PRIMARY KEY NOT NULL,
	"resource_id" text NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"capacity" bigint NOT NULL,
	"taken" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "streets" (
	"id" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"locality" text NOT NULL,
	"search" text NOT NULL,
	"ward_code" text,
	"lat" double precision,
	"lon" double precision,
	CONSTRAINT "streets_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "uploads" (
	"id" text PRIMARY KEY NOT NULL,
	"draft_id" text NOT NULL,
	"question_id" text NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"bytes" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "visits" (
	"id" text PRIMARY KEY NOT NULL,
	"kiosk_id" text NOT NULL,
	"open_key" text,
	"guest_id" text NOT NULL,
	"code" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"touched_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "visits_open_key_unique" UNIQUE("open_key")
);
--> statement-breakpoint
CREATE TABLE "wards" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"shape" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "account_tokens" ADD CONSTRAINT "account_tokens_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "addresses" ADD CONSTRAINT "addresses_street_id_streets_id_fk" FOREIGN KEY ("street_id") REFERENCES "public"."streets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "addresses" ADD CONSTRAINT "addresses_ward_code_wards_code_fk" FOREIGN KEY ("ward_code") REFERENCES "public"."wards"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "addresses" ADD CONSTRAINT "addresses_round_id_collection_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."collection_rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_slot_id_slots_id_fk" FOREIGN KEY ("slot_id") REFERENCES "public"."slots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_codes" ADD CONSTRAINT "case_codes_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_events" ADD CONSTRAINT "case_events_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_grants" ADD CONSTRAINT "case_grants_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collection_changes" ADD CONSTRAINT "collection_changes_round_id_collection_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."collection_rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_versions" ADD CONSTRAINT "organisation_versions_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "postcodes" ADD CONSTRAINT "postcodes_ward_code_wards_code_fk" FOREIGN KEY ("ward_code") REFERENCES "public"."wards"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slots" ADD CONSTRAINT "slots_resource_id_resources_id_fk" FOREIGN KEY ("resource_id") REFERENCES "public"."resources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "streets" ADD CONSTRAINT "streets_ward_code_wards_code_fk" FOREIGN KEY ("ward_code") REFERENCES "public"."wards"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_tokens_account" ON "account_tokens" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "addresses_postcode" ON "addresses" USING btree ("postcode");--> statement-breakpoint
CREATE INDEX "addresses_street" ON "addresses" USING btree ("street_id");--> statement-breakpoint
CREATE UNIQUE INDEX "audit_entries_number" ON "audit_entries" USING btree ("subject_kind","subject_id","number");--> statement-breakpoint
CREATE INDEX "audit_entries_record" ON "audit_entries" USING btree ("record_kind","record_id");--> statement-breakpoint
CREATE UNIQUE INDEX "bills_reference" ON "bills" USING btree ("register","reference");--> statement-breakpoint
CREATE INDEX "bookings_case" ON "bookings" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "bookings_held" ON "bookings" USING btree ("state","held_until");--> statement-breakpoint
CREATE INDEX "case_codes_case" ON "case_codes" USING btree ("case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "case_events_number" ON "case_events" USING btree ("case_id","number");--> statement-breakpoint
CREATE INDEX "cases_subject" ON "cases" USING btree ("subject_kind","subject_id","created_at");--> statement-breakpoint
CREATE INDEX "cases_state" ON "cases" USING btree ("state","created_at");--> statement-breakpoint
CREATE INDEX "collection_changes_normal" ON "collection_changes" USING btree ("normal_date");--> statement-breakpoint
CREATE INDEX "councillors_ward" ON "councillors" USING btree ("ward_code");--> statement-breakpoint
CREATE INDEX "demo_mail_at" ON "demo_mail" USING btree ("at");--> statement-breakpoint
CREATE INDEX "drafts_subject" ON "drafts" USING btree ("subject_kind","subject_id","state");--> statement-breakpoint
CREATE INDEX "drafts_updated" ON "drafts" USING btree ("state","updated_at");--> statement-breakpoint
CREATE INDEX "help_drafts_draft" ON "help_drafts" USING btree ("draft_id");--> statement-breakpoint
CREATE INDEX "helps_helper" ON "helps" USING btree ("helper_id","created_at");--> statement-breakpoint
CREATE INDEX "invitations_organisation" ON "invitations" USING btree ("organisation_id","created_at");--> statement-breakpoint
CREATE INDEX "kiosks_site" ON "kiosks" USING btree ("site");--> statement-breakpoint
CREATE INDEX "letters_state" ON "letters" USING btree ("state","created_at");--> statement-breakpoint
CREATE INDEX "memberships_account" ON "memberships" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "notices_dates" ON "notices" USING btree ("from_date","until_date");--> statement-breakpoint
CREATE INDEX "outbox_due" ON "outbox" USING btree ("state","due_at");--> statement-breakpoint
CREATE INDEX "payments_case" ON "payments" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "payments_state" ON "payments" USING btree ("state","updated_at");--> statement-breakpoint
CREATE INDEX "sessions_account" ON "sessions" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "sessions_visit" ON "sessions" USING btree ("visit_id");--> statement-breakpoint
CREATE INDEX "sessions_expires" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "slots_start" ON "slots" USING btree ("resource_id","starts_at");--> statement-breakpoint
CREATE INDEX "uploads_draft" ON "uploads" USING btree ("draft_id");--> statement-breakpoint
CREATE INDEX "visits_kiosk" ON "visits" USING btree ("kiosk_id","started_at");