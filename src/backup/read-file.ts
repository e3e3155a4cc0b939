import { createHash } from "node:crypto"
import { createReadStream } from "node:fs"
import { type FileHandle, open } from "node:fs/promises"
import { pipeline } from "node:stream/promises"
import { createGunzip } from "node:zlib"
import { limits } from "../limits.ts"
import {
	BackupRefusal,
	type Footer,
	footerLength,
	head,
	type Manifest,
	readFooter,
	readManifestText,
	rowsIn,
	type StoredFile,
} from "./format.ts"

export type BackupFile = { path: string; size: number; manifest: Manifest; footer: Footer }

/** Opens a backup by its end: quick, and enough to know a file that was cut short. @throws BackupRefusal. */
export const openBackup = async (path: string): Promise<BackupFile> => {
	const file = await openFile(path)
	try {
		const { size } = await file.stat()
		const start = await read(file, 0, Math.min(head.length, size))
		if (!start.equals(head)) throw new BackupRefusal(`${path} is not a backup of Snug.`)
		const end = await read(file, Math.max(0, size - footerLength), Math.min(footerLength, size))
		const footer = readFooter(end.toString("latin1"), size)
		if (!footer || footer.length > limits.manifestBytes)
			throw new BackupRefusal(`${path} is not whole: its end is missing or damaged. Use another backup.`)
		const text = await read(file, footer.offset, footer.length)
		if (createHash("sha256").update(text).digest("hex") !== footer.manifestSha256)
			throw damaged(path, "its manifest")
		return { path, size, footer, manifest: readManifestText(text.toString("utf8")) }
	} finally {
		await file.close()
	}
}

const openFile = async (path: string): Promise<FileHandle> => {
	try {
		return await open(path, "r")
	} catch (error) {
		throw new BackupRefusal(`${path} cannot be read (${(error as NodeJS.ErrnoException).code}).`)
	}
}

const read = async (file: FileHandle, position: number, length: number): Promise<Buffer> => {
	const bytes = Buffer.alloc(length)
	let at = 0
	while (at < length) {
		const { bytesRead } = await file.read(bytes, at, length - at, position + at)
		if (bytesRead === 0) break
		at += bytesRead
	}
	return bytes.subarray(0, at)
}

const damaged = (path: string, what: string) =>
	new BackupRefusal(`${path} is damaged: ${what} is not what was written. Use another backup.`)

/** Reads every byte and checks every sum. @throws BackupRefusal naming what is damaged. */
export const checkBackup = async (
	backup: BackupFile,
	tell: (table: string) => void = () => {},
): Promise<void> => {
	const { path, size, footer, manifest } = backup
	const whole = createHash("sha256")
	for await (const bytes of createReadStream(path, { end: size - footerLength - 1 })) whole.update(bytes)
	const sound = whole.digest("hex") === footer.sha256
	for (const table of manifest.tables) {
		tell(table.name)
		for await (const _ of rowsOf(backup, table));
	}
	for (const file of manifest.files) for await (const _ of rowsOf(backup, file));
	if (!sound) throw damaged(path, "some of it")
}

/** A table's rows, or a file's bytes, checked against their sum when the last has been read. @throws BackupRefusal when they differ. */
export async function* rowsOf({ path }: BackupFile, table: StoredFile): AsyncGenerator<Uint8Array> {
	const what = "columns" in table ? `the table ${table.name}` : `the file ${table.name}`
	const sum = createHash("sha256")
	let rows = 0
	const zipped = createReadStream(path, { start: table.offset, end: table.offset + table.length - 1 })
	const plain = createGunzip()
	// What goes wrong on the way destroys the last stream, and is thrown where that is read.
	pipeline(zipped, plain).catch(() => {})
	try {
		for await (const bytes of plain as AsyncIterable<Buffer>) {
			sum.update(bytes)
			rows += rowsIn(bytes)
			yield bytes
		}
	} catch {
		throw damaged(path, what)
	}
	if (sum.digest("hex") !== table.sha256 || rows !== table.rows) throw damaged(path, what)
}
