import { sql } from "drizzle-orm"
import type { Database } from "./connect.ts"

/** Rings at every process that listens on a channel of this database. */
export const notify = async (db: Database, channel: string, payload = ""): Promise<void> => {
	await db.execute(sql`select pg_notify(${channel}, ${payload})`)
}
