DROP INDEX "case_codes_case";--> statement-breakpoint
DROP INDEX "demo_mail_at";--> statement-breakpoint
DROP INDEX "drafts_subject";--> statement-breakpoint
DROP INDEX "invitations_email";--> statement-breakpoint
DROP INDEX "kept_pages_visit";--> statement-breakpoint
DROP INDEX "letters_state";--> statement-breakpoint
CREATE INDEX "account_tokens_expires" ON "account_tokens" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "case_codes_expires" ON "case_codes" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "case_grants_expires" ON "case_grants" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "cases_own_of_state" ON "cases" USING btree ("subject_kind","subject_id","state","created_at","id");--> statement-breakpoint
CREATE INDEX "handovers_visit" ON "handovers" USING btree ("visit_id","way","state");--> statement-breakpoint
CREATE INDEX "handovers_expires" ON "handovers" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "letters_printed" ON "letters" USING btree ("state","printed_at","id");--> statement-breakpoint
CREATE INDEX "letters_client" ON "letters" USING btree ("client_id");--> statement-breakpoint
CREATE INDEX "parked_requests_guest" ON "parked_requests" USING btree ("guest_id","expires_at");--> statement-breakpoint
CREATE INDEX "parked_requests_expires" ON "parked_requests" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "visits_code" ON "visits" USING btree ("code","open_key");--> statement-breakpoint
CREATE INDEX "visits_ended" ON "visits" USING btree ("ended_at");--> statement-breakpoint
CREATE INDEX "case_codes_case" ON "case_codes" USING btree ("case_id","expires_at");--> statement-breakpoint
CREATE INDEX "demo_mail_at" ON "demo_mail" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "drafts_subject" ON "drafts" USING btree ("subject_kind","subject_id","state","updated_at");--> statement-breakpoint
CREATE INDEX "invitations_email" ON "invitations" USING btree ("email","state","created_at");--> statement-breakpoint
CREATE INDEX "kept_pages_visit" ON "kept_pages" USING btree ("visit_id","id");--> statement-breakpoint
CREATE INDEX "letters_state" ON "letters" USING btree ("state","created_at","id");