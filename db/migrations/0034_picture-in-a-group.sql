ALTER TABLE "member_names" ADD COLUMN "icon" text;--> statement-breakpoint
CREATE INDEX "member_names_icon" ON "member_names" USING btree ("icon") WHERE icon is not null;