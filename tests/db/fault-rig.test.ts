import { mkdtemp, rm } from "node:fs/promises"
import { join } from "node:path"
import { sql } from "drizzle-orm"
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest"
import { type Connection, connect } from "../../db/connect.ts"
import { DatabaseUnavailable } from "../../db/database-errors.ts"
import { readRunning } from "../../db/embedded/running.ts"
import { startEmbedded } from "../../db/embedded.ts"
import { faults, type Load, outliveSession, prepareLedger, startLoad } from "./load.ts"

const size = 4
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
const escaped: unknown[] = []
const catchEscaped = (error: unknown) => escaped.push(error)

let folder: string
let server: Awaited<ReturnType<typeof startEmbedded>>
let connection: Connection
let killer: Connection
let load: Load | null = null

const restart = async (how: "fast" | "immediate") => {
	const { pid } = readRunning(join(folder, "db"))!
	process.kill(pid, how === "fast" ? "SIGINT" : "SIGQUIT")
	while (readRunning(join(folder, "db"))?.pid === pid) await pause(20)
	server = await startEmbedded(join(folder, "db"))
}

/** Every session of the pool at work at once: none may be stuck or missing. */
const everySlotWorks = async () => {
	const answers = Array.from({ length: size }, () =>
		connection.db.transaction(async (tx) => {
			const [row] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`)
			await pause(100)
			return row!.pid
		}),
	)
	expect(new Set(await Promise.all(answers)).size).toBe(size)
}

beforeAll(async () => {
	process.on("uncaughtException", catchEscaped).on("unhandledRejection", catchEscaped)
	folder = await mkdtemp("/tmp/snug-rig-")
	server = await startEmbedded(join(folder, "db"))
})
afterAll(async () => {
	process.off("uncaughtException", catchEscaped).off("unhandledRejection", catchEscaped)
	await server.stop({ force: true })
	await rm(folder, { recursive: true, force: true })
})
beforeEach(async () => {
	connection = connect(server.url, { size })
	killer = connect(server.url, { size: 1 })
	await connection.db.execute(sql`drop table if exists ledger`)
	await prepareLedger(connection.db)
})
afterEach(async () => {
	await load?.stop()
	load = null
	await Promise.all([connection.close(), killer.close()])
	expect(escaped).toEqual([])
})

test("CRA-06 a transaction the server ended while it waited writes nothing more, anywhere", async () => {
	load = startLoad(connection.db, size * 2, 30)
	const settled = await Promise.allSettled(
		Array.from({ length: 8 }, (_, n) => outliveSession(connection.db, -1 - n)),
	)
	await pause(200)
	await load.stop()
	expect(settled.map(({ status }) => status)).toEqual(Array(8).fill("rejected"))
	expect(await faults(connection.db, load.entries)).toEqual([])
	expect(await connection.db.execute(sql`select * from ledger where id < 0`)).toHaveLength(0)
	await everySlotWorks()
})

test("sessions killed at random under load lose nothing and leak nothing", async () => {
	load = startLoad(connection.db, size * 3)
	for (let round = 0; round < 60; round++) {
		await killer.db.execute(sql`
			select pg_terminate_backend(pid) from (
				select pid from pg_stat_activity
				where usename = current_user and pid <> pg_backend_pid() order by random() limit 2
			) as victims`)
		await pause(40)
	}
	await load.stop()
	expect(load.entries.filter(({ outcome }) => outcome === "acknowledged").length).toBeGreaterThan(50)
	expect(load.entries.filter(({ outcome }) => outcome === "refused").length).toBeGreaterThan(20)
	expect(await faults(connection.db, load.entries)).toEqual([])
	await everySlotWorks()
})

test.each(["fast", "immediate"] as const)(
	"a database restarted under load (%s) loses nothing and comes back",
	async (how) => {
		load = startLoad(connection.db, size * 3)
		for (let round = 0; round < 3; round++) {
			await pause(300)
			await restart(how)
		}
		await pause(300)
		await load.stop()
		expect(load.entries.filter(({ outcome }) => outcome === "acknowledged").length).toBeGreaterThan(50)
		expect(await faults(connection.db, load.entries)).toEqual([])
		await everySlotWorks()
	},
)

test("a session killed in the middle of a statement rejects it at once", async () => {
	const asleep = (async () => connection.db.execute(sql`select pg_sleep(30), 'asleep'`))()
	asleep.catch(() => {})
	await expect
		.poll(async () => {
			const found = await killer.db.execute(sql`
			select pg_terminate_backend(pid) from pg_stat_activity
			where query like '%asleep%' and state = 'active' and pid <> pg_backend_pid()`)
			return found.length
		})
		.toBe(1)
	await expect(asleep).rejects.toBeInstanceOf(Error)
	await everySlotWorks()
})

test("a database that is away answers with a clear error and is found again", async () => {
	const heard: string[] = []
	const unlisten = await connection.listen("rig", (payload) => heard.push(payload))
	const { pid } = readRunning(join(folder, "db"))!
	process.kill(pid, "SIGINT")
	while (readRunning(join(folder, "db"))?.pid === pid) await pause(20)
	const failure = await connection.db.execute(sql`select 1`).catch((error) => error)
	expect(failure.cause ?? failure).toBeInstanceOf(DatabaseUnavailable)
	server = await startEmbedded(join(folder, "db"))
	await everySlotWorks()
	await expect.poll(() => heard, { timeout: 10_000 }).toEqual([""])
	await killer.db.execute(sql`select pg_notify('rig', 'hello')`)
	await expect.poll(() => heard, { timeout: 10_000 }).toEqual(["", "hello"])
	await unlisten()
})
