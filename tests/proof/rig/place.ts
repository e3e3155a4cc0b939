import { randomBytes } from "node:crypto"
import { chmod, mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { sql } from "drizzle-orm"
import { connect } from "../../../db/connect.ts"
import { readRunning } from "../../../db/embedded/running.ts"
import { startEmbedded } from "../../../db/embedded.ts"

/** A PostgreSQL of a test's own, which may be treated badly. It writes to the disk as it does for anybody. */
export type Place = {
	folder: string
	/** The address of a new, empty database. */
	fresh(): Promise<string>
	/** Stops it as `pg_ctl stop -m fast` or `-m immediate` would, stays away for a while, and starts it again. */
	restart(how: "fast" | "immediate", away?: number): Promise<void>
	/** Starts it if it went by itself. */
	revive(): Promise<void>
	close(): Promise<void>
}

/** Runs one statement on a database, from a session that ends with it. */
export const runOn = async <T>(url: string, statement: string): Promise<T[]> => {
	const { db, close } = connect(url, { size: 1, transactionDeadline: 60_000 })
	try {
		return (await db.execute(sql.raw(statement))) as unknown as T[]
	} finally {
		await close()
	}
}

/** In a folder of its own, or in the given one, which then stays. */
export const openPlace = async (given?: string, settings: Record<string, string> = {}): Promise<Place> => {
	const folder = given ?? (await mkdtemp(join(tmpdir(), "snug-rig-")))
	// As root, PostgreSQL runs as somebody else, who must be able to pass through.
	await chmod(folder, 0o711)
	const dir = join(folder, "db")
	const start = () => startEmbedded(dir, undefined, settings)
	let server = await start()
	return {
		folder,
		async fresh() {
			const name = `snug_rig_${randomBytes(5).toString("hex")}`
			await runOn(server.url, `create database ${name}`)
			const url = new URL(server.url)
			url.pathname = `/${name}`
			return url.href
		},
		async restart(how, away = 0) {
			const pid = readRunning(dir)?.pid
			if (pid) process.kill(pid, how === "fast" ? "SIGINT" : "SIGQUIT")
			while (pid && readRunning(dir)?.pid === pid) await pause(20)
			await pause(away)
			server = await start()
		},
		async revive() {
			server = await start()
		},
		async close() {
			await server.stop({ force: true })
			if (!given) await rm(folder, { recursive: true, force: true })
		},
	}
}
