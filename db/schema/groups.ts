import { sql } from "drizzle-orm"
import { bigint, boolean, check, index, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core"
import { moment, now } from "./columns.ts"
import { actors } from "./people.ts"

/** What makes an actor a group: how people join and post, and where its log of shares stands. */
export const groups = pgTable("groups", {
	actorId: uuid("actor_id")
		.primaryKey()
		.references(() => actors.id),
	visibility: text("visibility", { enum: ["public", "private"] })
		.notNull()
		.default("public"),
	joining: text("joining", { enum: ["open", "approval"] })
		.notNull()
		.default("open"),
	posting: text("posting", { enum: ["anyone", "followers", "members", "moderators"] })
		.notNull()
		.default("followers"),
	about: text("about").notNull().default(""),
	rules: text("rules").notNull().default(""),
	/** What somebody reads who has just come in, in Markdown. */
	welcome: text("welcome").notNull().default(""),
	language: text("language").notNull().default("en"),
	/** Whether local posts that begin a thread go out as notes, or as pages with a title, as forums have them. */
	form: text("form", { enum: ["note", "page"] })
		.notNull()
		.default("note"),
	/** Whether answers are boosted to servers that show notes, too. */
	boostsAnswers: boolean("boosts_answers").notNull().default(false),
	/** Whether search engines may list its pages, and links to them show what they lead to. */
	indexed: boolean("indexed").notNull().default(false),
	hue: bigint("hue", { mode: "number" }).notNull().default(45),
	/** When it was closed for good: nothing that was said in it is shown to anybody from then on. */
	closedAt: moment("closed_at"),
	/** The position of the newest row in this group's log; raised under a row lock, so it has no gaps. */
	logPosition: bigint("log_position", { mode: "number" }).notNull().default(0),
})

/** One person's belonging to one group. */
export const members = pgTable(
	"members",
	{
		groupId: uuid("group_id")
			.notNull()
			.references(() => groups.actorId),
		actorId: uuid("actor_id")
			.notNull()
			.references(() => actors.id),
		role: text("role", { enum: ["follower", "member", "moderator", "owner"] }).notNull(),
		/** The id of the newest Follow; null for local people, who need none. */
		followUri: text("follow_uri"),
		/** Set while a follower waits for a moderator to make them a member. */
		requestedAt: moment("requested_at"),
		joinedAt: moment("joined_at").notNull().default(now),
	},
	(t) => [
		primaryKey({ columns: [t.groupId, t.actorId] }),
		index("members_actor").on(t.actorId),
		index("members_role").on(t.groupId, t.role),
		index("members_asking").on(t.groupId, t.requestedAt).where(sql`requested_at is not null`),
	],
)

/** What somebody is called in one group, and how they are spoken of there; either may be empty. */
export const memberNames = pgTable(
	"member_names",
	{
		groupId: uuid("group_id")
			.notNull()
			.references(() => groups.actorId),
		actorId: uuid("actor_id")
			.notNull()
			.references(() => actors.id),
		name: text("name").notNull().default(""),
		pronouns: text("pronouns").notNull().default(""),
		/** Their picture there, instead of the one they have everywhere: the name of a file in the storage. */
		icon: text("icon"),
	},
	(t) => [
		primaryKey({ columns: [t.groupId, t.actorId] }),
		index("member_names_actor").on(t.actorId),
		index("member_names_icon").on(t.icon).where(sql`icon is not null`),
	],
)

/** Somebody whom a group knows by another name, and takes back as a member without asking: they moved there. */
export const admissions = pgTable(
	"admissions",
	{
		groupId: uuid("group_id")
			.notNull()
			.references(() => groups.actorId),
		actorId: uuid("actor_id")
			.notNull()
			.references(() => actors.id),
		formerId: uuid("former_id")
			.notNull()
			.references(() => actors.id),
		createdAt: moment("created_at").notNull().default(now),
	},
	(t) => [primaryKey({ columns: [t.groupId, t.actorId] })],
)

export const bans = pgTable(
	"bans",
	{
		groupId: uuid("group_id")
			.notNull()
			.references(() => groups.actorId),
		actorId: uuid("actor_id")
			.notNull()
			.references(() => actors.id),
		until: moment("until"),
		reason: text("reason").notNull().default(""),
		/** What they had written was taken out with them. */
		withPosts: boolean("with_posts").notNull().default(false),
		createdAt: moment("created_at").notNull().default(now),
	},
	(t) => [primaryKey({ columns: [t.groupId, t.actorId] })],
)

/** What a server (no group) or one group decided about a domain and its subdomains. */
export const domainPolicies = pgTable(
	"domain_policies",
	{
		id: uuid("id").primaryKey(),
		groupId: uuid("group_id").references(() => groups.actorId),
		domain: text("domain").notNull(),
		/** None: its posts come in like any other's, and only the rest of the row says something. */
		severity: text("severity", { enum: ["block", "limit", "none"] }).notNull(),
		rejectMedia: boolean("reject_media").notNull().default(false),
		rejectReports: boolean("reject_reports").notNull().default(false),
		/** Where only listed servers are spoken with, this is one of them. */
		listed: boolean("listed").notNull().default(false),
		/** As it stands in the log: the operator's for a server, in public with a group's block. */
		reason: text("reason").notNull().default(""),
		/** For those who decide here, and for nobody else. */
		note: text("note").notNull().default(""),
		/** What everybody reads who may read the server's list. Null: never said, as Mastodon's lists tell apart from "". */
		publicReason: text("public_reason"),
		/** On such a list the name is shown only in part. */
		obfuscate: boolean("obfuscate").notNull().default(false),
		createdAt: moment("created_at").notNull().default(now),
	},
	(t) => [unique("domain_policies_scope").on(t.groupId, t.domain).nullsNotDistinct()],
)

/** What the server decided about one person, wherever their account is. */
export const personPolicies = pgTable("person_policies", {
	actorId: uuid("actor_id")
		.primaryKey()
		.references(() => actors.id),
	severity: text("severity", { enum: ["block", "limit"] }).notNull(),
	reason: text("reason").notNull().default(""),
	createdAt: moment("created_at").notNull().default(now),
})

/** This server: one row. */
export const server = pgTable(
	"server",
	{
		id: bigint("id", { mode: "number" }).primaryKey(),
		webOrigin: text("web_origin").notNull(),
		name: text("name").notNull().default("Snug"),
		/** True once anything has been exchanged with another server: from then on the origin is fixed. */
		metOthers: boolean("met_others").notNull().default(false),
		setupTokenHash: text("setup_token_hash"),
		setupTokenUntil: moment("setup_token_until"),
		/** How people come to have an account here: not at all, by invitation, by asking, or as they like. */
		registrations: text("registrations", { enum: ["closed", "invite", "request", "open"] })
			.notNull()
			.default("invite"),
		/** Who may invite. */
		inviting: text("inviting", { enum: ["operators", "everyone"] })
			.notNull()
			.default("operators"),
		/** Who may open groups. */
		opening: text("opening", { enum: ["operators", "members"] })
			.notNull()
			.default("operators"),
		/** Which servers are spoken with: all but those that are blocked, or those that are listed. */
		federating: text("federating", { enum: ["open", "listed"] })
			.notNull()
			.default("open"),
		/** Who may read which servers are kept out or limited. */
		bordersShown: text("borders_shown", { enum: ["operators", "members", "everyone"] })
			.notNull()
			.default("operators"),
		/** What whoever has an account here agrees to, in Markdown. */
		rules: text("rules").notNull().default(""),
		/** What it is for, and what is kept about people, in Markdown; and how to reach who runs it, as plain text. */
		about: text("about").notNull().default(""),
		privacy: text("privacy").notNull().default(""),
		contact: text("contact").notNull().default(""),
		createdAt: moment("created_at").notNull().default(now),
	},
	(t) => [check("server_one_row", sql`${t.id} = 1`)],
)
