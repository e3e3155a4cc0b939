import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { sql } from "drizzle-orm"
import { connect } from "../../db/connect.ts"
import { startEmbedded } from "../../db/embedded.ts"
import { migrate } from "../../db/migrate.ts"
import { signUp } from "../../src/accounts/sign-up.ts"
import { foundServer } from "../../src/found-server.ts"
import { createGroup } from "../../src/groups/create-group.ts"
import { followGroup } from "../../src/groups/follow-group.ts"
import { type Ports, uuidv7 } from "../../src/ports.ts"
import type { World } from "../../src/world.ts"
import { Chance } from "./chance.ts"
import { usedIn } from "./processor-time.ts"
import { beginning, secretKey } from "./snug.ts"

/** Nothing here outlives the run, so it need not reach the disk. */
const careless = {
	...{
		fsync: "off",
		synchronous_commit: "off",
		full_page_writes: "off",
		wal_level: "minimal",
		max_wal_senders: "0",
	},
	...{
		autovacuum: "off",
		jit: "off",
		checkpoint_timeout: "1h",
		bgwriter_lru_maxpages: "0",
		wal_writer_delay: "10s",
	},
}

/** A database of one run. */
export type Room = { url: string; drop(): Promise<void>; keep(): Promise<void> }

/** Where the databases of runs are made, each as a copy of one in which a server has been set up. */
export type Place = {
	newDatabase(server: string): Promise<Room>
	/** Seconds of processor time that its PostgreSQL has used so far; null for one that others may use as well. */
	used(): number | null
	close(): Promise<void>
}

const named = (url: string, name: string): string => {
	const other = new URL(url)
	other.pathname = `/${name}`
	return other.href
}

/** Uses the PostgreSQL that DATABASE_URL names, whose role must be its superuser, or one that goes away with the run. */
export const openPlace = async (servers: string[]): Promise<Place> => {
	const given = process.env.DATABASE_URL
	const own = given ? null : await mkdtemp(join(tmpdir(), `snug-simulate-${process.pid}-`))
	const embedded = own ? await startEmbedded(join(own, "db"), undefined, careless) : null
	const url = given ?? embedded!.url
	const admin = connect(url, { size: 1, transactionDeadline: 60_000 })
	const run = (statement: string) => admin.db.execute(sql.raw(statement))
	const prefix = `snug_simulate_${process.pid}`
	const templates = new Map<string, string>()
	let made = 0
	let closed: Promise<void> | null = null
	const closeAll = async (): Promise<void> => {
		for (let nth = 0; given && nth < made; nth++) await drop(`${prefix}_${nth}`)
		await admin.close()
		await embedded?.stop({ force: true })
		if (own) await rm(own, { recursive: true, force: true })
	}
	const close = (): Promise<void> => {
		closed ??= closeAll()
		return closed
	}
	// From the first moment on, or a database would be left behind by a run that is ended while it prepares.
	for (const signal of ["SIGINT", "SIGTERM"] as const)
		process.once(signal, () => {
			// What is going on loses its database under its feet, and need not say so.
			process.on("uncaughtException", () => {})
			void close().finally(() => process.exit(130))
		})
	const create = async (template: string | null): Promise<string> => {
		const name = `${prefix}_${made++}`
		await run(`create database ${name}${template ? ` template ${template}` : ""}`)
		return name
	}
	const drop = (name: string) => run(`drop database if exists ${name} with (force)`)
	const empty = await create(null)
	await prepare(named(url, empty))
	for (const server of servers) {
		const template = await create(empty)
		await setUp(named(url, template), server)
		templates.set(server, template)
	}
	return {
		async newDatabase(server) {
			const name = await create(templates.get(server)!)
			return {
				url: named(url, name),
				drop: async () => void (await drop(name)),
				keep: async () => void templates.set(server, name),
			}
		},
		used: () => (own ? usedIn(join(own, "db")) : null),
		close,
	}
}

/** Migrated, and with a clock that the simulator sets: what columns fill in by themselves is virtual time as well. */
const prepare = async (url: string): Promise<void> => {
	await migrate(url)
	const { db, close } = connect(url, { size: 1, transactionDeadline: 60_000 })
	const run = (text: string) => db.execute(sql.raw(text))
	await run("create schema sim")
	const first = new Date(beginning).toISOString()
	await run(`create function sim.now() returns timestamptz stable language sql as $$
		select coalesce(nullif(current_setting('sim.now', true), ''), '${first}')::timestamptz $$`)
	const columns = await run(
		"select table_name, column_name from information_schema.columns where table_schema = 'public' and column_default = 'now()'",
	)
	for (const { table_name, column_name } of columns)
		await run(`alter table "${table_name}" alter column "${column_name}" set default sim.now()`)
	const tables = await run("select table_name from information_schema.tables where table_schema = 'public'")
	for (const { table_name } of tables) await run(`alter table "${table_name}" set (autovacuum_enabled = off)`)
	await close()
}

/** A server with a group, tea, whose owner is ana and which ben follows. */
const setUp = async (url: string, server: string): Promise<void> => {
	const { db, close } = connect(url, { size: 1, transactionDeadline: 60_000 })
	const chance = new Chance(`set up ${server}`)
	let clock = beginning - 60_000
	const ports: Ports = {
		now: () => new Date(clock++),
		timer: () => () => {},
		newId: () => uuidv7(clock++, chance.bytes(10)),
		fetch: () => Promise.reject(new Error("nothing is asked of others while a server is set up")),
		failpoint: () => {},
	}
	const origin = new URL(`https://${server}`)
	const world: World = { db, ports, origin, secretKey, wake: () => {} }
	await foundServer(world)
	const people = []
	for (const name of ["ana", "ben"]) {
		const person = await signUp(world, { name, password: "correct horse battery staple", email: null })
		if (!person.ok) throw new Error(person.reason)
		people.push(person.value)
	}
	const group = await createGroup(world, { handle: "tea", name: "Tea", ownerId: people[0]!.id })
	if (!group.ok) throw new Error(group.reason)
	await followGroup(world, { person: people[1]!, group: group.value })
	await close()
}
