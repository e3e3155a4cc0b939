import { boolean, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core"
import { moment, now } from "./columns.ts"

/** A list of what others decided about servers: a file that was brought, or one that is read anew every day. */
export const domainLists = pgTable(
	"domain_lists",
	{
		id: uuid("id").primaryKey(),
		name: text("name").notNull(),
		/** Where it is read; null for a file. */
		url: text("url").unique(),
		/** Whether what it says is a draft at first, or counts at once. */
		way: text("way", { enum: ["review", "at-once"] })
			.notNull()
			.default("review"),
		etag: text("etag"),
		/** When it is read next; null for a file. */
		dueAt: moment("due_at"),
		readAt: moment("read_at"),
		failingSince: moment("failing_since"),
		lastError: text("last_error"),
		createdAt: moment("created_at").notNull().default(now),
	},
	(t) => [index("domain_lists_due").on(t.dueAt)],
)

/** One line of a list. What counts of it counts beside what was decided here, and goes when the list takes it back. */
export const listedDomains = pgTable(
	"listed_domains",
	{
		listId: uuid("list_id")
			.notNull()
			.references(() => domainLists.id, { onDelete: "cascade" }),
		domain: text("domain").notNull(),
		place: integer("place").notNull(),
		severity: text("severity", { enum: ["block", "limit", "none"] }).notNull(),
		rejectMedia: boolean("reject_media").notNull().default(false),
		rejectReports: boolean("reject_reports").notNull().default(false),
		publicReason: text("public_reason"),
		obfuscate: boolean("obfuscate").notNull().default(false),
		/** A draft waits for the operator; what was passed over does not come back as a draft. */
		state: text("state", { enum: ["draft", "counts", "passed-over"] })
			.notNull()
			.default("draft"),
	},
	(t) => [primaryKey({ columns: [t.listId, t.domain] }), index("listed_domains_domain").on(t.domain)],
)
