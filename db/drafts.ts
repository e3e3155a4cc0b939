import { and, count, desc, eq, ne } from "drizzle-orm"
import type { Actor } from "../src/people/actor.ts"
import type { Database, Transaction } from "./connect.ts"
import { actors, drafts, groups, media, posts } from "./schema/index.ts"

type Reader = Database | Transaction
export type KeptDraft = typeof drafts.$inferSelect

/** One of somebody's own drafts. */
export const findDraft = async (db: Reader, actorId: string, id: string): Promise<KeptDraft | null> =>
	(
		await db
			.select()
			.from(drafts)
			.where(and(eq(drafts.id, id), eq(drafts.actorId, actorId)))
	)[0] ?? null

/** How many others somebody keeps. */
export const countOtherDrafts = async (tx: Transaction, actorId: string, id: string): Promise<number> =>
	(
		await tx
			.select({ n: count() })
			.from(drafts)
			.where(and(eq(drafts.actorId, actorId), ne(drafts.id, id)))
	)[0]?.n ?? 0

/** Keeps a draft, in place of what it said before; false when the id is somebody else's. */
export const upsertDraft = async (tx: Transaction, draft: typeof drafts.$inferInsert): Promise<boolean> => {
	const { id: _, actorId, ...words } = draft
	const kept = await tx
		.insert(drafts)
		.values(draft)
		.onConflictDoUpdate({ target: drafts.id, set: words, setWhere: eq(drafts.actorId, actorId) })
		.returning({ id: drafts.id })
	return kept.length > 0
}

export const deleteDraft = async (tx: Transaction, actorId: string, id: string): Promise<void> => {
	await tx.delete(drafts).where(and(eq(drafts.id, id), eq(drafts.actorId, actorId)))
	await tx
		.update(media)
		.set({ draftId: null })
		.where(and(eq(media.draftId, id), eq(media.ownerId, actorId)))
}

export const deleteDraftsOf = async (tx: Transaction, actorId: string): Promise<void> => {
	await tx.delete(drafts).where(eq(drafts.actorId, actorId))
	await tx.update(media).set({ draftId: null }).where(eq(media.ownerId, actorId))
}

/** Somebody's own drafts the groups they are for and the threads they answer in, the latest first. */
export const listDrafts = async (
	db: Reader,
	actorId: string,
	limit: number,
): Promise<{ draft: KeptDraft; group: Actor; threadId: string | null }[]> =>
	await db
		.select({ draft: drafts, group: actors, threadId: posts.threadId })
		.from(drafts)
		.innerJoin(groups, eq(groups.actorId, drafts.groupId))
		.innerJoin(actors, eq(actors.id, drafts.groupId))
		.leftJoin(posts, eq(posts.id, drafts.parentId))
		.where(eq(drafts.actorId, actorId))
		.orderBy(desc(drafts.savedAt), desc(drafts.id))
		.limit(limit)
