import { sql } from "drizzle-orm"
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

/** What moderators write down about somebody for each other. */
export const deskNotes = pgTable(
	"desk_notes",
	{
		id: uuid("id").primaryKey(),
		groupId: uuid("group_id")
			.notNull()
			.references(() => groups.actorId),
		personId: uuid("person_id")
			.notNull()
			.references(() => actors.id),
		/** Null for the operator, and for somebody whose account is gone. */
		authorId: uuid("author_id").references(() => actors.id),
		words: text("words").notNull(),
		createdAt: moment("created_at").notNull(),
	},
	(t) => [
		index("desk_notes_person").on(t.groupId, t.personId, t.createdAt),
		index("desk_notes_author").on(t.authorId),
	],
)

/** Which moderator looks after what waits about somebody. */
export const deskCases = pgTable(
	"desk_cases",
	{
		groupId: uuid("group_id")
			.notNull()
			.references(() => groups.actorId),
		personId: uuid("person_id")
			.notNull()
			.references(() => actors.id),
		holderId: uuid("holder_id")
			.notNull()
			.references(() => actors.id),
		since: moment("since").notNull(),
	},
	(t) => [primaryKey({ columns: [t.groupId, t.personId] }), index("desk_cases_holder").on(t.holderId)],
)

/** Somebody asks that a decision about them be looked at again, by somebody else. */
export const appeals = pgTable(
	"appeals",
	{
		id: uuid("id").primaryKey(),
		groupId: uuid("group_id")
			.notNull()
			.references(() => groups.actorId),
		/** What was decided; there is one appeal against it. */
		eventId: uuid("event_id").notNull().unique(),
		personId: uuid("person_id")
			.notNull()
			.references(() => actors.id),
		words: text("words").notNull(),
		createdAt: moment("created_at").notNull(),
		decidedAt: moment("decided_at"),
		outcome: text("outcome", { enum: ["upheld", "overturned"] }),
		/** What they were answered. */
		answer: text("answer"),
	},
	(t) => [
		index("appeals_open").on(t.groupId, t.createdAt).where(sql`decided_at is null`),
		index("appeals_person").on(t.personId),
	],
)
