import { sql } from "drizzle-orm"
import {
	bigint,
	boolean,
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	text,
	uniqueIndex,
	uuid,
} from "drizzle-orm/pg-core"
import { bytes, moment, now } from "./columns.ts"
import { groups } from "./groups.ts"
import { actors } from "./people.ts"

const ofActor = () =>
	uuid("actor_id")
		.notNull()
		.references(() => actors.id)

/** A person's login on this server, and what they set for themselves. */
export const accounts = pgTable("accounts", {
	actorId: uuid("actor_id")
		.primaryKey()
		.references(() => actors.id),
	email: text("email").unique(),
	/** Null for those who only use passkeys. */
	passwordHash: text("password_hash"),
	operator: boolean("operator").notNull().default(false),
	createdAt: moment("created_at").notNull().default(now),
	/** The language and the time zone (IANA) they read in; null when their browser says it. */
	language: text("language"),
	timeZone: text("time_zone"),
	/** What they say of themselves, as they typed it; the actor's summary is made from it. */
	about: text("about").notNull().default(""),
	fields: jsonb("fields")
		.$type<{ name: string; value: string; verifiedAt: string | null }[]>()
		.notNull()
		.default([]),
	/** Who may see which groups they belong to: those who share one, or everybody. */
	groupsShown: text("groups_shown", { enum: ["members", "anyone"] })
		.notNull()
		.default("members"),
	invitedBy: uuid("invited_by").references(() => actors.id),
	/** Since when nobody gets in with it. */
	disabledAt: moment("disabled_at"),
})

/** Who is signed in, on which machine. Only a hash of the secret in the browser is kept. */
export const sessions = pgTable(
	"sessions",
	{
		tokenHash: text("token_hash").primaryKey(),
		/** The name of a session on pages; it opens nothing. */
		id: uuid("id").notNull().default(sql`gen_random_uuid()`),
		actorId: ofActor(),
		/** What kind of browser it is, on what kind of machine: `Firefox/Linux`. */
		device: text("device").notNull().default(""),
		createdAt: moment("created_at").notNull().default(now),
		expiresAt: moment("expires_at").notNull(),
	},
	(t) => [index("sessions_actor").on(t.actorId), index("sessions_end").on(t.expiresAt)],
)

/** Keys that a machine or a person carries, to sign in without a password (WebAuthn). */
export const passkeys = pgTable(
	"passkeys",
	{
		id: uuid("id").primaryKey(),
		actorId: ofActor(),
		credentialId: text("credential_id").notNull().unique(),
		publicKey: bytes("public_key").notNull(),
		counter: bigint("counter", { mode: "number" }).notNull(),
		transports: jsonb("transports").$type<string[]>().notNull().default([]),
		name: text("name").notNull(),
		createdAt: moment("created_at").notNull().default(now),
		usedAt: moment("used_at"),
	},
	(t) => [index("passkeys_actor").on(t.actorId)],
)

/** For the day when everything else is lost; each opens once, and only its hash is kept. */
export const recoveryCodes = pgTable(
	"recovery_codes",
	{
		actorId: ofActor(),
		codeHash: text("code_hash").notNull(),
		createdAt: moment("created_at").notNull().default(now),
	},
	(t) => [primaryKey({ columns: [t.actorId, t.codeHash] })],
)

/** Secrets that do one thing once, within minutes: links in letters, and the challenges of passkeys. Only hashes are kept. */
export const passes = pgTable(
	"passes",
	{
		hash: text("hash").primaryKey(),
		kind: text("kind", { enum: ["sign-in", "reset", "email", "passkey-in", "passkey-new"] }).notNull(),
		/** Whose it is; null when a letter was asked for that nobody gets, or nobody is known yet. */
		actorId: uuid("actor_id").references(() => actors.id),
		email: text("email"),
		/** The browser that asked, by the hash of its cookie. */
		browserHash: text("browser_hash"),
		expiresAt: moment("expires_at").notNull(),
	},
	(t) => [index("passes_end").on(t.expiresAt), index("passes_actor").on(t.actorId)],
)

/** A link by which somebody may make an account here. */
export const invites = pgTable(
	"invites",
	{
		id: uuid("id").primaryKey(),
		tokenHash: text("token_hash").notNull().unique(),
		/** Null when the operator made it by the command. */
		invitedBy: uuid("invited_by").references(() => actors.id),
		groupId: uuid("group_id").references(() => groups.actorId),
		note: text("note").notNull().default(""),
		usesLeft: integer("uses_left").notNull(),
		createdAt: moment("created_at").notNull().default(now),
		expiresAt: moment("expires_at").notNull(),
	},
	(t) => [index("invites_by").on(t.invitedBy)],
)

/** Somebody whose account was deleted, until the last server that has to hear it did; then their keys go, too. */
export const departures = pgTable("departures", {
	actorId: uuid("actor_id")
		.primaryKey()
		.references(() => actors.id),
	begunAt: moment("begun_at").notNull(),
	/** When their posts were gone, and other servers were told that they are. */
	toldAt: moment("told_at"),
})

/** Somebody asks for an account. Its name is kept free for them until they are answered. */
export const signUpRequests = pgTable(
	"sign_up_requests",
	{
		id: uuid("id").primaryKey(),
		/** Of the secret by which they come back and ask. */
		tokenHash: text("token_hash").notNull().unique(),
		handle: text("handle").notNull(),
		name: text("name").notNull(),
		/** Let go of with the answer. */
		passwordHash: text("password_hash"),
		email: text("email"),
		note: text("note").notNull(),
		/** That they read in, for the letter with the answer. */
		language: text("language"),
		state: text("state", { enum: ["waiting", "approved", "rejected"] })
			.notNull()
			.default("waiting"),
		reason: text("reason").notNull().default(""),
		createdAt: moment("created_at").notNull().default(now),
		answeredAt: moment("answered_at"),
	},
	(t) => [
		uniqueIndex("sign_up_requests_handle").on(t.handle).where(sql`state = 'waiting'`),
		index("sign_up_requests_state").on(t.state, t.createdAt),
	],
)

/** This server as an app of another one, so that people of that one can show here who they are. */
export const homeApps = pgTable("home_apps", {
	/** Stands in the address that people come back by: an answer of one server is never taken for another's. */
	id: uuid("id").primaryKey(),
	origin: text("origin").notNull().unique(),
	/** The client's id and secret, sealed with the server's secret. */
	sealed: bytes("sealed").notNull(),
	scope: text("scope").notNull(),
	createdAt: moment("created_at").notNull().default(now),
})

/** Somebody of another server is about to come in: by its OAuth, or by a code that is sent to them there. */
export const visits = pgTable(
	"visits",
	{
		id: uuid("id").primaryKey(),
		kind: text("kind", { enum: ["oauth", "code"] }).notNull(),
		/** The browser that asked, by the hash of its cookie: nobody else may end what it began. */
		browserHash: text("browser_hash").notNull(),
		/** Of the `state` that comes back, or of the code. */
		secretHash: text("secret_hash").notNull(),
		/** The server that was asked; of a code null. */
		origin: text("origin"),
		/** Who got the code; null for nobody, and until it is sent. */
		actorId: uuid("actor_id").references(() => actors.id),
		triesLeft: integer("tries_left").notNull(),
		/** Where they were on their way to. */
		next: text("next").notNull(),
		expiresAt: moment("expires_at").notNull(),
	},
	(t) => [index("visits_end").on(t.expiresAt), index("visits_browser").on(t.browserHash)],
)
