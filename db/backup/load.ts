import { codeOf, DatabaseRefusal } from "../database-errors.ts"
import {
	type Applied,
	columnList,
	listTables,
	quoted,
	type Sequence,
	type TableShape,
	tableName,
} from "./catalog.ts"
import { applyMigrations, type Known } from "./migrations.ts"
import { openSession, type Session } from "./session.ts"
import { findSealedKey, type SealedKey } from "./snapshot.ts"
import { refuseTarget } from "./target.ts"
import { type Restoration, wakeUp } from "./wake-up.ts"

/** What is to be put into an empty database. */
export type Load = {
	/** Every migration this build knows, and those the rows were written under. */
	known: Known[]
	migrations: Applied[]
	tables: (TableShape & { rows: number })[]
	sequences: Sequence[]
	rowsOf(table: TableShape): AsyncIterable<Uint8Array>
	/** Called with a key of the restored ones; throws when the secret does not open it. */
	checkKey(key: SealedKey): void
	restoration: Restoration
}

/** The lock that `migrate` takes: a server that is started meanwhile waits, and then finds everything. */
const lockKey = 736_917_042

/**
 * Fills an empty database, all of it or nothing: tables as they were when the rows were written, the rows, and then
 * what has changed in the tables since. Aborting the signal ends it, with nothing kept. @throws DatabaseRefusal when it is not empty or the tables are not the backup's.
 */
export const loadBackup = async (url: string, load: Load, signal?: AbortSignal): Promise<void> => {
	const session = await openSession(url, signal)
	try {
		await session.rows("begin")
		await session.rows(`select pg_advisory_xact_lock(${lockKey})`)
		await refuseTarget(session, load.migrations)
		await applyMigrations(
			session,
			load.known.filter(({ at }) => load.migrations.some((one) => one.at === at)),
		)
		await fill(session, load)
		await applyMigrations(session, load.known)
		await wakeUp(session, load.restoration)
		await session.rows("analyze")
		await session.rows("commit")
	} catch (error) {
		if (codeOf(error) !== "42501") throw error
		throw new DatabaseRefusal(
			"The database's user may not create tables there. Make it the database's owner.",
		)
	} finally {
		session.destroy()
	}
}

const fill = async (session: Session, load: Load): Promise<void> => {
	refuseOtherTables(await listTables(session), load.tables)
	// Tables refer to each other in any order, so what they refer to is checked once all of them are there.
	const references = await session.rows<{ table: string; name: string; definition: string }>(`
		select conrelid::regclass::text as "table", conname as name, pg_get_constraintdef(oid) as definition
		from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace order by 1, 2`)
	for (const { table, name } of references)
		await session.rows(`alter table ${table} drop constraint ${quoted(name)}`)
	for (const table of load.tables) await fillTable(session, load, table)
	for (const sequence of load.sequences) await raise(session, sequence)
	for (const { table, name, definition } of references)
		await session.rows(`alter table ${table} add constraint ${quoted(name)} ${definition}`)
	const key = await findSealedKey(session)
	if (key) load.checkKey(key)
}

const fillTable = async (session: Session, load: Load, table: Load["tables"][number]): Promise<void> => {
	const target = `${tableName(table.name)} (${columnList(table.columns)})`
	await session.copyIn(`copy ${target} from stdin with (encoding 'UTF8')`, load.rowsOf(table))
	const [found] = await session.rows<{ rows: number }>(
		`select count(*)::float8 as rows from ${tableName(table.name)}`,
	)
	if (found?.rows !== table.rows)
		throw new Error(`${table.name} holds ${found?.rows} rows after the restore instead of ${table.rows}.`)
}

// Numbers of rows that were deleted before the backup are not given out again either.
const raise = async (session: Session, { table, column, last }: Sequence): Promise<void> => {
	if (last === null) return
	await session.rows(
		`select setval(pg_get_serial_sequence($1, $2), greatest($3::text::bigint, (select max(${quoted(column)}) from ${tableName(table)})))`,
		[tableName(table), column, last],
	)
}

const refuseOtherTables = (found: TableShape[], wanted: TableShape[]): void => {
	const text = ({ name, columns }: TableShape) => `${name}(${[...columns].sort().join()})`
	const same = found.map(text).sort().join(";") === wanted.map(text).sort().join(";")
	if (same) return
	throw new DatabaseRefusal(
		"The tables in this backup are not those that this build makes at the same point of its history. Restore it with the build that made it.",
	)
}
