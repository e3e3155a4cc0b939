import { DatabaseRefusal } from "../database-errors.ts"
import { type Applied, listApplied, listTables, serverVersion, tableName } from "./catalog.ts"
import { openSession, type Session } from "./session.ts"

const oldest = 150_000

/**
 * Refuses a database that a backup must not be restored into: one that holds anything, that is too old, or whose empty
 * tables are newer than the backup's. @throws DatabaseRefusal with the way out.
 */
export const refuseTarget = async (session: Session, migrations: Applied[]): Promise<void> => {
	const { number, name } = await serverVersion(session)
	if (number < oldest)
		throw new DatabaseRefusal(
			`Snug needs PostgreSQL 15 or newer; this server is ${name}. Restore into a newer one.`,
		)
	const tables = await listTables(session)
	const full: string[] = []
	for (const table of tables) {
		const [found] = await session.rows<{ any: boolean }>(
			`select exists (select from ${tableName(table.name)}) as any`,
		)
		if (found?.any) full.push(table.name)
	}
	if (full.includes("server")) throw new DatabaseRefusal(`${await holder(session)} ${wayOut}`)
	if (full.length > 0)
		throw new DatabaseRefusal(`This database is not empty: it holds rows in ${full.join(", ")}. ${wayOut}`)
	const applied = await listApplied(session)
	const same = applied.every(({ at }) => migrations.some((one) => one.at === at))
	if (!same || (tables.length > 0 && applied.length === 0))
		throw new DatabaseRefusal(`This database has tables already that are not the backup's. ${wayOut}`)
}

const wayOut =
	"A backup is restored into an empty place only: give it a DATA_DIR that does not exist yet, or a DATABASE_URL with a new, empty database."

const holder = async (session: Session): Promise<string> => {
	const [server] = await session.rows<{ web_origin: string }>("select web_origin from public.server")
	return `This database holds a server already: ${server?.web_origin}.`
}

/** Looks at a database without changing it. @throws DatabaseRefusal as `refuseTarget` does. */
export const lookAtTarget = async (url: string, migrations: Applied[]): Promise<void> => {
	const session = await openSession(url)
	try {
		await refuseTarget(session, migrations)
	} finally {
		session.destroy()
	}
}
