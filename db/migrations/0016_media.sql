CREATE TABLE "media" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"owner_id" uuid NOT NULL,
	"media_type" text NOT NULL,
	"bytes" integer NOT NULL,
	"width" integer,
	"height" integer,
	"blurhash" text,
	"small" boolean DEFAULT false NOT NULL,
	"post_id" uuid,
	"draft_id" uuid,
	"gone_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "media_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "remote_pictures" (
	"key" text PRIMARY KEY NOT NULL,
	"name" text,
	"bytes" integer DEFAULT 0 NOT NULL,
	"again_at" timestamp with time zone,
	"used_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "pictures" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "actors" ADD COLUMN "icon" text;--> statement-breakpoint
ALTER TABLE "actors" ADD COLUMN "image" text;--> statement-breakpoint
ALTER TABLE "media" ADD CONSTRAINT "media_owner_id_actors_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."actors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "media" ADD CONSTRAINT "media_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "media_owner" ON "media" USING btree ("owner_id");--> statement-breakpoint
CREATE INDEX "media_post" ON "media" USING btree ("post_id") WHERE post_id is not null;--> statement-breakpoint
CREATE INDEX "media_draft" ON "media" USING btree ("draft_id") WHERE draft_id is not null;--> statement-breakpoint
CREATE INDEX "media_loose" ON "media" USING btree ("created_at") WHERE post_id is null and gone_at is null;--> statement-breakpoint
CREATE INDEX "media_gone" ON "media" USING btree ("gone_at") WHERE gone_at is not null;--> statement-breakpoint
CREATE INDEX "remote_pictures_used" ON "remote_pictures" USING btree ("used_at");--> statement-breakpoint
CREATE INDEX "actors_icon" ON "actors" USING btree ("icon") WHERE local and icon is not null;--> statement-breakpoint
CREATE INDEX "actors_image" ON "actors" USING btree ("image") WHERE local and image is not null;