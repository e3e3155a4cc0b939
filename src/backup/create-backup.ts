import { rm } from "node:fs/promises"
import { join } from "node:path"
import { type Snapshot, withSnapshot } from "../../db/backup/snapshot.ts"
import type { Config } from "../config.ts"
import type { Ports } from "../ports.ts"
import { installation } from "../version.ts"
import { hasDatabase, openPlace } from "./database.ts"
import { BackupRefusal, type Manifest, type StoredTable } from "./format.ts"
import { appendFiles, collectNames, type Names } from "./media.ts"
import { type BackupFile, checkBackup, openBackup } from "./read-file.ts"
import { findSecret, fingerprintOf, opensKey } from "./secret.ts"
import { type Append, writeBackup } from "./write-file.ts"

/** Told how far it is: a table, and its rows once they are known. */
export type Tell = (step: { table: string; rows?: number }) => void

export type Wish = {
	/** Where the file goes; without it, under the moment's name in BACKUP_DIR. */
	path?: string
	kind: Manifest["kind"]
	tell?: Tell
	signal?: AbortSignal
}

/** The name of a backup made at this moment, in UTC, so that names sort as their times do. */
export const nameFor = (at: Date): string =>
	`snug-${at.toISOString().slice(0, 19).replace(/[-:]/g, "").replace("T", "-")}.backup`

/**
 * Writes everything the server keeps, as it was at one moment, into one file, and reads the file back. The server may
 * run meanwhile; nothing is changed. @throws BackupRefusal, DatabaseRefusal.
 */
export const createBackup = async (
	config: Config,
	{ now, newId }: Pick<Ports, "now" | "newId">,
	{ path, kind, tell = () => {}, signal }: Wish,
): Promise<BackupFile> => {
	if (!hasDatabase(config))
		throw new BackupRefusal(
			`There is no database in ${config.dataDir}. Set DATA_DIR or DATABASE_URL to the server's.`,
		)
	const at = now()
	const file = path ?? join(config.backupDir, nameFor(at))
	const secret = findSecret(config)
	if (!secret)
		throw new BackupRefusal(
			`There is no secret-key in ${config.dataDir}, and without it nobody could use the backup.`,
		)
	const id = newId()
	const place = await openPlace(config)
	try {
		const names = collectNames()
		const work = (snapshot: Snapshot) => {
			refuseOtherSecret(snapshot, secret.secret)
			return writeBackup(file, async (append) => ({
				format: 1,
				id,
				kind,
				snug: installation.version,
				createdAt: at.toISOString(),
				webOrigin: snapshot.webOrigin,
				postgres: snapshot.postgres,
				migrations: snapshot.migrations,
				sequences: snapshot.sequences,
				tables: await appendTables(snapshot, append, tell, names),
				files: config.bucket || !config.backupMedia ? [] : await appendFiles(config, names, append),
				secret: secret.given ? null : secret.secret,
				secretFingerprint: fingerprintOf(secret.secret, id),
			}))
		}
		await withSnapshot(place.url, work, signal)
	} finally {
		await place.close()
	}
	return readBack(file)
}

const readBack = async (path: string): Promise<BackupFile> => {
	try {
		const backup = await openBackup(path)
		await checkBackup(backup)
		return backup
	} catch (error) {
		await rm(path, { force: true })
		throw error
	}
}

// A backup under the wrong secret would be refused on the day it is needed.
const refuseOtherSecret = ({ sealedKey }: Snapshot, secret: string): void => {
	if (!sealedKey || opensKey(secret, sealedKey)) return
	throw new BackupRefusal(
		"SECRET_KEY is not the one the keys in this database are sealed with. Give the server's own.",
	)
}

const appendTables = async (
	snapshot: Snapshot,
	append: Append,
	tell: Tell,
	names: Names,
): Promise<StoredTable[]> => {
	const stored: StoredTable[] = []
	for (const table of snapshot.tables) {
		tell({ table: table.name })
		const written = await append(names.among(table, snapshot.rowsOf(table)))
		tell({ table: table.name, rows: written.rows })
		stored.push({ ...table, ...written })
	}
	return stored
}
