CREATE TABLE "banned_media" (
	"id" uuid PRIMARY KEY NOT NULL,
	"sha256" text,
	"phash" text,
	"distance" integer NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "banned_media_sha256_unique" UNIQUE("sha256"),
	CONSTRAINT "banned_media_phash_unique" UNIQUE("phash")
);
--> statement-breakpoint
ALTER TABLE "media" ADD COLUMN "sha256" text;--> statement-breakpoint
ALTER TABLE "media" ADD COLUMN "phash" text;--> statement-breakpoint
ALTER TABLE "remote_pictures" ADD COLUMN "sha256" text;--> statement-breakpoint
ALTER TABLE "remote_pictures" ADD COLUMN "phash" text;--> statement-breakpoint
CREATE INDEX "media_unknown" ON "media" USING btree ("id") WHERE sha256 is null;