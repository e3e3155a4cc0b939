import { createHash } from "node:crypto"
import { existsSync } from "node:fs"
import { type FileHandle, mkdir, open, rename, rm } from "node:fs/promises"
import { dirname } from "node:path"
import { pipeline } from "node:stream/promises"
import { createGzip } from "node:zlib"
import { BackupRefusal, footerText, head, type Manifest, rowsIn } from "./format.ts"

/** Adds rows to the file, compressed, and says where they are and what their sum is. */
export type Append = (
	rows: AsyncIterable<Uint8Array>,
) => Promise<{ rows: number; sha256: string; offset: number; length: number }>

/** What a file under way is called beside its final name. */
export const unfinished = ".partial"

/**
 * Writes a backup file, readable by its owner only: under another name first, and under its own only once every byte is
 * on the disk. Answers its size. @throws BackupRefusal when the name is taken or the place cannot be written.
 */
export const writeBackup = async (
	path: string,
	fill: (append: Append) => Promise<Manifest>,
): Promise<number> => {
	if (existsSync(path)) throw new BackupRefusal(`${path} is there already; a backup overwrites nothing.`)
	const fresh = `${path}${unfinished}`
	try {
		await mkdir(dirname(path), { recursive: true, mode: 0o700 })
		await rm(fresh, { force: true })
		const file = await open(fresh, "wx", 0o600)
		try {
			const size = await fillFile(file, fill)
			await file.sync()
			await rename(fresh, path)
			await syncFolder(dirname(path))
			return size
		} finally {
			await file.close()
		}
	} catch (error) {
		await rm(fresh, { force: true }).catch(() => {})
		throw asSentence(error, path)
	}
}

const fillFile = async (file: FileHandle, fill: (append: Append) => Promise<Manifest>): Promise<number> => {
	const whole = createHash("sha256")
	let position = 0
	const put = async (bytes: Buffer): Promise<void> => {
		whole.update(bytes)
		position += bytes.length
		// One write may take less than it is given, as when the disk is nearly full.
		for (let at = 0; at < bytes.length; ) at += (await file.write(bytes, at)).bytesWritten
	}
	await put(head)
	const manifest = await fill(async (rows) => {
		const offset = position
		return { ...(await compress(rows, put)), offset, length: position - offset }
	})
	const text = Buffer.from(JSON.stringify(manifest))
	const offset = position
	await put(text)
	const manifestSha256 = createHash("sha256").update(text).digest("hex")
	await put(
		Buffer.from(
			footerText({ offset, length: text.length, manifestSha256, sha256: whole.copy().digest("hex") }),
		),
	)
	return position
}

const compress = async (rows: AsyncIterable<Uint8Array>, put: (bytes: Buffer) => Promise<void>) => {
	const sum = createHash("sha256")
	let count = 0
	await pipeline(
		rows,
		async function* (source: AsyncIterable<Uint8Array>) {
			for await (const bytes of source) {
				sum.update(bytes)
				count += rowsIn(bytes)
				yield bytes
			}
		},
		createGzip(),
		async (zipped: AsyncIterable<Buffer>) => {
			for await (const bytes of zipped) await put(bytes)
		},
	)
	return { rows: count, sha256: sum.digest("hex") }
}

/** A name in a folder is on the disk only when the folder is. */
const syncFolder = async (folder: string): Promise<void> => {
	const handle = await open(folder, "r")
	await handle.sync().finally(() => handle.close())
}

const reasons: Record<string, string> = {
	ENOSPC: "the disk is full",
	EDQUOT: "the disk quota is used up",
	EACCES: "this user may not write there",
	EPERM: "this user may not write there",
	EROFS: "the disk is read-only",
	ENOTDIR: "a folder in its path is a file",
	EEXIST: "a folder in its path is a file",
}

const asSentence = (error: unknown, path: string): unknown => {
	const reason = reasons[(error as NodeJS.ErrnoException).code ?? ""]
	return reason ? new BackupRefusal(`${path} cannot be written: ${reason}. Nothing was kept of it.`) : error
}
