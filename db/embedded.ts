import { existsSync, mkdirSync } from "node:fs"
import { resolve } from "node:path"
import { type Binaries, findBinaries } from "./embedded/binaries.ts"
import { initialise } from "./embedded/initialise.ts"
import { type Running, readRunning, waitUntilReady } from "./embedded/running.ts"
import { launch } from "./embedded/start.ts"
import { shutDown } from "./embedded/stop.ts"
import { EmbeddedRefusal, type Person, personFor } from "./embedded/user.ts"

export { EmbeddedRefusal } from "./embedded/user.ts"

export type Embedded = {
	url: string
	/** True when a server that already ran on this folder was taken over. */
	adopted: boolean
	/** Shuts the server down, unless another process of Snug still uses it. Close your own connections before. */
	stop(options?: { force: boolean }): Promise<void>
}
type Log = (line: string) => void
type Place = { dir: string; binaries: Binaries; person: Person }

/**
 * The database server of a folder: the one that runs there, or a new one. It outlives a crash of this process, and the
 * next start adopts it. It listens on a unix socket that only its own user and root can reach, never on a port.
 * `settings` are added to postgresql.conf. Throws `EmbeddedRefusal` with a sentence for the operator.
 */
export const startEmbedded = async (
	folder: string,
	log: Log = () => {},
	settings: Record<string, string> = {},
): Promise<Embedded> => {
	const dir = resolve(folder)
	const stop = ({ force } = { force: false }) => shutDown(dir, log, force)
	const found = await running(dir)
	if (found) {
		log(`Using the database that runs in ${dir}`)
		return { url: found.url, adopted: true, stop }
	}
	const binaries = await findBinaries()
	makeFolder(dir)
	const { url, adopted } = await begin(
		{ dir, binaries, person: personFor(dir, binaries.folder) },
		settings,
		log,
	)
	log(
		adopted
			? `Using the database that another process just started in ${dir}`
			: `Started the database in ${dir}`,
	)
	return { url, adopted, stop }
}

/** The address of the server that runs on the folder now, or null. */
export const embeddedStatus = async (folder: string): Promise<string | null> =>
	(await running(resolve(folder)))?.url ?? null

const running = async (dir: string): Promise<Running | null> => {
	const found = readRunning(dir)
	return found && waitUntilReady(found)
}

// PostgreSQL itself lets one server only run on a folder, so of several that start at once all but one fail and use it.
const begin = async (place: Place, settings: Record<string, string>, log: Log) => {
	const { dir, binaries, person } = place
	await initialise(dir, binaries, person, log)
	const failure = await launch(dir, binaries, person, settings).catch((error: Error) => error)
	const found = await running(dir)
	if (found) return { url: found.url, adopted: failure instanceof Error }
	throw (
		failure ?? new EmbeddedRefusal(`The database in ${dir} stopped right after its start. See ${dir}/log.`)
	)
}

const makeFolder = (dir: string): void => {
	try {
		if (!existsSync(dir)) mkdirSync(dir, { recursive: true, mode: 0o700 })
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException
		const sentence = `The folder ${dir} for the database cannot be made (${code}).`
		throw new EmbeddedRefusal(`${sentence} Set DATA_DIR to a folder that can be written.`)
	}
}
