import { sql } from "drizzle-orm"
import type { Database } from "./connect.ts"
import { together } from "./together.ts"

const moments = together<Database, null, string>(async (db, askers) => {
	const [row] = await db.execute<{ moment: string }>(sql`select pg_current_snapshot()::text as moment`)
	return askers.map(() => row!.moment)
})

/**
 * Names what has been written until now, by whatever process: two readings are the same only when nothing was written
 * between them. Reads no table; many who ask at the same moment share one statement.
 */
export const readMoment = (db: Database): Promise<string> => moments(db, null)
