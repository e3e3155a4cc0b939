import { sql } from "drizzle-orm"
import {
	bigint,
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
import { bytes, moment, now } from "./columns.ts"
import { groups } from "./groups.ts"
import { actors } from "./people.ts"

/** Everything that happened. What has `handedOverAt` null still waits to be told to other servers. */
export const events = pgTable(
	"events",
	{
		id: uuid("id").primaryKey(),
		position: bigint("position", { mode: "number" }).generatedAlwaysAsIdentity().unique(),
		type: text("type").notNull(),
		at: moment("at").notNull(),
		actorId: uuid("actor_id").references(() => actors.id),
		groupId: uuid("group_id").references(() => groups.actorId),
		postId: uuid("post_id"),
		personId: uuid("person_id"),
		reason: text("reason"),
		facts: jsonb("facts").$type<Record<string, unknown>>().notNull().default({}),
		handedOverAt: moment("handed_over_at"),
		attempts: integer("attempts").notNull().default(0),
		error: text("error"),
	},
	(t) => [
		index("events_waiting").on(t.position).where(sql`handed_over_at is null and error is null`),
		index("events_group").on(t.groupId, t.position),
		index("events_post").on(t.postId),
		index("events_openings").on(t.actorId).where(sql`type = 'group-created'`),
		index("events_about")
			.on(t.personId, t.at)
			.where(
				sql`type in ('member-admitted', 'request-declined', 'join-refused', 'follow-accepted', 'follow-rejected', 'role-changed', 'member-banned', 'ban-lifted', 'place-ended', 'member-paused', 'pause-lifted', 'word-said', 'reporter-told', 'appeal-decided', 'modmail-answered', 'person-told')`,
			),
		index("events_judged")
			.on(t.at)
			.where(
				sql`type in ('post-held', 'post-suspended', 'post-approved', 'post-removed', 'post-restored', 'change-asked')`,
			),
		index("events_lines").on(t.groupId, t.at).where(sql`type in ('post-held', 'post-refused')`),
	],
)

/** Activities other servers sent, kept before they are acknowledged. */
export const inbox = pgTable(
	"inbox",
	{
		position: bigint("position", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
		activityUri: text("activity_uri"),
		/** Null for Follow and Undo, whose ids some peers use again (Misskey). */
		onceUri: text("once_uri"),
		actorUri: text("actor_uri").notNull(),
		/** Who signed the request; differs from the actor for forwarded activities, which are asked for at their origin. */
		signerUri: text("signer_uri").notNull(),
		type: text("type").notNull(),
		body: bytes("body"),
		receivedAt: moment("received_at").notNull().default(now),
		state: text("state", { enum: ["waiting", "done", "set_aside"] })
			.notNull()
			.default("waiting"),
		outcome: text("outcome"),
		attempts: integer("attempts").notNull().default(0),
		dueAt: moment("due_at").notNull().default(now),
		leaseToken: uuid("lease_token"),
		leaseUntil: moment("lease_until"),
	},
	(t) => [
		uniqueIndex("inbox_once").on(t.onceUri),
		index("inbox_waiting").on(t.position).where(sql`state = 'waiting'`),
		index("inbox_waiting_actor").on(t.actorUri, t.position).where(sql`state = 'waiting'`),
		index("inbox_age").on(t.receivedAt),
	],
)

/** What a group tells its followers: one row per activity and dialect, in the group's order, never changed. */
export const log = pgTable(
	"log",
	{
		groupId: uuid("group_id")
			.notNull()
			.references(() => groups.actorId),
		position: bigint("position", { mode: "number" }).notNull(),
		eventId: uuid("event_id").notNull(),
		dialect: text("dialect", { enum: ["microblog", "threadiverse"] }).notNull(),
		activityUri: text("activity_uri").notNull(),
		/** Activities about the same object keep their order at every inbox. */
		objectUri: text("object_uri").notNull(),
		signerId: uuid("signer_id")
			.notNull()
			.references(() => actors.id),
		audience: text("audience", { enum: ["public", "members", "people"] }).notNull(),
		body: bytes("body").notNull(),
		createdAt: moment("created_at").notNull().default(now),
	},
	(t) => [
		primaryKey({ columns: [t.groupId, t.position] }),
		index("log_activity").on(t.activityUri),
		index("log_age").on(t.createdAt),
	],
)

/** How far one inbox has received one group's log. */
export const cursors = pgTable(
	"cursors",
	{
		groupId: uuid("group_id")
			.notNull()
			.references(() => groups.actorId),
		inbox: text("inbox").notNull(),
		host: text("host").notNull(),
		/** Everything up to here is received, or set aside. */
		position: bigint("position", { mode: "number" }).notNull(),
		audience: text("audience", { enum: ["public", "members", "people"] })
			.notNull()
			.default("public"),
		createdAt: moment("created_at").notNull().default(now),
		/** The second 410, or the moment its host was dropped. */
		closedAt: moment("closed_at"),
		/** How often the inbox refused us (401, 403, 404) since it last took anything, and when it said that it is gone (410). */
		refusals: integer("refusals").notNull().default(0),
		goneSince: moment("gone_since"),
		/** Until then this inbox is left alone; its host has a back-off of its own. */
		nextTryAt: moment("next_try_at"),
	},
	(t) => [primaryKey({ columns: [t.groupId, t.inbox] }), index("cursors_host").on(t.host)],
)

/** Activities for one inbox only: answers to a Follow, a local person's post to the people it names. */
export const messages = pgTable(
	"messages",
	{
		id: uuid("id").primaryKey(),
		position: bigint("position", { mode: "number" }).generatedAlwaysAsIdentity(),
		eventId: uuid("event_id").notNull(),
		activityUri: text("activity_uri").notNull(),
		signerId: uuid("signer_id")
			.notNull()
			.references(() => actors.id),
		inbox: text("inbox").notNull(),
		host: text("host").notNull(),
		audience: text("audience", { enum: ["public", "members", "people"] }).notNull(),
		body: bytes("body").notNull(),
		createdAt: moment("created_at").notNull().default(now),
		deliveredAt: moment("delivered_at"),
		/** As on cursors. */
		refusals: integer("refusals").notNull().default(0),
		goneSince: moment("gone_since"),
		nextTryAt: moment("next_try_at"),
	},
	(t) => [
		unique("messages_once").on(t.activityUri, t.inbox),
		index("messages_waiting").on(t.host, t.position).where(sql`delivered_at is null`),
		index("messages_resting").on(t.host).where(sql`delivered_at is null and next_try_at is not null`),
	],
)

/** What we know of another server: what it runs, how it wants to be spoken to, and how it has been answering. */
export const hosts = pgTable("hosts", {
	host: text("host").primaryKey(),
	software: text("software"),
	softwareVersion: text("software_version"),
	dialect: text("dialect", { enum: ["microblog", "threadiverse"] })
		.notNull()
		.default("microblog"),
	nodeinfoAt: moment("nodeinfo_at"),
	signature: text("signature", { enum: ["draft-cavage", "rfc9421"] })
		.notNull()
		.default("draft-cavage"),
	failures: integer("failures").notNull().default(0),
	failingSince: moment("failing_since"),
	lastError: text("last_error"),
	nextTryAt: moment("next_try_at"),
	/** Since when nothing is sent to it any more, because it was not reached for thirty days. */
	droppedAt: moment("dropped_at"),
	leaseOwner: uuid("lease_owner"),
	leaseUntil: moment("lease_until"),
	fence: bigint("fence", { mode: "number" }).notNull().default(0),
})

/** Deliveries an inbox refused for good, kept so that an operator can look and try again. */
export const undelivered = pgTable(
	"undelivered",
	{
		id: uuid("id").primaryKey(),
		activityUri: text("activity_uri").notNull(),
		signerId: uuid("signer_id")
			.notNull()
			.references(() => actors.id),
		inbox: text("inbox").notNull(),
		host: text("host").notNull(),
		body: bytes("body").notNull(),
		reason: text("reason").notNull(),
		createdAt: moment("created_at").notNull().default(now),
	},
	(t) => [unique("undelivered_once").on(t.activityUri, t.inbox), index("undelivered_host").on(t.host)],
)
