import { index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core"
import { moment, now } from "./columns.ts"
import { groups } from "./groups.ts"
import { actors } from "./people.ts"

/** Until when somebody may not write in a group that they belong to all the same. */
export const pauses = pgTable(
	"pauses",
	{
		groupId: uuid("group_id")
			.notNull()
			.references(() => groups.actorId),
		actorId: uuid("actor_id")
			.notNull()
			.references(() => actors.id),
		until: moment("until").notNull(),
		reason: text("reason").notNull().default(""),
		createdAt: moment("created_at").notNull().default(now),
	},
	(t) => [primaryKey({ columns: [t.groupId, t.actorId] }), index("pauses_actor").on(t.actorId)],
)
