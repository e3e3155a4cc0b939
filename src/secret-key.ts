import {
	closeSync,
	existsSync,
	fsyncSync,
	linkSync,
	openSync,
	readFileSync,
	rmSync,
	writeSync,
} from "node:fs"
import { dirname, join } from "node:path"
import { type Config, ConfigError } from "./config.ts"
import { newSecret } from "./ports.ts"

/** The secret that seals keys: given, or made once and kept in the data folder beside the embedded database. */
export const readSecretKey = ({ secretKey, databaseUrl, dataDir }: Config): string => {
	if (secretKey) return secretKey
	if (databaseUrl)
		throw new ConfigError(
			"SECRET_KEY is needed with DATABASE_URL: it seals the keys that are kept there. " +
				"Make one with `openssl rand -hex 32` and keep it with your backups.",
		)
	const path = join(dataDir, "secret-key")
	try {
		if (!existsSync(path)) makeSecret(path)
		return readFileSync(path, "utf8").trim()
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException
		throw new ConfigError(
			`${path} cannot be read (${code}). Start Snug as the user it was first started by, or change the file's owner.`,
		)
	}
}

// On the disk before anything is sealed with it, and whole or not there at all; of two that make one, one wins.
const makeSecret = (path: string): void => {
	const fresh = `${path}.${process.pid}`
	rmSync(fresh, { force: true })
	const file = openSync(fresh, "wx", 0o600)
	writeSync(file, `${newSecret()}\n`)
	fsyncSync(file)
	closeSync(file)
	try {
		linkSync(fresh, path)
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error
	} finally {
		rmSync(fresh, { force: true })
	}
	const folder = openSync(dirname(path), "r")
	fsyncSync(folder)
	closeSync(folder)
}
