import { sql } from "drizzle-orm"
import { boolean, index, pgTable, text, unique, uuid } from "drizzle-orm/pg-core"
import { moment, now } from "./columns.ts"
import { groups } from "./groups.ts"
import { actors } from "./people.ts"

/** What one person and those who look after a group write to each other. */
export const modmail = pgTable(
	"modmail",
	{
		id: uuid("id").primaryKey(),
		groupId: uuid("group_id")
			.notNull()
			.references(() => groups.actorId),
		personId: uuid("person_id")
			.notNull()
			.references(() => actors.id),
		/** When the last of it was written. */
		activeAt: moment("active_at").notNull(),
		/** When a moderator said that nothing more is to be done; null while it waits. */
		closedAt: moment("closed_at"),
		createdAt: moment("created_at").notNull().default(now),
	},
	(t) => [
		unique("modmail_once").on(t.groupId, t.personId),
		index("modmail_person").on(t.personId),
		index("modmail_open").on(t.groupId, t.activeAt).where(sql`closed_at is null`),
	],
)

/** One message of it, as clean HTML. */
export const modmailMessages = pgTable(
	"modmail_messages",
	{
		id: uuid("id").primaryKey(),
		modmailId: uuid("modmail_id")
			.notNull()
			.references(() => modmail.id, { onDelete: "cascade" }),
		/** Whether the group says it; otherwise the person does. */
		byGroup: boolean("by_group").notNull(),
		/** The moderator who wrote it for the group, for the other moderators to see. */
		moderatorId: uuid("moderator_id").references(() => actors.id),
		/** Its address on the person's own server, by which a repeated one is known. */
		uri: text("uri").unique(),
		html: text("html").notNull(),
		createdAt: moment("created_at").notNull().default(now),
	},
	(t) => [
		index("modmail_messages_of").on(t.modmailId, t.createdAt),
		index("modmail_messages_moderator").on(t.moderatorId).where(sql`moderator_id is not null`),
	],
)
