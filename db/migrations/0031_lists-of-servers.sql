CREATE TABLE "domain_lists" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"url" text,
	"way" text DEFAULT 'review' NOT NULL,
	"etag" text,
	"due_at" timestamp with time zone,
	"read_at" timestamp with time zone,
	"failing_since" timestamp with time zone,
	"last_error" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "domain_lists_url_unique" UNIQUE("url")
);
--> statement-breakpoint
CREATE TABLE "listed_domains" (
	"list_id" uuid NOT NULL,
	"domain" text NOT NULL,
	"place" integer NOT NULL,
	"severity" text NOT NULL,
	"reject_media" boolean DEFAULT false NOT NULL,
	"reject_reports" boolean DEFAULT false NOT NULL,
	"public_reason" text,
	"obfuscate" boolean DEFAULT false NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	CONSTRAINT "listed_domains_list_id_domain_pk" PRIMARY KEY("list_id","domain")
);
--> statement-breakpoint
ALTER TABLE "listed_domains" ADD CONSTRAINT "listed_domains_list_id_domain_lists_id_fk" FOREIGN KEY ("list_id") REFERENCES "public"."domain_lists"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "domain_lists_due" ON "domain_lists" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "listed_domains_domain" ON "listed_domains" USING btree ("domain");