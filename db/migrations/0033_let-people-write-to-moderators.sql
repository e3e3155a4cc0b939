CREATE TABLE "modmail" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"active_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "modmail_once" UNIQUE("group_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "modmail_messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"modmail_id" uuid NOT NULL,
	"by_group" boolean NOT NULL,
	"moderator_id" uuid,
	"uri" text,
	"html" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "modmail_messages_uri_unique" UNIQUE("uri")
);
--> statement-breakpoint
DROP INDEX "events_about";--> statement-breakpoint
ALTER TABLE "modmail" ADD CONSTRAINT "modmail_group_id_groups_actor_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("actor_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "modmail" ADD CONSTRAINT "modmail_person_id_actors_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."actors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "modmail_messages" ADD CONSTRAINT "modmail_messages_modmail_id_modmail_id_fk" FOREIGN KEY ("modmail_id") REFERENCES "public"."modmail"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "modmail_messages" ADD CONSTRAINT "modmail_messages_moderator_id_actors_id_fk" FOREIGN KEY ("moderator_id") REFERENCES "public"."actors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "modmail_person" ON "modmail" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "modmail_open" ON "modmail" USING btree ("group_id","active_at") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "modmail_messages_of" ON "modmail_messages" USING btree ("modmail_id","created_at");--> statement-breakpoint
CREATE INDEX "modmail_messages_moderator" ON "modmail_messages" USING btree ("moderator_id") WHERE moderator_id is not null;--> statement-breakpoint
CREATE INDEX "events_about" ON "events" USING btree ("person_id","at") WHERE type in ('member-admitted', 'request-declined', 'join-refused', 'follow-accepted', 'follow-rejected', 'role-changed', 'member-banned', 'ban-lifted', 'place-ended', 'member-paused', 'pause-lifted', 'word-said', 'reporter-told', 'appeal-decided', 'modmail-answered');