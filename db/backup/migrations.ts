import { readMigrationFiles } from "drizzle-orm/migrator"
import { makeAppliedTable } from "../applied.ts"
import { DatabaseRefusal } from "../database-errors.ts"
import { type Applied, listApplied } from "./catalog.ts"
import type { Session } from "./session.ts"

export type Known = Applied & { sql: string[] }

/** The migrations this build brings, oldest first, from its folder of them. */
export const knownMigrations = (folder: string): Known[] =>
	readMigrationFiles({ migrationsFolder: folder }).map(({ hash, folderMillis, sql }) => ({
		hash,
		at: folderMillis,
		sql,
	}))

/** @throws DatabaseRefusal when a newer build made the tables than this one. */
export const refuseUnknown = (applied: Applied[], known: Known[]): void => {
	if (applied.every(({ at }) => known.some((migration) => migration.at === at))) return
	throw new DatabaseRefusal(
		"This backup was made by a newer build of Snug, whose tables this one does not know. Restore it with that build, or a newer one.",
	)
}

/** Applies those migrations that are missing, within the session's transaction, and notes them as `migrate` does. */
export const applyMigrations = async (session: Session, wanted: Known[]): Promise<void> => {
	for (const statement of makeAppliedTable) await session.rows(statement)
	const done = await listApplied(session)
	for (const { hash, at, sql } of wanted.filter((one) => !done.some((other) => other.at === one.at))) {
		for (const statement of sql) await session.rows(statement)
		await session.rows("insert into drizzle.__drizzle_migrations (hash, created_at) values ($1, $2)", [
			hash,
			at,
		])
	}
}
