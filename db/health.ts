import { sql } from "drizzle-orm"
import type { Database } from "./connect.ts"

/** Whether the database answers, and takes what is written. */
export const databaseAnswers = async (db: Database): Promise<boolean> => {
	try {
		const [row] = await db.execute<{ standby: boolean }>(sql`select pg_is_in_recovery() as standby`)
		return row?.standby === false
	} catch {
		return false
	}
}
