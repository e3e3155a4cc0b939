import { sql } from "drizzle-orm"
import { boolean, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core"
import { bytes, moment, now } from "./columns.ts"
import { groups } from "./groups.ts"
import { actors } from "./people.ts"
import { wordsOf } from "./searching.ts"

/** A picture, recording or link that comes with a post, as its author describes it. */
export type Attachment = {
	url: string
	mediaType: string
	alt: string
	width?: number
	height?: number
	/** What it looks like from afar (blurha.sh), for those who show that until it has come. */
	blurhash?: string
	/** Where what matters is: from the left to the right edge and from the bottom to the top one, each from -1 to 1. */
	focalPoint?: [number, number]
	/** Its name in our own storage; what other servers say of their files never has one. */
	file?: string
	/** Whether there is a small copy beside it. */
	small?: boolean
}

/** What somebody said, replies included. Who may read it is its audience. */
export const posts = pgTable(
	"posts",
	{
		id: uuid("id").primaryKey(),
		uri: text("uri").notNull().unique(),
		url: text("url").notNull(),
		authorId: uuid("author_id")
			.notNull()
			.references(() => actors.id),
		kind: text("kind", {
			enum: ["note", "page", "article", "question", "event", "video", "image", "audio"],
		}).notNull(),
		title: text("title"),
		/** Sanitised HTML. */
		html: text("html").notNull(),
		/** Markdown as its local author wrote it. */
		source: text("source"),
		contentWarning: text("content_warning"),
		sensitive: boolean("sensitive").notNull().default(false),
		language: text("language"),
		attachments: jsonb("attachments").$type<Attachment[]>().notNull().default([]),
		audience: text("audience", { enum: ["public", "members", "people"] }).notNull(),
		inReplyTo: text("in_reply_to"),
		/** The conversation it says it belongs to (FEP-7888), and the post it quotes (FEP-044f). */
		contextUri: text("context_uri"),
		quoteUri: text("quote_uri"),
		/** Who wrote what a local post quotes, and where it stands that they allow it. */
		quotedAuthorId: uuid("quoted_author_id").references(() => actors.id),
		quoteAuthorization: text("quote_authorization"),
		parentId: uuid("parent_id"),
		/** The post that began the thread; its own id for a top-level post. */
		threadId: uuid("thread_id").notNull(),
		publishedAt: moment("published_at").notNull(),
		editedAt: moment("edited_at"),
		receivedAt: moment("received_at").notNull().default(now),
		deletedAt: moment("deleted_at"),
		version: integer("version").notNull().default(1),
		/** The Create as it was heard or sent, byte for byte: redistributed verbatim (FEP-1b12). */
		createUri: text("create_uri"),
		createBytes: bytes("create_bytes"),
	},
	(t) => [
		index("posts_author").on(t.authorId, t.id),
		index("posts_thread").on(t.threadId, t.id),
		index("posts_parent").on(t.inReplyTo).where(sql`in_reply_to is not null`),
		index("posts_create_uri").on(t.createUri),
		index("posts_words").using(
			"gin",
			wordsOf({
				title: sql`title`,
				note: sql`content_warning`,
				html: sql`html`,
				language: sql`language`,
			}),
		),
		index("posts_quote_authorization").on(t.quoteAuthorization).where(sql`quote_authorization is not null`),
	],
)

/** Earlier wordings of an edited post. */
export const postVersions = pgTable(
	"post_versions",
	{
		postId: uuid("post_id")
			.notNull()
			.references(() => posts.id),
		version: integer("version").notNull(),
		title: text("title"),
		html: text("html").notNull(),
		replacedAt: moment("replaced_at").notNull().default(now),
	},
	(t) => [primaryKey({ columns: [t.postId, t.version] })],
)

export type PollOption = { text: string; votes: number }

/** What a question lets people choose from, and how often each was chosen so far. */
export const polls = pgTable(
	"polls",
	{
		postId: uuid("post_id")
			.primaryKey()
			.references(() => posts.id),
		multiple: boolean("multiple").notNull().default(false),
		options: jsonb("options").$type<PollOption[]>().notNull(),
		voters: integer("voters").notNull().default(0),
		endsAt: moment("ends_at"),
		closedAt: moment("closed_at"),
		/** When the new tally is to be said to other servers; null while they know it. */
		tallyDueAt: moment("tally_due_at"),
	},
	(t) => [
		index("polls_due").on(t.tallyDueAt).where(sql`tally_due_at is not null`),
		index("polls_open").on(t.endsAt).where(sql`closed_at is null and ends_at is not null`),
	],
)

/** One choice of one person in a poll of this server. */
export const pollVotes = pgTable(
	"poll_votes",
	{
		postId: uuid("post_id")
			.notNull()
			.references(() => polls.postId),
		actorId: uuid("actor_id")
			.notNull()
			.references(() => actors.id),
		option: integer("option").notNull(),
		createdAt: moment("created_at").notNull().default(now),
	},
	(t) => [primaryKey({ columns: [t.postId, t.actorId, t.option] })],
)

/** A local post's permission to be quoted, given to one quoting post (FEP-044f); its id names the authorization. */
export const quotes = pgTable(
	"quotes",
	{
		id: uuid("id").primaryKey(),
		postId: uuid("post_id")
			.notNull()
			.references(() => posts.id),
		quoteUri: text("quote_uri").notNull(),
		actorId: uuid("actor_id")
			.notNull()
			.references(() => actors.id),
		createdAt: moment("created_at").notNull().default(now),
		revokedAt: moment("revoked_at"),
	},
	(t) => [unique("quotes_once").on(t.postId, t.quoteUri)],
)

/** A question to whoever wrote what a local post quotes, as long as it has no answer: how often it was put, and when it is again. */
export const quoteRequests = pgTable(
	"quote_requests",
	{
		postId: uuid("post_id")
			.primaryKey()
			.references(() => posts.id),
		groupId: uuid("group_id")
			.notNull()
			.references(() => groups.actorId),
		times: integer("times").notNull().default(1),
		againAt: moment("again_at").notNull(),
	},
	(t) => [index("quote_requests_due").on(t.againAt)],
)

/** The people a post of audience "people" is for. */
export const postPeople = pgTable(
	"post_people",
	{
		postId: uuid("post_id")
			.notNull()
			.references(() => posts.id),
		actorId: uuid("actor_id")
			.notNull()
			.references(() => actors.id),
	},
	(t) => [primaryKey({ columns: [t.postId, t.actorId] })],
)

/** The tags that stand in posts, in small letters and without the sign before them. */
export const postTags = pgTable(
	"post_tags",
	{
		tag: text("tag").notNull(),
		postId: uuid("post_id")
			.notNull()
			.references(() => posts.id),
	},
	(t) => [primaryKey({ columns: [t.tag, t.postId] }), index("post_tags_post").on(t.postId)],
)

/** A post's place in one group: what the group's policy and moderators made of it. */
export const shares = pgTable(
	"shares",
	{
		groupId: uuid("group_id")
			.notNull()
			.references(() => groups.actorId),
		postId: uuid("post_id")
			.notNull()
			.references(() => posts.id),
		threadId: uuid("thread_id").notNull(),
		topLevel: boolean("top_level").notNull(),
		state: text("state", { enum: ["shared", "held", "refused", "removed", "deleted"] }).notNull(),
		reason: text("reason"),
		/** The event of the newest share: an Announce's id is made from it, so Undo can name it. */
		eventId: uuid("event_id"),
		sharedAt: moment("shared_at").notNull().default(now),
		/** When the thread last moved; kept on the top-level row only, for the list of conversations. */
		activeAt: moment("active_at").notNull().default(now),
		/** Since when nobody may answer in the thread; on its top-level row. */
		lockedAt: moment("locked_at"),
		pinnedAt: moment("pinned_at"),
		/** When a post that waits for its turn is shared by itself. */
		dueAt: moment("due_at"),
		/** Set while its author counts as a stranger: when it came, and whether it came in a wave of them. */
		strangeAt: moment("strange_at"),
		inWave: boolean("in_wave").notNull().default(false),
	},
	(t) => [
		primaryKey({ columns: [t.groupId, t.postId] }),
		index("shares_talk").on(t.groupId, t.activeAt, t.postId).where(sql`top_level and state = 'shared'`),
		index("shares_begun").on(t.groupId, t.sharedAt, t.postId).where(sql`top_level and state = 'shared'`),
		index("shares_outbox").on(t.groupId, t.sharedAt, t.postId).where(sql`state = 'shared'`),
		index("shares_newest").on(t.sharedAt).where(sql`state = 'shared'`),
		index("shares_thread").on(t.groupId, t.threadId, t.sharedAt, t.postId),
		index("shares_post").on(t.postId),
		index("shares_held").on(t.groupId, t.sharedAt).where(sql`state = 'held'`),
		index("shares_due").on(t.dueAt).where(sql`state = 'held' and due_at is not null`),
		index("shares_queue").on(t.groupId, t.dueAt).where(sql`state = 'held' and due_at is not null`),
		index("shares_strange").on(t.groupId, t.strangeAt).where(sql`strange_at is not null`),
		index("shares_pinned").on(t.groupId, t.pinnedAt).where(sql`pinned_at is not null`),
	],
)

/**
 * Things taken back before we heard of them, so that a late Create or Follow finds the door closed; and posts that a group
 * did not take, under the group's own address, so that nobody's answer brings them in after all.
 */
export const tombstones = pgTable(
	"tombstones",
	{
		uri: text("uri").notNull(),
		actorUri: text("actor_uri").notNull(),
		createdAt: moment("created_at").notNull().default(now),
	},
	(t) => [primaryKey({ columns: [t.uri, t.actorUri] }), index("tombstones_age").on(t.createdAt)],
)
