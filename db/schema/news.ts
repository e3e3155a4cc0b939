import { sql } from "drizzle-orm"
import { boolean, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core"
import { moment, now } from "./columns.ts"
import { groups } from "./groups.ts"
import { actors } from "./people.ts"
import { posts } from "./posts.ts"

const ofActor = () =>
	uuid("actor_id")
		.notNull()
		.references(() => actors.id)

const ofGroup = () =>
	uuid("group_id")
		.notNull()
		.references(() => groups.actorId)

/** By which somebody reads along in a feed reader what only members of a group may read. Only a hash of the key is kept. */
export const feedKeys = pgTable(
	"feed_keys",
	{
		actorId: ofActor(),
		groupId: ofGroup(),
		keyHash: text("key_hash").notNull().unique(),
		createdAt: moment("created_at").notNull().default(now),
	},
	(t) => [primaryKey({ columns: [t.actorId, t.groupId] })],
)

/** The people here whom a post's words name. */
export const postMentions = pgTable(
	"post_mentions",
	{
		actorId: ofActor(),
		postId: uuid("post_id")
			.notNull()
			.references(() => posts.id),
	},
	(t) => [primaryKey({ columns: [t.actorId, t.postId] }), index("post_mentions_post").on(t.postId)],
)

/** How much of a group somebody wants to hear of, where it is not the usual: what is for them. */
export const newsLevels = pgTable(
	"news_levels",
	{
		actorId: ofActor(),
		groupId: ofGroup(),
		level: text("level", { enum: ["all", "quiet"] }).notNull(),
	},
	(t) => [primaryKey({ columns: [t.actorId, t.groupId] })],
)

/** Up to when somebody has seen what happened to them, and how they want to hear of it elsewhere. Theirs alone. */
export const newsReaders = pgTable(
	"news_readers",
	{
		actorId: ofActor().primaryKey(),
		/** When they last looked, and what was new then began. */
		seenAt: moment("seen_at"),
		newSince: moment("new_since"),
		/** Whether they are written to. */
		byMail: boolean("by_mail").notNull().default(false),
		/** Up to when they have been told by letter, and when the next look is due. */
		mailedTo: moment("mailed_to"),
		mailDueAt: moment("mail_due_at"),
		/** Up to when their browsers have been told. */
		pushedTo: moment("pushed_to"),
	},
	(t) => [index("news_readers_mail").on(t.mailDueAt).where(sql`by_mail`)],
)
