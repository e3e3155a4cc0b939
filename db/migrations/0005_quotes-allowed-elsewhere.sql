ALTER TABLE "posts" ADD COLUMN "quoted_author_id" uuid;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "quote_authorization" text;--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_quoted_author_id_actors_id_fk" FOREIGN KEY ("quoted_author_id") REFERENCES "public"."actors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "posts_quote_authorization" ON "posts" USING btree ("quote_authorization") WHERE quote_authorization is not null;