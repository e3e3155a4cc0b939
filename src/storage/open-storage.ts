import { join } from "node:path"
import type { Config } from "../config.ts"
import { folderStorage } from "./folder.ts"
import type { Storage } from "./storage.ts"

/** The storage that the settings name: a folder beside everything else that is kept. */
export const openStorage = ({ dataDir }: Pick<Config, "dataDir">): Storage =>
	folderStorage(join(dataDir, "media"))
