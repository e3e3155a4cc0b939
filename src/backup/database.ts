import { existsSync } from "node:fs"
import { join } from "node:path"
import { type Embedded, startEmbedded } from "../../db/embedded.ts"
import type { Config } from "../config.ts"

export type Place = { url: string; close(): Promise<void> }

const folderOf = (config: Config): string => join(config.dataDir, "db")

/** Whether there is a database to look at, apart from what is in it. */
export const hasDatabase = (config: Config): boolean =>
	config.databaseUrl !== null || existsSync(join(folderOf(config), "PG_VERSION"))

/** The database as it is, neither migrated nor founded: the one of the environment, or the embedded one, started if it is not running. */
export const openPlace = async (config: Config): Promise<Place> => {
	if (config.databaseUrl) return { url: config.databaseUrl, close: async () => {} }
	const embedded: Embedded = await startEmbedded(folderOf(config))
	return { url: embedded.url, close: () => embedded.stop() }
}
