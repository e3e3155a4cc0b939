import { asc, eq, inArray, lt, sql } from "drizzle-orm"
import { limits } from "../src/limits.ts"
import type { Database, Transaction } from "./connect.ts"
import { remotePictures } from "./schema/index.ts"

export type Copy = typeof remotePictures.$inferSelect

export const findCopy = async (db: Database, key: string): Promise<Copy | null> =>
	(await db.select().from(remotePictures).where(eq(remotePictures.key, key)))[0] ?? null

/** Keeps a copy, or that there is none, in place of what was known; answers the name of the copy before. */
export const keepCopy = async (tx: Transaction, copy: Copy): Promise<string | null> => {
	const [before] = await tx
		.select({ name: remotePictures.name })
		.from(remotePictures)
		.where(eq(remotePictures.key, copy.key))
		.for("update")
	const { key: _, ...news } = copy
	await tx.insert(remotePictures).values(copy).onConflictDoUpdate({ target: remotePictures.key, set: news })
	return before?.name ?? null
}

/** Notes that a copy was shown. */
export const touchCopy = async (tx: Transaction, key: string, at: Date): Promise<void> => {
	await tx.update(remotePictures).set({ usedAt: at }).where(eq(remotePictures.key, key))
}

export const bytesOfCopies = async (db: Database): Promise<number> =>
	Number(
		(await db.select({ n: sql<string>`coalesce(sum(${remotePictures.bytes}), 0)` }).from(remotePictures))[0]
			?.n ?? 0,
	)

/** Copies in the order in which they were last shown, the longest ago first; only those before a moment, if one is given. */
export const listCopies = async (db: Database, before: Date | null): Promise<Copy[]> =>
	await db
		.select()
		.from(remotePictures)
		.where(before ? lt(remotePictures.usedAt, before) : undefined)
		.orderBy(asc(remotePictures.usedAt))
		.limit(limits.goneAtOnce)

export const deleteCopies = async (tx: Transaction, keys: string[]): Promise<void> => {
	if (keys.length > 0) await tx.delete(remotePictures).where(inArray(remotePictures.key, keys))
}
