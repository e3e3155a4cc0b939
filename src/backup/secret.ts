import { scryptSync } from "node:crypto"
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, rmSync, writeSync } from "node:fs"
import { dirname, join } from "node:path"
import { type Config, ConfigError } from "../config.ts"
import { openKey } from "../people/keys.ts"
import { readSecretKey } from "../secret-key.ts"
import { BackupRefusal, type Manifest } from "./format.ts"

const pathOf = (dataDir: string): string => join(dataDir, "secret-key")

/** The secret in force, and whether the operator gave it; null in a data folder that has none yet. */
export const findSecret = (config: Config): { secret: string; given: boolean } | null => {
	if (config.secretKey || config.databaseUrl) return { secret: readSecretKey(config), given: true }
	return existsSync(pathOf(config.dataDir)) ? { secret: readSecretKey(config), given: false } : null
}

/** Tells equal secrets without telling the secret; slow on purpose, for those who chose a short one (RFC 7914). */
export const fingerprintOf = (secret: string, backupId: string): string =>
	scryptSync(secret, `snug backup ${backupId}`, 16).toString("hex")

export const opensKey = (
	secret: string,
	{ actorId, sealed }: { actorId: string; sealed: Uint8Array },
): boolean => {
	try {
		openKey(secret, actorId, sealed)
		return true
	} catch {
		return false
	}
}

/**
 * The secret under which a backup is to be restored here, and whether it still has to be put into the data folder.
 * @throws BackupRefusal or ConfigError when it is another one or not to be had.
 */
export const secretToRestore = (config: Config, manifest: Manifest): { secret: string; missing: boolean } => {
	const inFile = manifest.secret
	if (config.databaseUrl && !config.secretKey && inFile)
		throw new ConfigError(
			"SECRET_KEY is needed with DATABASE_URL. It is in this backup: `snug backup verify FILE --show-secret` shows it.",
		)
	const here = findSecret(config)
	if (!here && !inFile)
		throw new BackupRefusal(
			"The keys in this backup are sealed with a SECRET_KEY that was given to the server and is not in the file. Set SECRET_KEY to it.",
		)
	const secret = here?.secret ?? inFile!
	if (fingerprintOf(secret, manifest.id) === manifest.secretFingerprint) return { secret, missing: !here }
	const culprit = here?.given ? "SECRET_KEY is" : `${pathOf(config.dataDir)} holds`
	const remedy = here?.given ? "Set it to that one" : "Move that file away, or use another DATA_DIR"
	throw new BackupRefusal(
		`${culprit} not the secret that the keys in this backup are sealed with. ${remedy}; with another one no server would believe this one any more.`,
	)
}

/** Puts the secret into the data folder, on the disk and for its owner only; the answer takes it away again. */
export const putSecret = (dataDir: string, secret: string): (() => void) => {
	const path = pathOf(dataDir)
	const file = openSync(path, "wx", 0o600)
	writeSync(file, `${secret}\n`)
	fsyncSync(file)
	closeSync(file)
	const folder = openSync(dirname(path), "r")
	fsyncSync(folder)
	closeSync(folder)
	const written = readFileSync(path, "utf8")
	return () => {
		if (existsSync(path) && readFileSync(path, "utf8") === written) rmSync(path)
	}
}
