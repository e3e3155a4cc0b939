import { index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core"
import { moment, now } from "./columns.ts"
import { groups } from "./groups.ts"
import { actors } from "./people.ts"
import { posts } from "./posts.ts"

/** A poll as somebody types it; `closes` like 12h or 7d. */
export type PollWords = { options: string[]; multiple: boolean; closes: string }

/** A picture in what somebody writes: its id, what they say is on it, and where what matters on it is. */
export type PictureWords = { id: string; alt: string; focus: string }

/** What somebody has begun to write and not sent; nobody else ever sees it. Its id becomes the post's. */
export const drafts = pgTable(
	"drafts",
	{
		id: uuid("id").primaryKey(),
		actorId: uuid("actor_id")
			.notNull()
			.references(() => actors.id),
		groupId: uuid("group_id")
			.notNull()
			.references(() => groups.actorId),
		/** The post it is to answer. */
		parentId: uuid("parent_id").references(() => posts.id),
		title: text("title").notNull().default(""),
		/** Markdown. */
		source: text("source").notNull().default(""),
		contentWarning: text("content_warning").notNull().default(""),
		language: text("language").notNull().default(""),
		quoteUri: text("quote_uri").notNull().default(""),
		poll: jsonb("poll").$type<PollWords>(),
		pictures: jsonb("pictures").$type<PictureWords[]>().notNull().default([]),
		savedAt: moment("saved_at").notNull().default(now),
	},
	(t) => [index("drafts_actor").on(t.actorId, t.savedAt)],
)

/** Posts that somebody keeps for themselves; nobody else ever learns of it. */
export const bookmarks = pgTable(
	"bookmarks",
	{
		actorId: uuid("actor_id")
			.notNull()
			.references(() => actors.id),
		postId: uuid("post_id")
			.notNull()
			.references(() => posts.id),
		createdAt: moment("created_at").notNull().default(now),
	},
	(t) => [
		primaryKey({ columns: [t.actorId, t.postId] }),
		index("bookmarks_newest").on(t.actorId, t.createdAt),
	],
)

/** Conversations of which somebody wants to hear no more; nobody else ever learns of it. */
export const mutes = pgTable(
	"mutes",
	{
		actorId: uuid("actor_id")
			.notNull()
			.references(() => actors.id),
		threadId: uuid("thread_id").notNull(),
		createdAt: moment("created_at").notNull().default(now),
	},
	(t) => [primaryKey({ columns: [t.actorId, t.threadId] })],
)

/**
 * When somebody last looked at a group, or at one conversation in it; nobody else ever learns of it. What came since `since`
 * is marked as new for as long as they stay.
 */
export const readMarks = pgTable(
	"read_marks",
	{
		actorId: uuid("actor_id")
			.notNull()
			.references(() => actors.id),
		groupId: uuid("group_id")
			.notNull()
			.references(() => groups.actorId),
		/** The conversation, by the post that began it; the group itself for the list of them all. */
		placeId: uuid("place_id").notNull(),
		seenAt: moment("seen_at").notNull(),
		since: moment("since"),
	},
	(t) => [
		primaryKey({ columns: [t.actorId, t.groupId, t.placeId] }),
		index("read_marks_newest").on(t.actorId, t.seenAt),
		index("read_marks_age").on(t.seenAt),
	],
)
