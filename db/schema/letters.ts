import { index, integer, pgTable, uuid } from "drizzle-orm/pg-core"
import { bytes, moment, now } from "./columns.ts"

/** Letters that wait for the mail server, addresses and words sealed with the server's secret. What was sent is not kept. */
export const letters = pgTable(
	"letters",
	{
		id: uuid("id").primaryKey(),
		sealed: bytes("sealed").notNull(),
		createdAt: moment("created_at").notNull().default(now),
		dueAt: moment("due_at").notNull(),
		/** When it is of no use any more. */
		until: moment("until").notNull(),
		attempts: integer("attempts").notNull().default(0),
		/** Who is about to send it, so that nobody else does. */
		leaseToken: uuid("lease_token"),
		leaseUntil: moment("lease_until"),
	},
	(t) => [index("letters_due").on(t.dueAt)],
)
