import { sql } from "drizzle-orm"
import { boolean, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core"
import { moment, now } from "./columns.ts"
import { actors } from "./people.ts"
import { posts } from "./posts.ts"

/** A picture or recording that somebody here brought. The bytes are in the storage, under its name. */
export const media = pgTable(
	"media",
	{
		id: uuid("id").primaryKey(),
		/** 256 bits that nobody can guess, and what kind of file it is: all that an address needs. */
		name: text("name").notNull().unique(),
		ownerId: uuid("owner_id")
			.notNull()
			.references(() => actors.id),
		mediaType: text("media_type").notNull(),
		/** Of the file and its small copy. */
		bytes: integer("bytes").notNull(),
		width: integer("width"),
		height: integer("height"),
		blurhash: text("blurhash"),
		/** Of what was brought, before it was made anew; null for what was brought before such sums were kept. */
		sha256: text("sha256"),
		/** What it looks like, in 64 zeros and ones; null for what is no picture, or a plain area. */
		phash: text("phash"),
		/** Whether there is a small copy beside it. */
		small: boolean("small").notNull().default(false),
		/** What it came with; until then it is its owner's alone. */
		postId: uuid("post_id").references(() => posts.id),
		/** The draft that keeps it; its id is the one the post will have. */
		draftId: uuid("draft_id"),
		/** Since when nobody gets it any more: what is left to do is to take its bytes away. */
		goneAt: moment("gone_at"),
		createdAt: moment("created_at").notNull().default(now),
	},
	(t) => [
		index("media_owner").on(t.ownerId),
		index("media_post").on(t.postId).where(sql`post_id is not null`),
		index("media_draft").on(t.draftId).where(sql`draft_id is not null`),
		index("media_loose").on(t.createdAt).where(sql`post_id is null and gone_at is null`),
		index("media_unknown").on(t.id).where(sql`sha256 is null`),
		index("media_gone").on(t.goneAt).where(sql`gone_at is not null`),
	],
)

/** A copy of a picture of another server, made anew from it and shown in its place; or that there is none to be had. */
export const remotePictures = pgTable(
	"remote_pictures",
	{
		/** The sum of its address there, and of what it is for. */
		key: text("key").primaryKey(),
		/** The copy's name in the storage; null when it could not be fetched or read. */
		name: text("name"),
		bytes: integer("bytes").notNull().default(0),
		/** As with those that were brought. */
		sha256: text("sha256"),
		phash: text("phash"),
		/** When it is asked for again, if there was nothing. */
		againAt: moment("again_at"),
		usedAt: moment("used_at").notNull().default(now),
		createdAt: moment("created_at").notNull().default(now),
	},
	(t) => [index("remote_pictures_used").on(t.usedAt)],
)

/** A picture that is never taken. Nothing of it is kept but what it is known by. */
export const bannedMedia = pgTable("banned_media", {
	id: uuid("id").primaryKey(),
	/** Of the file as it is sent around. */
	sha256: text("sha256").unique(),
	/** What it looks like, and by how many of the 64 another may differ. */
	phash: text("phash").unique(),
	distance: integer("distance").notNull(),
	/** For those who run the server. */
	note: text("note").notNull().default(""),
	createdAt: moment("created_at").notNull().default(now),
})
