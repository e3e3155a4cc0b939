import { randomBytes } from "node:crypto"
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { connect, type Connection } from "../db/connect.ts"
import { embeddedStatus, startEmbedded } from "../db/embedded.ts"
import { migrate } from "../db/migrate.ts"
import { findServer } from "../db/server.ts"
import { type Config, ConfigError } from "./config.ts"
import type { Ports } from "./ports.ts"
import type { World } from "./world.ts"

export type OpenWorld = { world: World; connection: Connection; close(): Promise<void> }

/** Opens the memory: the database, brought up to date, and the secret that keys are sealed with. */
export const openWorld = async (
	config: Config,
	ports: Ports,
	{ origin = "kept", log = () => {} }: { origin?: "kept" | "configured"; log?: (line: string) => void } = {},
): Promise<OpenWorld> => {
	const secretKey = readSecretKey(config)
	const database = await openDatabase(config, log)
	try {
		await migrate(database.url)
		const connection = connect(database.url, { size: 10 })
		const server = await findServer(connection.db)
		const kept = server && origin === "kept" ? new URL(server.webOrigin) : config.webOrigin
		const world: World = { db: connection.db, ports, origin: kept, secretKey, wake: () => {} }
		const close = async () => {
			await connection.close()
			await database.stop()
		}
		return { world, connection, close }
	} catch (error) {
		await database.stop()
		throw error
	}
}

type OpenDatabase = { url: string; stop(): Promise<void> }

const openDatabase = async (config: Config, log: (line: string) => void): Promise<OpenDatabase> => {
	if (config.databaseUrl) return { url: config.databaseUrl, stop: async () => {} }
	const folder = join(config.dataDir, "db")
	const running = existsSync(folder) ? await embeddedStatus(folder) : null
	if (!running) log("Starting the database …")
	const embedded = await startEmbedded(folder)
	return { url: embedded.url, stop: () => embedded.stop() }
}

/** The secret that seals keys: given, or made once and kept beside the embedded database. */
const readSecretKey = (config: Config): string => {
	if (config.secretKey) return config.secretKey
	if (config.databaseUrl)
		throw new ConfigError(
			"SECRET_KEY is needed with DATABASE_URL: it seals the keys that are kept there. " +
				"Make one with `openssl rand -hex 32` and keep it with your backups.",
		)
	const path = join(config.dataDir, "secret-key")
	makeDataDir(config.dataDir)
	if (!existsSync(path)) writeFileSync(path, `${randomBytes(32).toString("hex")}\n`, { mode: 0o600, flag: "wx" })
	return readFileSync(path, "utf8").trim()
}

const makeDataDir = (folder: string): void => {
	try {
		// Others may pass through, so that the database can run as a user of its own; what is secret in it has modes of its own.
		mkdirSync(folder, { recursive: true, mode: 0o711 })
		writeFileSync(join(folder, ".writable"), "")
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException
		throw new ConfigError(
			`The folder ${folder} cannot be written (${code}). Set DATA_DIR to a folder of yours, or change its owner.`,
		)
	}
}
