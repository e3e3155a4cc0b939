CREATE TABLE "cursors" (
	"group_id" uuid NOT NULL,
	"inbox" text NOT NULL,
	"host" text NOT NULL,
	"position" bigint NOT NULL,
	"audience" text DEFAULT 'public' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"closed_at" timestamp with time zone,
	CONSTRAINT "cursors_group_id_inbox_pk" PRIMARY KEY("group_id","inbox")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"position" bigint GENERATED ALWAYS AS IDENTITY (sequence name "events_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"type" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_id" uuid,
	"group_id" uuid,
	"post_id" uuid,
	"person_id" uuid,
	"reason" text,
	"facts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"handed_over_at" timestamp with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"error" text,
	CONSTRAINT "events_position_unique" UNIQUE("position")
);
--> statement-breakpoint
CREATE TABLE "hosts" (
	"host" text PRIMARY KEY NOT NULL,
	"software" text,
	"software_version" text,
	"dialect" text DEFAULT 'microblog' NOT NULL,
	"nodeinfo_at" timestamp with time zone,
	"signature" text DEFAULT 'draft-cavage' NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"failing_since" timestamp with time zone,
	"last_error" text,
	"next_try_at" timestamp with time zone,
	"lease_owner" uuid,
	"lease_until" timestamp with time zone,
	"fence" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "inbox" (
	"position" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "inbox_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"activity_uri" text,
	"once_uri" text,
	"actor_uri" text NOT NULL,
	"signer_uri" text NOT NULL,
	"type" text NOT NULL,
	"body" "bytea",
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"outcome" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp with time zone DEFAULT now() NOT NULL,
	"lease_token" uuid,
	"lease_until" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "log" (
	"group_id" uuid NOT NULL,
	"position" bigint NOT NULL,
	"event_id" uuid NOT NULL,
	"dialect" text NOT NULL,
	"activity_uri" text NOT NULL,
	"object_uri" text NOT NULL,
	"signer_id" uuid NOT NULL,
	"audience" text NOT NULL,
	"body" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "log_group_id_position_pk" PRIMARY KEY("group_id","position")
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"position" bigint GENERATED ALWAYS AS IDENTITY (sequence name "messages_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"event_id" uuid NOT NULL,
	"activity_uri" text NOT NULL,
	"signer_id" uuid NOT NULL,
	"inbox" text NOT NULL,
	"host" text NOT NULL,
	"audience" text NOT NULL,
	"body" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"delivered_at" timestamp with time zone,
	CONSTRAINT "messages_once" UNIQUE("activity_uri","inbox")
);
--> statement-breakpoint
CREATE TABLE "undelivered" (
	"id" uuid PRIMARY KEY NOT NULL,
	"activity_uri" text NOT NULL,
	"signer_id" uuid NOT NULL,
	"inbox" text NOT NULL,
	"host" text NOT NULL,
	"body" "bytea" NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "undelivered_once" UNIQUE("activity_uri","inbox")
);
--> statement-breakpoint
CREATE TABLE "bans" (
	"group_id" uuid NOT NULL,
	"actor_id" uuid NOT NULL,
	"until" timestamp with time zone,
	"reason" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "bans_group_id_actor_id_pk" PRIMARY KEY("group_id","actor_id")
);
--> statement-breakpoint
CREATE TABLE "domain_policies" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid,
	"domain" text NOT NULL,
	"severity" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "domain_policies_scope" UNIQUE NULLS NOT DISTINCT("group_id","domain")
);
--> statement-breakpoint
CREATE TABLE "groups" (
	"actor_id" uuid PRIMARY KEY NOT NULL,
	"visibility" text DEFAULT 'public' NOT NULL,
	"joining" text DEFAULT 'open' NOT NULL,
	"posting" text DEFAULT 'followers' NOT NULL,
	"about" text DEFAULT '' NOT NULL,
	"rules" text DEFAULT '' NOT NULL,
	"language" text DEFAULT 'en' NOT NULL,
	"hue" bigint DEFAULT 45 NOT NULL,
	"log_position" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "members" (
	"group_id" uuid NOT NULL,
	"actor_id" uuid NOT NULL,
	"role" text NOT NULL,
	"follow_uri" text,
	"requested_at" timestamp with time zone,
	"joined_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "members_group_id_actor_id_pk" PRIMARY KEY("group_id","actor_id")
);
--> statement-breakpoint
CREATE TABLE "server" (
	"id" bigint PRIMARY KEY NOT NULL,
	"web_origin" text NOT NULL,
	"name" text DEFAULT 'Snug' NOT NULL,
	"met_others" boolean DEFAULT false NOT NULL,
	"setup_token_hash" text,
	"setup_token_until" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "server_one_row" CHECK ("server"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"actor_id" uuid PRIMARY KEY NOT NULL,
	"email" text,
	"password_hash" text NOT NULL,
	"operator" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "accounts_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "actor_keys" (
	"actor_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"public_key" text NOT NULL,
	"sealed_private_key" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "actor_keys_actor_id_kind_pk" PRIMARY KEY("actor_id","kind")
);
--> statement-breakpoint
CREATE TABLE "actors" (
	"id" uuid PRIMARY KEY NOT NULL,
	"uri" text NOT NULL,
	"local" boolean NOT NULL,
	"kind" text NOT NULL,
	"handle" text NOT NULL,
	"host" text NOT NULL,
	"name" text NOT NULL,
	"summary" text DEFAULT '' NOT NULL,
	"url" text NOT NULL,
	"inbox" text NOT NULL,
	"shared_inbox" text,
	"followers" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"fetched_at" timestamp with time zone,
	"gone_at" timestamp with time zone,
	CONSTRAINT "actors_uri_unique" UNIQUE("uri")
);
--> statement-breakpoint
CREATE TABLE "remote_keys" (
	"key_id" text PRIMARY KEY NOT NULL,
	"actor_id" uuid NOT NULL,
	"public_key_pem" text NOT NULL,
	"fetched_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "post_people" (
	"post_id" uuid NOT NULL,
	"actor_id" uuid NOT NULL,
	CONSTRAINT "post_people_post_id_actor_id_pk" PRIMARY KEY("post_id","actor_id")
);
--> statement-breakpoint
CREATE TABLE "post_versions" (
	"post_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"title" text,
	"html" text NOT NULL,
	"replaced_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "post_versions_post_id_version_pk" PRIMARY KEY("post_id","version")
);
--> statement-breakpoint
CREATE TABLE "posts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"uri" text NOT NULL,
	"url" text NOT NULL,
	"author_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"title" text,
	"html" text NOT NULL,
	"source" text,
	"content_warning" text,
	"sensitive" boolean DEFAULT false NOT NULL,
	"language" text,
	"attachments" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"audience" text NOT NULL,
	"in_reply_to" text,
	"parent_id" uuid,
	"thread_id" uuid NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"edited_at" timestamp with time zone,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"create_uri" text,
	"create_bytes" "bytea",
	CONSTRAINT "posts_uri_unique" UNIQUE("uri")
);
--> statement-breakpoint
CREATE TABLE "shares" (
	"group_id" uuid NOT NULL,
	"post_id" uuid NOT NULL,
	"thread_id" uuid NOT NULL,
	"top_level" boolean NOT NULL,
	"state" text NOT NULL,
	"reason" text,
	"event_id" uuid,
	"shared_at" timestamp with time zone DEFAULT now() NOT NULL,
	"active_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "shares_group_id_post_id_pk" PRIMARY KEY("group_id","post_id")
);
--> statement-breakpoint
CREATE TABLE "tombstones" (
	"uri" text NOT NULL,
	"actor_uri" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "tombstones_uri_actor_uri_pk" PRIMARY KEY("uri","actor_uri")
);
--> statement-breakpoint
ALTER TABLE "cursors" ADD CONSTRAINT "cursors_group_id_groups_actor_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("actor_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_actor_id_actors_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."actors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_group_id_groups_actor_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("actor_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "log" ADD CONSTRAINT "log_group_id_groups_actor_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("actor_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "log" ADD CONSTRAINT "log_signer_id_actors_id_fk" FOREIGN KEY ("signer_id") REFERENCES "public"."actors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_signer_id_actors_id_fk" FOREIGN KEY ("signer_id") REFERENCES "public"."actors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "undelivered" ADD CONSTRAINT "undelivered_signer_id_actors_id_fk" FOREIGN KEY ("signer_id") REFERENCES "public"."actors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bans" ADD CONSTRAINT "bans_group_id_groups_actor_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("actor_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bans" ADD CONSTRAINT "bans_actor_id_actors_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."actors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "domain_policies" ADD CONSTRAINT "domain_policies_group_id_groups_actor_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("actor_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "groups" ADD CONSTRAINT "groups_actor_id_actors_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."actors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_group_id_groups_actor_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("actor_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_actor_id_actors_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."actors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_actor_id_actors_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."actors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "actor_keys" ADD CONSTRAINT "actor_keys_actor_id_actors_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."actors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remote_keys" ADD CONSTRAINT "remote_keys_actor_id_actors_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."actors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_people" ADD CONSTRAINT "post_people_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_people" ADD CONSTRAINT "post_people_actor_id_actors_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."actors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_versions" ADD CONSTRAINT "post_versions_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_author_id_actors_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."actors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shares" ADD CONSTRAINT "shares_group_id_groups_actor_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("actor_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shares" ADD CONSTRAINT "shares_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "cursors_host" ON "cursors" USING btree ("host");--> statement-breakpoint
CREATE INDEX "events_waiting" ON "events" USING btree ("position") WHERE handed_over_at is null and error is null;--> statement-breakpoint
CREATE INDEX "events_group" ON "events" USING btree ("group_id","position");--> statement-breakpoint
CREATE INDEX "events_post" ON "events" USING btree ("post_id");--> statement-breakpoint
CREATE UNIQUE INDEX "inbox_once" ON "inbox" USING btree ("once_uri");--> statement-breakpoint
CREATE INDEX "inbox_waiting" ON "inbox" USING btree ("position") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "inbox_waiting_actor" ON "inbox" USING btree ("actor_uri","position") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "inbox_age" ON "inbox" USING btree ("received_at");--> statement-breakpoint
CREATE INDEX "log_activity" ON "log" USING btree ("activity_uri");--> statement-breakpoint
CREATE INDEX "log_age" ON "log" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "messages_waiting" ON "messages" USING btree ("host","position") WHERE delivered_at is null;--> statement-breakpoint
CREATE INDEX "undelivered_host" ON "undelivered" USING btree ("host");--> statement-breakpoint
CREATE INDEX "members_actor" ON "members" USING btree ("actor_id");--> statement-breakpoint
CREATE INDEX "members_role" ON "members" USING btree ("group_id","role");--> statement-breakpoint
CREATE UNIQUE INDEX "actors_local_handle" ON "actors" USING btree ("handle") WHERE local;--> statement-breakpoint
CREATE INDEX "actors_host" ON "actors" USING btree ("host");--> statement-breakpoint
CREATE INDEX "remote_keys_actor" ON "remote_keys" USING btree ("actor_id");--> statement-breakpoint
CREATE INDEX "posts_author" ON "posts" USING btree ("author_id","id");--> statement-breakpoint
CREATE INDEX "posts_thread" ON "posts" USING btree ("thread_id","id");--> statement-breakpoint
CREATE INDEX "posts_parent" ON "posts" USING btree ("in_reply_to") WHERE in_reply_to is not null;--> statement-breakpoint
CREATE INDEX "posts_create_uri" ON "posts" USING btree ("create_uri");--> statement-breakpoint
CREATE INDEX "shares_talk" ON "shares" USING btree ("group_id","active_at","post_id") WHERE top_level and state = 'shared';--> statement-breakpoint
CREATE INDEX "shares_outbox" ON "shares" USING btree ("group_id","shared_at","post_id") WHERE state = 'shared';--> statement-breakpoint
CREATE INDEX "shares_thread" ON "shares" USING btree ("group_id","thread_id");--> statement-breakpoint
CREATE INDEX "shares_post" ON "shares" USING btree ("post_id");--> statement-breakpoint
CREATE INDEX "tombstones_age" ON "tombstones" USING btree ("created_at");