CREATE TABLE "home_apps" (
	"id" uuid PRIMARY KEY NOT NULL,
	"origin" text NOT NULL,
	"sealed" "bytea" NOT NULL,
	"scope" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "home_apps_origin_unique" UNIQUE("origin")
);
--> statement-breakpoint
CREATE TABLE "visits" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"browser_hash" text NOT NULL,
	"secret_hash" text NOT NULL,
	"origin" text,
	"actor_id" uuid,
	"tries_left" integer NOT NULL,
	"next" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_actor_id_actors_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."actors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "visits_end" ON "visits" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "visits_browser" ON "visits" USING btree ("browser_hash");