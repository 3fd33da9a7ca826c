DROP INDEX "cases_subject";--> statement-breakpoint
DROP INDEX "cases_state";--> statement-breakpoint
CREATE INDEX "cases_own" ON "cases" USING btree ("subject_kind","subject_id","created_at","id");--> statement-breakpoint
CREATE INDEX "cases_of_state" ON "cases" USING btree ("state","created_at","id");--> statement-breakpoint
CREATE INDEX "cases_of_service" ON "cases" USING btree ("service_id","state","created_at","id");