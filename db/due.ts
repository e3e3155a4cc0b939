import { sql } from "drizzle-orm"
import type { Database } from "./connect.ts"
import { polls, quoteRequests, shares } from "./schema/index.ts"

/** When the first waiting post has its turn, the first open poll is over, the first tally is to be said, or the first question about a quote to be put again. */
export const nextDue = async (db: Database): Promise<Date | null> => {
	const [row] = await db.execute<{ at: string | null }>(sql`select least(
		(select min(${polls.tallyDueAt}) from ${polls} where ${polls.tallyDueAt} is not null),
		(select min(${polls.endsAt}) from ${polls} where ${polls.closedAt} is null and ${polls.endsAt} is not null),
		(select min(${quoteRequests.againAt}) from ${quoteRequests}),
		(select min(${shares.dueAt}) from ${shares} where ${shares.state} = 'held' and ${shares.dueAt} is not null)) as at`)
	return row?.at ? new Date(row.at) : null
}
