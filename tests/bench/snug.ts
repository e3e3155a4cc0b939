import { spawn } from "node:child_process"
import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import type { Sql } from "postgres"
import { freePort } from "../support/free-port.ts"
import type { Place } from "./line.ts"

const checkout = join(import.meta.dirname, "../..")

export type BenchSnug = {
	origin: string
	/** The group's ids: of its actor, on the wire and in the database. */
	group: { uri: string; id: string }
	pid: number
	databaseUrl: string
	sql: Sql
}

/** Whose server and group it is. */
export const owner = { name: "ana", password: "a pot of tea and a good book" }

/** Starts a whole server on an empty database, with one group @tea to which anyone may post. */
export const startSnug = async (place: Place): Promise<BenchSnug> => {
	const database = await place.cluster.fresh()
	place.after(() => database.drop())
	const port = await freePort()
	const profile = place.profile ? ["--cpu-prof", `--cpu-prof-dir=${place.profile}`] : []
	const child = spawn(
		process.execPath,
		["--enable-source-maps", ...profile, join(checkout, "dist/snug/main.js"), "start"],
		{ cwd: checkout, env: settings(port, database.url), stdio: ["ignore", "pipe", "pipe"] },
	)
	const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()))
	place.after(async () => {
		child.kill("SIGTERM")
		await Promise.race([gone, pause(12_000, undefined, { ref: false }).then(() => child.kill("SIGKILL"))])
	})
	await fillIn(await setupLink(child))
	await database.sql`update groups set posting = 'anyone'`
	const [group] = await database.sql<{ id: string; uri: string }[]>`
		select id, uri from actors where handle = 'tea' and local`
	return {
		origin: `http://localhost:${port}`,
		group: group!,
		pid: child.pid!,
		databaseUrl: database.url,
		sql: database.sql,
	}
}

const settings = (port: number, databaseUrl: string) => ({
	PATH: process.env.PATH ?? "",
	PORT: String(port),
	DATABASE_URL: databaseUrl,
	SECRET_KEY: "a secret of the benchmark, long enough to be taken",
	LOG_LEVEL: "warning",
})

const setupLink = (child: ReturnType<typeof spawn>): Promise<string> =>
	new Promise((resolve, reject) => {
		let output = ""
		const read = (chunk: Buffer) => {
			output += chunk
			const link = /Setup: (\S+)/.exec(output)?.[1]
			if (link) resolve(link)
		}
		child.stdout!.on("data", read)
		child.stderr!.on("data", read)
		// What a measured server has to say matters, but must not spoil what is printed for machines.
		child.stderr!.pipe(process.stderr)
		child.once("exit", () => reject(new Error(`Snug did not start:\n${output}`)))
	})

const fillIn = async (link: string): Promise<void> => {
	const fields = {
		server_name: "The Corner House",
		...owner,
		group_handle: "tea",
		group_name: "Tea",
	}
	const answer = await fetch(link, { method: "POST", body: new URLSearchParams(fields) })
	if (!answer.ok) throw new Error(`The setup page answered ${answer.status}`)
}
