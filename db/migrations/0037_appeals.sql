CREATE TABLE "appeals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"words" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"decided_at" timestamp with time zone,
	"outcome" text,
	"answer" text,
	CONSTRAINT "appeals_event_id_unique" UNIQUE("event_id")
);
--> statement-breakpoint
DROP INDEX "events_about";--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_group_id_groups_actor_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("actor_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_person_id_actors_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."actors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "appeals_open" ON "appeals" USING btree ("group_id","created_at") WHERE decided_at is null;--> statement-breakpoint
CREATE INDEX "appeals_person" ON "appeals" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "events_about" ON "events" USING btree ("person_id","at") WHERE type in ('member-admitted', 'request-declined', 'join-refused', 'follow-accepted', 'follow-rejected', 'role-changed', 'member-banned', 'ban-lifted', 'place-ended', 'member-paused', 'pause-lifted', 'word-said', 'reporter-told', 'appeal-decided', 'modmail-answered', 'person-told');