import { sql } from "drizzle-orm"
import type { Database, Transaction } from "./connect.ts"

// The table is the one drizzle-kit makes, so that its tools can read it.
export const makeAppliedTable = [
	"create schema if not exists drizzle",
	"create table if not exists drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)",
] as const

/** When the migrations that this database has had were made; null where there has been none and no table for them. */
export const readApplied = async (db: Database | Transaction): Promise<number[] | null> => {
	const [found] = await db.execute(sql`select to_regclass('drizzle.__drizzle_migrations') as name`)
	if (!found?.name) return null
	const rows = await db.execute<{ at: string }>(
		sql`select created_at as at from drizzle.__drizzle_migrations`,
	)
	return rows.map((row) => Number(row.at))
}
