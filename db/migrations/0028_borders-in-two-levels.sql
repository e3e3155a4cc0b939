CREATE TABLE "person_policies" (
	"actor_id" uuid PRIMARY KEY NOT NULL,
	"severity" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "domain_policies" ADD COLUMN "reject_media" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "domain_policies" ADD COLUMN "reject_reports" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "domain_policies" ADD COLUMN "listed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "domain_policies" ADD COLUMN "note" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "domain_policies" ADD COLUMN "public_reason" text;--> statement-breakpoint
ALTER TABLE "domain_policies" ADD COLUMN "obfuscate" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "server" ADD COLUMN "federating" text DEFAULT 'open' NOT NULL;--> statement-breakpoint
ALTER TABLE "server" ADD COLUMN "borders_shown" text DEFAULT 'operators' NOT NULL;--> statement-breakpoint
ALTER TABLE "person_policies" ADD CONSTRAINT "person_policies_actor_id_actors_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."actors"("id") ON DELETE no action ON UPDATE no action;