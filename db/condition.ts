import { sql } from "drizzle-orm"
import { readMigrationFiles } from "drizzle-orm/migrator"
import { readApplied } from "./applied.ts"
import type { Database } from "./connect.ts"

/** What the database says of itself; `startedAt` tells one server that runs from its copies. */
export type Condition = { version: string; number: number; standby: boolean; now: Date; startedAt: string }

export const readCondition = async (db: Database): Promise<Condition> => {
	const [row] = await db.execute<Omit<Condition, "now"> & { now: string }>(sql`
		select current_setting('server_version') as version, current_setting('server_version_num')::int as number,
			pg_is_in_recovery() as standby, extract(epoch from clock_timestamp())::text as now,
			extract(epoch from pg_postmaster_start_time())::text as "startedAt"`)
	return { ...row!, now: new Date(Number(row!.now) * 1000) }
}

/** How the database's tables compare with this build: migrations it lacks, and those this build does not know. */
export const compareMigrations = async (
	db: Database,
	folder: string,
): Promise<{ missing: number; strange: number }> => {
	const known = readMigrationFiles({ migrationsFolder: folder }).map((migration) => migration.folderMillis)
	const done = new Set(await readApplied(db))
	return {
		missing: known.filter((at) => !done.has(at)).length,
		strange: [...done].filter((at) => !known.includes(at)).length,
	}
}

/** How many other servers were ever spoken with and are not given up. */
export const countHosts = async (db: Database): Promise<number> =>
	(
		await db.execute<{ hosts: number }>(
			sql`select count(*)::int as hosts from hosts where dropped_at is null`,
		)
	)[0]?.hosts ?? 0
