import { existsSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { sql } from "drizzle-orm"
import { readMigrationFiles } from "drizzle-orm/migrator"
import { makeAppliedTable, readApplied } from "./applied.ts"
import { connect, type Transaction } from "./connect.ts"
import { codeOf, DatabaseRefusal } from "./database-errors.ts"

export { DatabaseRefusal } from "./database-errors.ts"

const oldest = 150_000
const anHour = 3_600_000
/** Any number, as long as no other program takes advisory locks with it in this database. */
const lockKey = 736_917_042

/**
 * Brings the database's tables to this build's state, all or nothing, and says how many migrations that took.
 * Several processes may call it at once. Throws `DatabaseRefusal` for a PostgreSQL that is too old, a role that may
 * not create tables, or a database that a newer build has already changed.
 */
export const migrate = async (url: string): Promise<{ applied: number }> => {
	const connection = connect(url, { size: 1, transactionDeadline: anHour })
	try {
		return await connection.db.transaction(applyMissing)
	} catch (error) {
		if (codeOf(error) !== "42501") throw error
		throw new DatabaseRefusal(
			"The database's user may not create tables there. Make it the database's owner.",
		)
	} finally {
		await connection.close()
	}
}

const applyMissing = async (tx: Transaction): Promise<{ applied: number }> => {
	await refuseOldServer(tx)
	await tx.execute(sql`select pg_advisory_xact_lock(${lockKey})`)
	const known = readMigrationFiles({ migrationsFolder: join(projectFolder(), "db/migrations") })
	const done = await appliedMigrations(tx)
	const strange = done.filter((when) => !known.some((migration) => migration.folderMillis === when))
	if (strange.length > 0) {
		const sentence = "This database was already changed by another, probably newer, build of Snug."
		throw new DatabaseRefusal(`${sentence} Start that build, or restore the backup made before it.`)
	}
	const missing = known.filter((migration) => !done.includes(migration.folderMillis))
	for (const migration of missing) {
		for (const statement of migration.sql) await tx.execute(sql.raw(statement))
		await tx.execute(
			sql`insert into drizzle.__drizzle_migrations (hash, created_at) values (${migration.hash}, ${migration.folderMillis})`,
		)
	}
	return { applied: missing.length }
}

const refuseOldServer = async (tx: Transaction): Promise<void> => {
	const [row] = await tx.execute<{ number: number; name: string }>(
		sql`select current_setting('server_version_num')::int as number, current_setting('server_version') as name`,
	)
	if (row && row.number >= oldest) return
	throw new DatabaseRefusal(
		`Snug needs PostgreSQL 15 or newer; this server is ${row?.name}. Upgrade it and start again.`,
	)
}

// Whether the table exists is asked first, so that a role without the right to create anything can still start on a
// database that is up to date.
const appliedMigrations = async (tx: Transaction): Promise<number[]> => {
	const applied = await readApplied(tx)
	if (!applied) for (const statement of makeAppliedTable) await tx.execute(sql.raw(statement))
	return applied ?? []
}

/** The folder with package.json: one above db/, or two above dist/db/. */
const projectFolder = (): string => {
	let at = dirname(fileURLToPath(import.meta.url))
	while (!existsSync(join(at, "package.json"))) {
		if (dirname(at) === at) throw new Error("Snug's own folder was not found: package.json is missing.")
		at = dirname(at)
	}
	return at
}
