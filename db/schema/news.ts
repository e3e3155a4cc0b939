import { pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core"
import { moment, now } from "./columns.ts"
import { groups } from "./groups.ts"
import { actors } from "./people.ts"

/** By which somebody reads along in a feed reader what only members of a group may read. Only a hash of the key is kept. */
export const feedKeys = pgTable(
	"feed_keys",
	{
		actorId: uuid("actor_id")
			.notNull()
			.references(() => actors.id),
		groupId: uuid("group_id")
			.notNull()
			.references(() => groups.actorId),
		keyHash: text("key_hash").notNull().unique(),
		createdAt: moment("created_at").notNull().default(now),
	},
	(t) => [primaryKey({ columns: [t.actorId, t.groupId] })],
)
