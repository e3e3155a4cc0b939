import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises"
import { join } from "node:path"
import { Readable } from "node:stream"
import { newToken } from "../ports.ts"
import { checkedName, type Listed, type Storage, type Stored } from "./storage.ts"

/** Names that begin with a dot are of what is still being written. */
const unfinished = ".partial-"

/** Files in a folder of this machine, spread over subfolders by their first two letters. The folder is made when it is needed. */
export const folderStorage = (folder: string): Storage => {
	const shelf = (name: string) => join(folder, checkedName(name).slice(0, 2))
	const path = (name: string) => join(shelf(name), name)
	return {
		async put(name, bytes) {
			await mkdir(shelf(name), { recursive: true, mode: 0o700 })
			const fresh = join(shelf(name), `${unfinished}${newToken()}`)
			try {
				const file = await open(fresh, "wx", 0o600)
				try {
					await file.writeFile(bytes)
					await file.sync()
				} finally {
					await file.close()
				}
				await rename(fresh, path(name))
				await syncFolder(shelf(name))
			} catch (error) {
				await rm(fresh, { force: true }).catch(() => {})
				throw error
			}
		},
		async get(name, part) {
			const file = await open(path(name), "r").catch(nothing)
			if (!file) return null
			const { size } = await file.stat()
			const range = part && { start: part.first, end: part.last }
			const stream = file.createReadStream({ ...range, autoClose: true })
			return { size, body: Readable.toWeb(stream) as Stored["body"] }
		},
		async remove(name) {
			await rm(path(name), { force: true })
		},
		async *list() {
			for (const name of (await readdir(folder).catch(nothing)) ?? []) yield* filesIn(join(folder, name))
		},
		async close() {},
	}
}

async function* filesIn(shelf: string): AsyncIterable<Listed> {
	for (const name of (await readdir(shelf).catch(nothing)) ?? []) {
		const { size, mtime } = (await stat(join(shelf, name)).catch(nothing)) ?? {}
		if (size !== undefined && mtime) yield { name, bytes: size, at: mtime }
	}
}

/** What is not there is nothing; anything else that is wrong is. */
const nothing = (error: NodeJS.ErrnoException): null => {
	if (error.code === "ENOENT" || error.code === "ENOTDIR") return null
	throw error
}

/** A name in a folder is on the disk only when the folder is. */
const syncFolder = async (folder: string): Promise<void> => {
	const handle = await open(folder, "r")
	await handle.sync().finally(() => handle.close())
}
