CREATE INDEX "accounts_unconfirmed" ON "accounts" USING btree ("created_at") WHERE "accounts"."verified_at" is null;--> statement-breakpoint
CREATE INDEX "floor_shifts_expires" ON "floor_shifts" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "outbox_done" ON "outbox" USING btree ("state","done_at");