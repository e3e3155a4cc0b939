CREATE TABLE "member_names" (
	"group_id" uuid NOT NULL,
	"actor_id" uuid NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"pronouns" text DEFAULT '' NOT NULL,
	CONSTRAINT "member_names_group_id_actor_id_pk" PRIMARY KEY("group_id","actor_id")
);
--> statement-breakpoint
ALTER TABLE "member_names" ADD CONSTRAINT "member_names_group_id_groups_actor_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("actor_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_names" ADD CONSTRAINT "member_names_actor_id_actors_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."actors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "member_names_actor" ON "member_names" USING btree ("actor_id");