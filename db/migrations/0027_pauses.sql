CREATE TABLE "pauses" (
	"group_id" uuid NOT NULL,
	"actor_id" uuid NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "pauses_group_id_actor_id_pk" PRIMARY KEY("group_id","actor_id")
);
--> statement-breakpoint
DROP INDEX "events_about";--> statement-breakpoint
ALTER TABLE "pauses" ADD CONSTRAINT "pauses_group_id_groups_actor_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("actor_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pauses" ADD CONSTRAINT "pauses_actor_id_actors_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."actors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "pauses_actor" ON "pauses" USING btree ("actor_id");--> statement-breakpoint
CREATE INDEX "events_about" ON "events" USING btree ("person_id","at") WHERE type in ('member-admitted', 'request-declined', 'join-refused', 'follow-accepted', 'follow-rejected', 'role-changed', 'member-banned', 'ban-lifted', 'place-ended', 'member-paused', 'pause-lifted', 'word-said', 'reporter-told', 'appeal-decided');