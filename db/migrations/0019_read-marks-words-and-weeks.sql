CREATE TABLE "read_marks" (
	"actor_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"place_id" uuid NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	"since" timestamp with time zone,
	CONSTRAINT "read_marks_actor_id_group_id_place_id_pk" PRIMARY KEY("actor_id","group_id","place_id")
);
--> statement-breakpoint
ALTER TABLE "read_marks" ADD CONSTRAINT "read_marks_actor_id_actors_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."actors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "read_marks" ADD CONSTRAINT "read_marks_group_id_groups_actor_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("actor_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "read_marks_newest" ON "read_marks" USING btree ("actor_id","seen_at");--> statement-breakpoint
CREATE INDEX "read_marks_age" ON "read_marks" USING btree ("seen_at");--> statement-breakpoint
CREATE INDEX "members_asking" ON "members" USING btree ("group_id","requested_at") WHERE requested_at is not null;--> statement-breakpoint
CREATE INDEX "posts_words" ON "posts" USING gin ((to_tsvector('simple', translate(lower((coalesce(title, '') || ' ' || coalesce(content_warning, '') || ' ' || left(html, 30000)) collate "und-x-icu"), '’‘‚“”„«»‹›…–—·•¡¿،؛؟。、！？「」', '                          ')) || to_tsvector(case lower(split_part(coalesce(language, ''), '-', 1)) when 'ar' then 'arabic'::regconfig when 'da' then 'danish'::regconfig when 'de' then 'german'::regconfig when 'el' then 'greek'::regconfig when 'en' then 'english'::regconfig when 'es' then 'spanish'::regconfig when 'fi' then 'finnish'::regconfig when 'fr' then 'french'::regconfig when 'hu' then 'hungarian'::regconfig when 'it' then 'italian'::regconfig when 'nl' then 'dutch'::regconfig when 'no' then 'norwegian'::regconfig when 'pt' then 'portuguese'::regconfig when 'ro' then 'romanian'::regconfig when 'ru' then 'russian'::regconfig when 'sv' then 'swedish'::regconfig when 'tr' then 'turkish'::regconfig else 'simple'::regconfig end, translate(lower((coalesce(title, '') || ' ' || coalesce(content_warning, '') || ' ' || left(html, 30000)) collate "und-x-icu"), '’‘‚“”„«»‹›…–—·•¡¿،؛؟。、！？「」', '                          '))));--> statement-breakpoint
CREATE INDEX "shares_begun" ON "shares" USING btree ("group_id","shared_at","post_id") WHERE top_level and state = 'shared';