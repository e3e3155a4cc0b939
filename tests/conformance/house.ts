import { spawn } from "node:child_process"
import { randomBytes } from "node:crypto"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { sql } from "drizzle-orm"
import { type Connection, connect } from "../../db/connect.ts"
import { startEmbedded } from "../../db/embedded.ts"
import { migrate } from "../../db/migrate.ts"
import { freePort } from "../support/free-port.ts"

const checkout = join(import.meta.dirname, "../..")

/** A Snug server of its own process, and the way into its database. */
export type House = {
	origin: string
	databaseUrl: string
	secretKey: string
	connection: Connection
	/** What it has written to its log since it was last asked. */
	saidSince(): string
	close(): Promise<void>
}

/** Opens a house on a new database: of the server DATABASE_URL names, or of one that goes away with it. */
export const openHouse = async (): Promise<House> => {
	const server = await databaseServer()
	const name = `snug_conformance_${randomBytes(6).toString("hex")}`
	const admin = connect(server.url, { size: 1, transactionDeadline: 60_000 })
	await admin.db.execute(sql.raw(`create database ${name}`))
	const databaseUrl = withName(server.url, name)
	await migrate(databaseUrl)
	const secretKey = randomBytes(32).toString("hex")
	const snug = await startSnug({ DATABASE_URL: databaseUrl, SECRET_KEY: secretKey })
	const connection = connect(databaseUrl, { size: 4, transactionDeadline: 20_000 })
	return {
		...snug,
		databaseUrl,
		secretKey,
		connection,
		async close() {
			await snug.stop()
			await connection.close()
			await admin.db.execute(sql.raw(`drop database if exists ${name} with (force)`))
			await admin.close()
			await server.stop()
		},
	}
}

const withName = (url: string, name: string): string => {
	const other = new URL(url)
	other.pathname = `/${name}`
	return other.href
}

const databaseServer = async (): Promise<{ url: string; stop(): Promise<void> }> => {
	if (process.env.DATABASE_URL) return { url: process.env.DATABASE_URL, stop: async () => {} }
	const folder = await mkdtemp(join(tmpdir(), "snug-conformance-"))
	// Nothing of a run outlives the machine, so it need not reach the disk.
	const settings = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }
	const server = await startEmbedded(join(folder, "db"), undefined, settings)
	const stop = async () => {
		await server.stop({ force: true })
		await rm(folder, { recursive: true, force: true })
	}
	return { url: server.url, stop }
}

const startSnug = async (settings: Record<string, string>) => {
	const port = await freePort()
	const words = ["--enable-source-maps", join(checkout, "dist/snug/main.js"), "start"]
	const env = { PATH: process.env.PATH ?? "", PORT: String(port), LOG_LEVEL: "warning", ...settings }
	// In a group of its own, so that Ctrl-C reaches this process first, which then stops it.
	const child = spawn(process.execPath, words, {
		env,
		cwd: checkout,
		detached: true,
		stdio: ["ignore", "pipe", "pipe"],
	})
	const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()))
	let output = ""
	let read = 0
	await new Promise<void>((resolve, reject) => {
		const hear = (chunk: Buffer) => {
			output += chunk
			if (output.includes("is at home")) resolve()
		}
		child.stdout.on("data", hear)
		child.stderr.on("data", hear)
		child.once("exit", () => reject(new Error(`Snug did not start:\n${output}`)))
	})
	return {
		origin: `http://localhost:${port}`,
		saidSince() {
			const news = output.slice(read)
			read = output.length
			return news
		},
		async stop() {
			child.kill("SIGTERM")
			await gone
		},
	}
}
