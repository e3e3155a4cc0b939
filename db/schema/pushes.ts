import { sql } from "drizzle-orm"
import { bigint, check, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core"
import { bytes, moment, now } from "./columns.ts"
import { actors } from "./people.ts"

/** Browsers that are told of news (Web Push, RFC 8030): where their push service takes it, and with which keys it is sealed for them. */
export const pushSubscriptions = pgTable(
	"push_subscriptions",
	{
		id: uuid("id").primaryKey(),
		actorId: uuid("actor_id")
			.notNull()
			.references(() => actors.id),
		/** The session it was asked for in; whoever signs out there is not told there any more. */
		sessionId: uuid("session_id").notNull(),
		endpoint: text("endpoint").notNull().unique(),
		p256dh: text("p256dh").notNull(),
		auth: text("auth").notNull(),
		device: text("device").notNull().default(""),
		failures: integer("failures").notNull().default(0),
		createdAt: moment("created_at").notNull().default(now),
	},
	(t) => [index("push_subscriptions_actor").on(t.actorId, t.createdAt)],
)

/** By which push services know this server (VAPID, RFC 8292): one row, made when it is first needed. */
export const pushKeys = pgTable(
	"push_keys",
	{
		id: bigint("id", { mode: "number" }).primaryKey(),
		publicKey: text("public_key").notNull(),
		sealedPrivateKey: bytes("sealed_private_key").notNull(),
		createdAt: moment("created_at").notNull().default(now),
	},
	(t) => [check("push_keys_one_row", sql`${t.id} = 1`)],
)
