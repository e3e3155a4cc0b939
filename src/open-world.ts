import { accessSync, constants, existsSync, mkdirSync } from "node:fs"
import { join } from "node:path"
import { type Connection, connect } from "../db/connect.ts"
import { embeddedStatus, startEmbedded } from "../db/embedded.ts"
import { migrate } from "../db/migrate.ts"
import { findServer } from "../db/server.ts"
import { type Config, ConfigError } from "./config.ts"
import { openMail } from "./mail/open-mail.ts"
import { newMedia } from "./media/keeping.ts"
import { newToken, type Ports } from "./ports.ts"
import { type Room, watchRoom } from "./room.ts"
import { readSecretKey } from "./secret-key.ts"
import { openStorage } from "./storage/open-storage.ts"
import type { World } from "./world.ts"

export type OpenWorld = {
	world: World
	connection: Connection
	/** The name of this process among those that share the database: it counts as alive while the connection listens. */
	worker: string
	/** Whether what is taken in can be kept. */
	room: Room
	/** Milliseconds that the first in line for the database has waited. */
	queueAge(): number
	close(): Promise<void>
}

/** Opens the memory: the database, brought up to date, and the secret that keys are sealed with. */
export const openWorld = async (
	config: Config,
	ports: Ports,
	{ origin = "kept", log = () => {} }: { origin?: "kept" | "configured"; log?: (line: string) => void } = {},
): Promise<OpenWorld> => {
	if (!config.databaseUrl) makeDataDir(config.dataDir)
	const secretKey = readSecretKey(config)
	const database = await openDatabase(config, log)
	try {
		await migrate(database.url)
		const worker = newToken()
		const { failpoint } = ports
		const room = watchRoom(config.databaseUrl ? null : config.dataDir, ports)
		const connection = connect(database.url, { size: 10, worker, failpoint, failed: room.note })
		const server = await findServer(connection.db)
		const kept = server && origin === "kept" ? new URL(server.webOrigin) : config.webOrigin
		const mail = config.mail ? await openMail(config.mail) : undefined
		const media = newMedia(await openStorage(config, ports.now), config.media)
		const world: World = {
			db: connection.db,
			ports,
			origin: kept,
			secretKey,
			...(mail && { mail }),
			media,
			wake: () => {},
		}
		const close = async () => {
			await media.storage.close()
			await connection.close()
			await database.stop()
		}
		return { world, connection, worker, room, queueAge: connection.queueAge, close }
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

/** Makes the folder for everything that is kept. @throws ConfigError when it cannot be written. */
export const makeDataDir = (folder: string): void => {
	try {
		// Others may pass through, so that the database can run as a user of its own; what is secret in it has modes of its own.
		mkdirSync(folder, { recursive: true, mode: 0o711 })
		accessSync(folder, constants.W_OK | constants.X_OK)
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException
		throw new ConfigError(
			`The folder ${folder} cannot be written (${code}). Set DATA_DIR to a folder of yours, or change its owner.`,
		)
	}
}
