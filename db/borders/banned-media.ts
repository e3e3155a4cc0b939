import { asc, count, eq, isNull, sql } from "drizzle-orm"
import { limits } from "../../src/limits.ts"
import type { Fingerprint } from "../../src/media/fingerprint.ts"
import type { Database, Transaction } from "../connect.ts"
import { bannedMedia, media, remotePictures } from "../schema/index.ts"

type Reader = Database | Transaction
export type BannedMedia = typeof bannedMedia.$inferSelect
/** One of both at least. */
export type Print = Partial<Fingerprint>

/** Whether a file is one of those that are never taken, or looks like one. */
export const isBannedMedia = async (db: Reader, { sha256, phash }: Fingerprint): Promise<boolean> =>
	(
		(await db.execute(sql`select 1 from banned_media where sha256 = ${sha256}
			or bit_count(phash::bit(64) # ${phash}::text::bit(64)) <= distance limit 1`)) as unknown as unknown[]
	).length > 0

export const insertBans = async (
	tx: Transaction,
	bans: (typeof bannedMedia.$inferInsert)[],
): Promise<number> => {
	let kept = 0
	for (const ban of bans)
		kept += (await tx.insert(bannedMedia).values(ban).onConflictDoNothing().returning({ id: bannedMedia.id }))
			.length
	return kept
}

export const countBans = async (db: Reader): Promise<number> =>
	(await db.select({ n: count() }).from(bannedMedia))[0]?.n ?? 0

export const listBans = async (db: Reader, limit: number = limits.listed): Promise<BannedMedia[]> =>
	await db.select().from(bannedMedia).orderBy(asc(bannedMedia.id)).limit(limit)

export const deleteBan = async (tx: Transaction, id: string): Promise<boolean> =>
	(await tx.delete(bannedMedia).where(eq(bannedMedia.id, id)).returning({ id: bannedMedia.id })).length > 0

const matches = sql`(b.sha256 = m.sha256 or bit_count(b.phash::bit(64) # m.phash::bit(64)) <= b.distance)`

/**
 * Nobody gets any more what is never taken: files are let go of, posts and portraits lose them, and copies of other servers'
 * are not shown. Answers with how much that was, and the names of copies, whose bytes are still there.
 */
export const purgeBanned = async (
	tx: Transaction,
	now: Date,
): Promise<{ files: number; copies: string[] }> => {
	const gone = (await tx.execute(sql`update media m set gone_at = ${now.toISOString()}
		where m.gone_at is null and exists (select 1 from banned_media b where ${matches})
		returning m.name, m.post_id as "postId"`)) as unknown as { name: string; postId: string | null }[]
	for (const { name, postId } of gone) {
		await tx.execute(sql`update posts set attachments = (select coalesce(jsonb_agg(a order by n), '[]') from
			jsonb_array_elements(attachments) with ordinality e(a, n) where a ->> 'file' is distinct from ${name})
			where id = ${postId}::uuid`)
		await tx.execute(sql`update member_names set icon = null where icon = ${name}`)
		await tx.execute(sql`update actors set icon = nullif(icon, ${name}), image = nullif(image, ${name})
			where local and (icon = ${name} or image = ${name})`)
	}
	const copies = (await tx.execute(sql`with found as (select m.key, m.name from remote_pictures m
			where m.name is not null and exists (select 1 from banned_media b where ${matches}) for update)
		update remote_pictures r set name = null, bytes = 0, again_at = ${new Date(now.getTime() + limits.remotePictureAgain).toISOString()}
		from found where r.key = found.key returning found.name`)) as unknown as { name: string }[]
	return { files: gone.length, copies: copies.map(({ name }) => name) }
}

/** What a file that was brought here, or copied, is known by. */
export const printOfFile = async (db: Reader, stem: string): Promise<Fingerprint | null> =>
	asPrint(
		await db.execute(
			sql`select sha256, phash from media where split_part(name, '.', 1) = ${stem} and sha256 is not null limit 1`,
		),
	)

export const printOfCopy = async (db: Reader, keys: string[]): Promise<Fingerprint | null> =>
	asPrint(
		await db.execute(
			sql`select sha256, phash from remote_pictures where key = any(${sql.param(keys)}::text[]) and sha256 is not null limit 1`,
		),
	)

const asPrint = (rows: unknown): Fingerprint | null => (rows as Fingerprint[])[0] ?? null

/** Files that were kept before sums were. */
export const filesUnknown = async (db: Reader): Promise<{ name: string }[]> =>
	await db
		.select({ name: media.name })
		.from(media)
		.where(isNull(media.sha256))
		.orderBy(asc(media.id))
		.limit(limits.fingerprintsAtOnce)

export const copiesUnknown = async (db: Reader): Promise<{ name: string }[]> =>
	(await db.execute(
		sql`select name from remote_pictures where name is not null and sha256 is null limit ${limits.fingerprintsAtOnce}`,
	)) as unknown as { name: string }[]

export const keepPrint = async (tx: Transaction, name: string, print: Fingerprint): Promise<void> => {
	await tx.update(media).set(print).where(eq(media.name, name))
	await tx.update(remotePictures).set(print).where(eq(remotePictures.name, name))
}
