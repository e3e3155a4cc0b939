import { existsSync } from "node:fs"
import { join } from "node:path"
import { type Load, loadBackup } from "../../db/backup/load.ts"
import { type Known, knownMigrations, refuseUnknown } from "../../db/backup/migrations.ts"
import { lookAtTarget } from "../../db/backup/target.ts"
import type { Config } from "../config.ts"
import { lockFolder } from "../lock.ts"
import { makeDataDir } from "../open-world.ts"
import type { Ports } from "../ports.ts"
import { installation } from "../version.ts"
import type { Tell } from "./create-backup.ts"
import { hasDatabase, openPlace } from "./database.ts"
import { BackupRefusal } from "./format.ts"
import { putFiles } from "./media.ts"
import { type BackupFile, checkBackup, rowsOf } from "./read-file.ts"
import { opensKey, putSecret, secretToRestore } from "./secret.ts"

type Options = { apply: boolean; tell?: Tell; signal?: AbortSignal }
type Restoring = { config: Config; backup: BackupFile; known: Known[]; secret: string } & Options

/**
 * Puts a backup into an empty database, all of it or nothing; without `apply` it only finds out whether that would
 * work. @throws BackupRefusal, DatabaseRefusal, ConfigError with the way out.
 */
export const restoreBackup = async (
	config: Config,
	ports: Pick<Ports, "now" | "newId">,
	backup: BackupFile,
	options: Options,
): Promise<void> => {
	const known = knownMigrations(join(installation.folder, "db/migrations"))
	refuseUnknown(backup.manifest.migrations, known)
	const { secret, missing } = secretToRestore(config, backup.manifest)
	await checkBackup(backup)
	const restoring = { config, backup, known, secret, ...options }
	const { apply } = options
	if (apply && !config.databaseUrl) makeDataDir(config.dataDir)
	const release = takeFolder(config, ports.now())
	try {
		if (apply) await load(restoring, ports, missing)
		else if (hasDatabase(config)) await lookInside(restoring)
	} finally {
		release()
	}
}

/** Keeps a server from starting on the folder meanwhile. */
const takeFolder = ({ databaseUrl, dataDir, webOrigin }: Config, now: Date): (() => void) => {
	if (databaseUrl || !existsSync(dataDir)) return () => {}
	const lock = lockFolder(dataDir, webOrigin.origin, now)
	if (!("heldBy" in lock)) return lock.release
	const { pid, origin } = lock.heldBy
	throw new BackupRefusal(
		`A server runs on ${dataDir}: ${origin}, process ${pid}. A backup is restored into an empty place only: set DATA_DIR to a folder that does not exist yet.`,
	)
}

const lookInside = async ({ config, backup }: Restoring): Promise<void> => {
	const place = await openPlace(config)
	await lookAtTarget(place.url, backup.manifest.migrations).finally(place.close)
}

const load = async (
	restoring: Restoring,
	{ now, newId }: Pick<Ports, "now" | "newId">,
	missing: boolean,
): Promise<void> => {
	const { config, backup, known, secret, tell = () => {}, signal } = restoring
	const { id, createdAt, migrations, tables, sequences } = backup.manifest
	const place = await openPlace(config)
	// Before the database is there: keys without their secret are worth nothing, and a secret alone does no harm.
	const takeBack = missing ? putSecret(config.dataDir, secret) : () => {}
	try {
		// A picture that nothing knows of does no harm either, and `snug media prune` finds it.
		await putFiles(config, now, backup)
		const plan: Load = {
			known,
			migrations,
			tables,
			sequences,
			rowsOf: ({ name }) => {
				const table = tables.find((one) => one.name === name)!
				tell({ table: name, rows: table.rows })
				return rowsOf(backup, table)
			},
			checkKey: (key) => {
				if (!opensKey(secret, key))
					throw new BackupRefusal("The secret does not open the keys in this backup.")
			},
			restoration: { eventId: newId(), at: now(), backupId: id, takenAt: createdAt },
		}
		await loadBackup(place.url, plan, signal)
	} catch (error) {
		takeBack()
		throw error
	} finally {
		await place.close()
	}
}
