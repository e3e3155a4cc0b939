import { sql } from "drizzle-orm"
import {
	boolean,
	check,
	index,
	jsonb,
	pgTable,
	primaryKey,
	text,
	unique,
	uniqueIndex,
	uuid,
} from "drizzle-orm/pg-core"
import { bytes, moment, now } from "./columns.ts"

/** Anyone with a URI: groups, people and the server itself, from here or from elsewhere. */
export const actors = pgTable(
	"actors",
	{
		id: uuid("id").primaryKey(),
		uri: text("uri").notNull().unique(),
		local: boolean("local").notNull(),
		kind: text("kind", { enum: ["group", "person", "server"] }).notNull(),
		handle: text("handle").notNull(),
		host: text("host").notNull(),
		name: text("name").notNull(),
		summary: text("summary").notNull().default(""),
		url: text("url").notNull(),
		inbox: text("inbox").notNull(),
		sharedInbox: text("shared_inbox"),
		followers: text("followers"),
		createdAt: moment("created_at").notNull().default(now),
		updatedAt: moment("updated_at").notNull().default(now),
		fetchedAt: moment("fetched_at"),
		goneAt: moment("gone_at"),
		/** Where they moved to, and the other names they own to (FEP-7628). */
		movedTo: text("moved_to"),
		alsoKnownAs: jsonb("also_known_as").$type<string[]>().notNull().default([]),
		/** Their picture and the wide one above their page: an address there, or for actors of this server a name in the storage. */
		icon: text("icon"),
		image: text("image"),
	},
	(t) => [
		uniqueIndex("actors_local_handle").on(t.handle).where(sql`local`),
		index("actors_host").on(t.host),
		index("actors_icon").on(t.icon).where(sql`local and icon is not null`),
		index("actors_image").on(t.image).where(sql`local and image is not null`),
	],
)

/** A local actor's signing keys; the private half is encrypted with the server's secret. */
export const actorKeys = pgTable(
	"actor_keys",
	{
		actorId: uuid("actor_id")
			.notNull()
			.references(() => actors.id),
		kind: text("kind", { enum: ["rsa", "ed25519"] }).notNull(),
		publicKey: text("public_key").notNull(),
		sealedPrivateKey: bytes("sealed_private_key").notNull(),
		createdAt: moment("created_at").notNull().default(now),
	},
	(t) => [primaryKey({ columns: [t.actorId, t.kind] })],
)

/** Public keys that remote actors list in their own documents. */
export const remoteKeys = pgTable(
	"remote_keys",
	{
		keyId: text("key_id").primaryKey(),
		actorId: uuid("actor_id")
			.notNull()
			.references(() => actors.id),
		publicKeyPem: text("public_key_pem").notNull(),
		fetchedAt: moment("fetched_at").notNull(),
	},
	(t) => [index("remote_keys_actor").on(t.actorId)],
)

/** Whom, or which server, one person here wants to hear nothing of. */
export const blocks = pgTable(
	"blocks",
	{
		id: uuid("id").primaryKey(),
		actorId: uuid("actor_id")
			.notNull()
			.references(() => actors.id),
		targetId: uuid("target_id").references(() => actors.id),
		domain: text("domain"),
		createdAt: moment("created_at").notNull().default(now),
	},
	(t) => [
		unique("blocks_once").on(t.actorId, t.targetId, t.domain).nullsNotDistinct(),
		check("blocks_one", sql`(${t.targetId} is null) <> (${t.domain} is null)`),
	],
)
