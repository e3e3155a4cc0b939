import type { Readable } from "node:stream"
import { DatabaseRefusal } from "../database-errors.ts"
import {
	type Applied,
	columnList,
	listApplied,
	listSequences,
	listTables,
	type Sequence,
	serverVersion,
	type TableShape,
	tableName,
} from "./catalog.ts"
import { openSession, type Session } from "./session.ts"

/** A sealed key and whose it is: what shows whether a secret is the right one. */
export type SealedKey = { actorId: string; sealed: Buffer }

/** The whole database at one moment, whatever is written meanwhile. */
export type Snapshot = {
	postgres: string
	webOrigin: string
	migrations: Applied[]
	tables: TableShape[]
	sequences: Sequence[]
	sealedKey: SealedKey | null
	/** A table's rows in COPY's text format. Read one to its end before the next. */
	rowsOf(table: TableShape): Readable
}

/**
 * Gives `work` one snapshot of everything, in one read-only transaction; writers go on. Aborting the signal ends it.
 * @throws DatabaseRefusal when there is no server in this database.
 */
export const withSnapshot = async <T>(
	url: string,
	work: (snapshot: Snapshot) => Promise<T>,
	signal?: AbortSignal,
): Promise<T> => {
	const session = await openSession(url, signal)
	try {
		const names = (await listTables(session)).map(({ name }) => tableName(name))
		if (!names.includes(tableName("server"))) throw nobody()
		await session.rows("begin isolation level repeatable read, read only")
		// Locked before the snapshot is taken, so that no table changes its columns under it.
		await session.rows(`lock table ${names.join(", ")} in access share mode`)
		return await work(await look(session))
	} finally {
		session.destroy()
	}
}

const nobody = () =>
	new DatabaseRefusal("There is no server in this database yet, so there is nothing to back up.")

const look = async (session: Session): Promise<Snapshot> => {
	const [server] = await session.rows<{ webOrigin: string }>(
		`select web_origin as "webOrigin" from public.server`,
	)
	if (!server) throw nobody()
	return {
		postgres: (await serverVersion(session)).name,
		webOrigin: server.webOrigin,
		migrations: await listApplied(session),
		tables: await listTables(session),
		sequences: await listSequences(session),
		sealedKey: await findSealedKey(session),
		rowsOf: ({ name, columns }) =>
			session.copyOut(`copy ${tableName(name)} (${columnList(columns)}) to stdout with (encoding 'UTF8')`),
	}
}

/** Any actor's sealed key. */
export const findSealedKey = async (session: Session): Promise<SealedKey | null> =>
	(
		await session.rows<SealedKey>(
			`select actor_id as "actorId", sealed_private_key as sealed from public.actor_keys limit 1`,
		)
	)[0] ?? null
