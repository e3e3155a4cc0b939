import { sql } from "drizzle-orm"
import {
	boolean,
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	text,
	unique,
	uniqueIndex,
	uuid,
} from "drizzle-orm/pg-core"
import type { Bounds, Rules } from "../../src/moderation/policy/rules.ts"
import { moment, now } from "./columns.ts"
import { groups } from "./groups.ts"
import { actors } from "./people.ts"
import { posts } from "./posts.ts"

/** Words that make a post wait for a moderator, or keep it out; of one group, or (no group) of the whole server. */
export const filters = pgTable(
	"filters",
	{
		id: uuid("id").primaryKey(),
		groupId: uuid("group_id").references(() => groups.actorId),
		word: text("word").notNull(),
		/** Whether it is a pattern (RE2), not a word. */
		pattern: boolean("pattern").notNull().default(false),
		effect: text("effect", { enum: ["hold", "refuse"] }).notNull(),
		createdAt: moment("created_at").notNull().default(now),
	},
	(t) => [unique("filters_scope").on(t.groupId, t.word).nullsNotDistinct()],
)

/**
 * Every version of a group's rules for the machine, the newest in force, and (no group) of what the server demands of all of
 * them: a verdict names the version it came from.
 */
export const policies = pgTable(
	"policies",
	{
		id: uuid("id").primaryKey(),
		groupId: uuid("group_id").references(() => groups.actorId),
		version: integer("version").notNull(),
		rules: jsonb("rules").$type<Partial<Rules> | Partial<Bounds>>().notNull(),
		/** Who said so; null for the operator at the command line. */
		actorId: uuid("actor_id").references(() => actors.id),
		reason: text("reason").notNull().default(""),
		createdAt: moment("created_at").notNull().default(now),
	},
	(t) => [unique("policies_version").on(t.groupId, t.version).nullsNotDistinct()],
)

/** People whom a moderator has let in: nothing holds them up as newcomers. */
export const trusts = pgTable(
	"trusts",
	{
		groupId: uuid("group_id")
			.notNull()
			.references(() => groups.actorId),
		actorId: uuid("actor_id")
			.notNull()
			.references(() => actors.id),
		createdAt: moment("created_at").notNull().default(now),
	},
	(t) => [primaryKey({ columns: [t.groupId, t.actorId] }), index("trusts_actor").on(t.actorId)],
)

/** What somebody complained about, for the moderators of the group it concerns, or (no group) for the operator. */
export const reports = pgTable(
	"reports",
	{
		id: uuid("id").primaryKey(),
		/** The Flag's id, by which a repeated one is known. */
		uri: text("uri").unique(),
		groupId: uuid("group_id").references(() => groups.actorId),
		/** Null when the reporter's server hides who it was. */
		reporterId: uuid("reporter_id").references(() => actors.id),
		subjectId: uuid("subject_id").references(() => actors.id),
		postId: uuid("post_id").references(() => posts.id),
		words: text("words").notNull(),
		createdAt: moment("created_at").notNull().default(now),
		resolvedAt: moment("resolved_at"),
		resolution: text("resolution"),
	},
	(t) => [
		index("reports_open").on(t.groupId, t.createdAt).where(sql`resolved_at is null`),
		index("reports_subject").on(t.subjectId),
		uniqueIndex("reports_once")
			.on(t.groupId, t.reporterId, t.subjectId, t.postId)
			.where(sql`resolved_at is null`),
	],
)

/** What people made of a post with one gesture: thanks, an emoji, a vote, a boost. */
export const reactions = pgTable(
	"reactions",
	{
		postId: uuid("post_id")
			.notNull()
			.references(() => posts.id),
		actorId: uuid("actor_id")
			.notNull()
			.references(() => actors.id),
		kind: text("kind", { enum: ["like", "dislike", "boost"] }).notNull(),
		/** The emoji of a reaction that has one. */
		emoji: text("emoji"),
		uri: text("uri"),
		/** The group elsewhere that alone says so. Such a gesture names nobody: it is in no list of theirs, and not passed on. */
		vouchedBy: uuid("vouched_by").references(() => actors.id),
		createdAt: moment("created_at").notNull().default(now),
	},
	(t) => [
		primaryKey({ columns: [t.postId, t.actorId, t.kind] }),
		index("reactions_uri").on(t.uri, t.actorId),
	],
)

/** When a person was last written to about what became of a post of theirs. */
export const notices = pgTable("notices", {
	actorId: uuid("actor_id")
		.primaryKey()
		.references(() => actors.id),
	sentAt: moment("sent_at").notNull(),
})
