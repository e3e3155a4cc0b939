CREATE TABLE "news_levels" (
	"actor_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"level" text NOT NULL,
	CONSTRAINT "news_levels_actor_id_group_id_pk" PRIMARY KEY("actor_id","group_id")
);
--> statement-breakpoint
CREATE TABLE "news_readers" (
	"actor_id" uuid PRIMARY KEY NOT NULL,
	"seen_at" timestamp with time zone,
	"new_since" timestamp with time zone,
	"by_mail" boolean DEFAULT false NOT NULL,
	"mailed_to" timestamp with time zone,
	"mail_due_at" timestamp with time zone,
	"pushed_to" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "post_mentions" (
	"actor_id" uuid NOT NULL,
	"post_id" uuid NOT NULL,
	CONSTRAINT "post_mentions_actor_id_post_id_pk" PRIMARY KEY("actor_id","post_id")
);
--> statement-breakpoint
ALTER TABLE "news_levels" ADD CONSTRAINT "news_levels_actor_id_actors_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."actors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "news_levels" ADD CONSTRAINT "news_levels_group_id_groups_actor_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("actor_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "news_readers" ADD CONSTRAINT "news_readers_actor_id_actors_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."actors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_mentions" ADD CONSTRAINT "post_mentions_actor_id_actors_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."actors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_mentions" ADD CONSTRAINT "post_mentions_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "post_mentions_post" ON "post_mentions" USING btree ("post_id");--> statement-breakpoint
CREATE INDEX "events_about" ON "events" USING btree ("person_id","at") WHERE type in ('member-admitted', 'request-declined', 'join-refused', 'follow-accepted', 'follow-rejected', 'role-changed', 'member-banned', 'ban-lifted');