CREATE TABLE "policies" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid,
	"version" integer NOT NULL,
	"rules" jsonb NOT NULL,
	"actor_id" uuid,
	"reason" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "policies_version" UNIQUE NULLS NOT DISTINCT("group_id","version")
);
--> statement-breakpoint
CREATE TABLE "trusts" (
	"group_id" uuid NOT NULL,
	"actor_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "trusts_group_id_actor_id_pk" PRIMARY KEY("group_id","actor_id")
);
--> statement-breakpoint
ALTER TABLE "filters" ADD COLUMN "pattern" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "shares" ADD COLUMN "due_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "shares" ADD COLUMN "strange_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "shares" ADD COLUMN "in_wave" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "policies" ADD CONSTRAINT "policies_group_id_groups_actor_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("actor_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policies" ADD CONSTRAINT "policies_actor_id_actors_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."actors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trusts" ADD CONSTRAINT "trusts_group_id_groups_actor_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("actor_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trusts" ADD CONSTRAINT "trusts_actor_id_actors_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."actors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "trusts_actor" ON "trusts" USING btree ("actor_id");--> statement-breakpoint
CREATE INDEX "shares_due" ON "shares" USING btree ("due_at") WHERE state = 'held' and due_at is not null;--> statement-breakpoint
CREATE INDEX "shares_queue" ON "shares" USING btree ("group_id","due_at") WHERE state = 'held' and due_at is not null;--> statement-breakpoint
CREATE INDEX "shares_strange" ON "shares" USING btree ("group_id","strange_at") WHERE strange_at is not null;--> statement-breakpoint
INSERT INTO "trusts" ("group_id", "actor_id", "created_at")
SELECT e."group_id", e."person_id", max(e."at") FROM "events" e
JOIN "members" m ON m."group_id" = e."group_id" AND m."actor_id" = e."person_id" AND m."role" <> 'follower'
WHERE e."type" = 'member-admitted' GROUP BY 1, 2;
