CREATE TABLE "quote_requests" (
	"post_id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"times" integer DEFAULT 1 NOT NULL,
	"again_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "quote_requests" ADD CONSTRAINT "quote_requests_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quote_requests" ADD CONSTRAINT "quote_requests_group_id_groups_actor_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("actor_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "quote_requests_due" ON "quote_requests" USING btree ("again_at");