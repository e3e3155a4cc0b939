import { join } from "node:path"
import type { Config } from "../config.ts"
import { fileNamed, smallName } from "../media/media.ts"
import type { Ports } from "../ports.ts"
import { folderStorage } from "../storage/folder.ts"
import { openStorage } from "../storage/open-storage.ts"
import type { StoredFile } from "./format.ts"
import { type BackupFile, rowsOf } from "./read-file.ts"
import type { Append } from "./write-file.ts"

/** The names of the files that people brought, as they pass by in the rows of their table. */
export type Names = {
	found: string[]
	among(
		table: { name: string; columns: string[] },
		rows: AsyncIterable<Uint8Array>,
	): AsyncIterable<Uint8Array>
}

export const collectNames = (): Names => {
	const found: string[] = []
	return {
		found,
		async *among({ name, columns }, rows) {
			if (name !== "media") return yield* rows
			const [at, small, gone] = [
				columns.indexOf("name"),
				columns.indexOf("small"),
				columns.indexOf("gone_at"),
			]
			let rest = ""
			for await (const bytes of rows) {
				yield bytes
				const lines = (rest + Buffer.from(bytes).toString("latin1")).split("\n")
				rest = lines.pop()!
				for (const line of lines) {
					const row = line.split("\t")
					if (row[gone] === "\\N" && fileNamed(row[at] ?? ""))
						found.push(row[at]!, ...(row[small] === "t" ? [smallName(row[at]!)] : []))
				}
			}
		},
	}
}

/** Adds the files themselves; what was deleted since the rows were read is left out. Copies of others' can be had again. */
export const appendFiles = async (
	{ dataDir }: Pick<Config, "dataDir">,
	{ found }: Names,
	append: Append,
): Promise<StoredFile[]> => {
	const storage = folderStorage(join(dataDir, "media"))
	const stored: StoredFile[] = []
	for (const name of found) {
		const file = await storage.get(name)
		if (file) stored.push({ name, ...(await append(file.body)) })
	}
	return stored
}

/** Puts the files of a backup where the settings say that they are kept. */
export const putFiles = async (config: Config, now: Ports["now"], backup: BackupFile): Promise<void> => {
	if (backup.manifest.files.length === 0) return
	const storage = await openStorage(config, now)
	try {
		for (const file of backup.manifest.files) {
			const parts: Uint8Array[] = []
			for await (const part of rowsOf(backup, file)) parts.push(part)
			await storage.put(file.name, Buffer.concat(parts))
		}
	} finally {
		await storage.close()
	}
}
