import { existsSync } from "node:fs"
import { readdir, stat } from "node:fs/promises"
import { isAbsolute, join, resolve } from "node:path"
import type { Config } from "../config.ts"
import { BackupRefusal, type Manifest } from "./format.ts"
import { openBackup } from "./read-file.ts"

export type Listed = {
	name: string
	path: string
	size: number
	manifest: Manifest | null
	trouble: string | null
}

/** The backups in BACKUP_DIR, newest first, as far as their ends tell; `trouble` says why one is not whole. */
export const listBackups = async ({ backupDir }: Pick<Config, "backupDir">): Promise<Listed[]> => {
	if (!existsSync(backupDir)) return []
	const names = (await readdir(backupDir)).filter((name) => name.endsWith(".backup"))
	const found = await Promise.all(names.map((name) => look(name, join(backupDir, name))))
	const age = ({ manifest, name }: Listed) => manifest?.createdAt ?? name
	return found.sort((one, other) => (age(one) < age(other) ? 1 : -1))
}

const look = async (name: string, path: string): Promise<Listed> => {
	try {
		const { size, manifest } = await openBackup(path)
		return { name, path, size, manifest, trouble: null }
	} catch (error) {
		const size = (await stat(path).catch(() => null))?.size ?? 0
		return { name, path, size, manifest: null, trouble: (error as Error).message }
	}
}

/** The file an operator means: a path, or the name of one in BACKUP_DIR. @throws BackupRefusal when there is none. */
export const findBackup = (file: string, { backupDir }: Pick<Config, "backupDir">): string => {
	const candidates = isAbsolute(file)
		? [file]
		: [resolve(file), join(backupDir, file), join(backupDir, `${file}.backup`)]
	const path = candidates.find((one) => existsSync(one))
	if (!path)
		throw new BackupRefusal(`There is no backup ${file}. \`snug backup list\` shows those in ${backupDir}.`)
	return path
}
