ALTER TABLE "groups" ADD COLUMN "welcome" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "server" ADD COLUMN "opening" text DEFAULT 'operators' NOT NULL;--> statement-breakpoint
CREATE INDEX "events_openings" ON "events" USING btree ("actor_id") WHERE type = 'group-created';