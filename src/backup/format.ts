import { z } from "zod"

/** Why a backup is not made, not believed or not restored; the message says it to the operator. */
export class BackupRefusal extends Error {
	override name = "BackupRefusal"
}

/**
 * A backup file: this line; each table's rows (COPY's text format) as one gzip member after the other; the manifest as
 * JSON; the footer. So `tail -c +15 FILE | gunzip` shows every row even where there is no Snug.
 */
export const head = Buffer.from("snug-backup 1\n")

const table = z.object({
	name: z.string(),
	columns: z.array(z.string()),
	rows: z.number(),
	/** Of the rows before they were compressed. */
	sha256: z.string(),
	/** Where the gzip member is in the file, in bytes. */
	offset: z.number(),
	length: z.number(),
})

/** A picture or recording, kept like a table's rows. */
const file = table.omit({ columns: true })

const manifest = z.object({
	format: z.literal(1),
	id: z.string(),
	snug: z.string(),
	kind: z.enum(["manual", "nightly"]),
	createdAt: z.string(),
	webOrigin: z.string(),
	postgres: z.string(),
	migrations: z.array(z.object({ hash: z.string(), at: z.number() })),
	sequences: z.array(z.object({ table: z.string(), column: z.string(), last: z.string().nullable() })),
	tables: z.array(table),
	/** What people brought, by its name in the storage; none where that is a bucket. */
	files: z.array(file).default([]),
	/** The secret that seals the keys, when it was Snug's own file; null when the operator keeps it. */
	secret: z.string().nullable(),
	/** Tells whether another secret is the same one. */
	secretFingerprint: z.string(),
})

export type Manifest = z.infer<typeof manifest>
export type StoredTable = Manifest["tables"][number]
export type StoredFile = Manifest["files"][number]

/** @throws BackupRefusal when it is not one this build reads. */
export const readManifestText = (text: string): Manifest => {
	const parsed = manifest.safeParse(JSON.parse(text))
	if (parsed.success) return parsed.data
	throw new BackupRefusal(
		"This backup is of a kind that this build of Snug does not read. Restore it with a newer one.",
	)
}

/** The last line of the file: where the manifest is, its sum, and the sum of everything before this line. */
export type Footer = { offset: number; length: number; manifestSha256: string; sha256: string }

const digits = 16
const padded = (number: number): string => String(number).padStart(digits, "0")
const shape = /^\nsnug-backup-end (\d{16}) (\d{16}) ([0-9a-f]{64}) ([0-9a-f]{64})\n$/

export const footerText = ({ offset, length, manifestSha256, sha256 }: Footer): string =>
	`\nsnug-backup-end ${padded(offset)} ${padded(length)} ${manifestSha256} ${sha256}\n`

export const footerLength = footerText({
	offset: 0,
	length: 0,
	manifestSha256: "0".repeat(64),
	sha256: "0".repeat(64),
}).length

/** Null when the bytes are no footer, or not that of a file of this size. */
export const readFooter = (text: string, fileSize: number): Footer | null => {
	const [, offset, length, manifestSha256, sha256] = shape.exec(text) ?? []
	if (!offset || !length || !manifestSha256 || !sha256) return null
	const whole = Number(offset) + Number(length) + footerLength === fileSize
	return whole ? { offset: Number(offset), length: Number(length), manifestSha256, sha256 } : null
}

/** Counts rows and sums bytes of COPY's text format as they pass; a line feed inside a value is written as `\n`. */
export const rowsIn = (bytes: Uint8Array): number => {
	let rows = 0
	for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) rows++
	return rows
}
