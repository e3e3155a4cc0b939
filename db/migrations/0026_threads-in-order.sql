DROP INDEX "shares_thread";--> statement-breakpoint
CREATE INDEX "shares_thread" ON "shares" USING btree ("group_id","thread_id","shared_at","post_id");