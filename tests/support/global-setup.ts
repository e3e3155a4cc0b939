import { mkdtemp, readdir, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { sql } from "drizzle-orm"
import type { TestProject } from "vitest/node"
import { connect } from "../../db/connect.ts"
import { isAlive } from "../../db/embedded/running.ts"
import { shutDown } from "../../db/embedded/stop.ts"
import { startEmbedded } from "../../db/embedded.ts"
import { migrate } from "../../db/migrate.ts"
import { build } from "./built.ts"
import { newDatabaseName, withDatabase } from "./database.ts"

declare module "vitest" {
	export interface ProvidedContext {
		/** The address of a migrated database that test files copy. */
		templateDatabase: string
	}
}

const prefix = "snug-test-db-"
/** Nothing of a test outlives the machine, so it need not reach the disk. The fault rig starts a server of its own. */
const careless = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_wal_size: "1GB" }

/** One database server for the whole run, with one migrated database to copy. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	build()
	const given = process.env.TEST_DATABASE_URL ?? process.env.DATABASE_URL
	const server = given ? { url: given, stop: async () => {} } : await startServer()
	const name = newDatabaseName()
	const admin = connect(server.url, { size: 1, transactionDeadline: 60_000 })
	await admin.db.execute(sql.raw(`create database ${name}`))
	const template = withDatabase(server.url, name)
	await migrate(template)
	project.provide("templateDatabase", template)
	process.env.TEST_KEYS = await mkdtemp(join(tmpdir(), "snug-test-keys-"))
	return async () => {
		// databases of test files that did not drop theirs go with the template
		const left = await admin.db.execute<{ datname: string }>(
			sql`select datname from pg_database where datname like ${`${name}%`}`,
		)
		for (const { datname } of left)
			await admin.db.execute(sql.raw(`drop database if exists ${datname} with (force)`))
		await admin.close()
		await server.stop()
		await rm(process.env.TEST_KEYS!, { recursive: true, force: true })
	}
}

const startServer = async () => {
	await sweep()
	const dir = await mkdtemp(join(tmpdir(), `${prefix}${process.pid}-`))
	const server = await startEmbedded(join(dir, "db"), undefined, careless)
	const stop = async () => {
		await server.stop({ force: true })
		await rm(dir, { recursive: true, force: true })
	}
	return { url: server.url, stop }
}

// A run that was killed could not stop its server.
const sweep = async (): Promise<void> => {
	for (const name of await readdir(tmpdir())) {
		const pid = name.startsWith(prefix) ? Number(name.slice(prefix.length).split("-")[0]) : 0
		if (!pid || isAlive(pid)) continue
		const dir = join(tmpdir(), name)
		await shutDown(join(dir, "db"), () => {}, true).catch(() => {})
		await rm(dir, { recursive: true, force: true }).catch(() => {})
	}
}
