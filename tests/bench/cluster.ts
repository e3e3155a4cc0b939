import { randomBytes } from "node:crypto"
import { chmod, mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import postgres, { type Sql } from "postgres"
import { readDatabaseUrl } from "../../db/database-url.ts"
import { startEmbedded } from "../../db/embedded.ts"
import { cpuOfFamily, postmasterOf } from "./cpu.ts"

type BenchDatabase = { url: string; sql: Sql; drop(): Promise<void> }
export type Cluster = {
	/** An empty database of its own. */
	fresh(): Promise<BenchDatabase>
	/** CPU of all of PostgreSQL so far, in milliseconds; null when it runs on another machine. */
	cpu(): number | null
	close(): Promise<void>
}

/** A few plain sessions on a database, for setting up and counting. */
export const openSql = (url: string, max = 2): Sql => {
	const { host, port, path, user, password, database, tls } = readDatabaseUrl(url)
	const at = path ? { path } : { host, port }
	return postgres({
		...{ ...at, user, password, database, max },
		ssl: tls === "off" ? false : tls,
		onnotice: () => {},
	})
}

/** The PostgreSQL that `url` names, or else the one Snug brings along, in a folder that goes away again. */
export const openCluster = async (url: string | undefined): Promise<Cluster> => {
	const own = url ? null : await startOwn()
	const base = url ?? own!.url
	const admin = openSql(base, 1)
	const [row] = await admin<{ pid: number }[]>`select pg_backend_pid() as pid`
	const postmaster = postmasterOf(row!.pid)
	return {
		async fresh() {
			const name = `snug_bench_${randomBytes(6).toString("hex")}`
			await admin.unsafe(`create database ${name}`)
			const at = new URL(base)
			at.pathname = `/${name}`
			const sql = openSql(at.href)
			const drop = async () => {
				await sql.end()
				await admin.unsafe(`drop database if exists ${name} with (force)`)
			}
			return { url: at.href, sql, drop }
		},
		cpu: () => (postmaster ? cpuOfFamily(postmaster) : null),
		async close() {
			await admin.end()
			await own?.stop()
		},
	}
}

const startOwn = async (): Promise<{ url: string; stop(): Promise<void> }> => {
	const folder = await mkdtemp(join(tmpdir(), "snug-bench-"))
	// As root, PostgreSQL runs as somebody else, who must be able to pass through.
	await chmod(folder, 0o711)
	const embedded = await startEmbedded(join(folder, "db"))
	return {
		url: embedded.url,
		async stop() {
			await embedded.stop({ force: true })
			await rm(folder, { recursive: true, force: true })
		},
	}
}
