import { and, count, desc, eq, inArray, sql } from "drizzle-orm"
import type { Actor } from "../src/people/actor.ts"
import type { Post } from "../src/posts/post.ts"
import type { Database, Transaction } from "./connect.ts"
import { actors, bookmarks, groups, mutes, posts, readMarks, shares } from "./schema/index.ts"
import { visibleTo } from "./visible.ts"

type Reader = Database | Transaction

export const insertBookmark = async (
	tx: Transaction,
	bookmark: typeof bookmarks.$inferInsert,
): Promise<void> => {
	await tx.insert(bookmarks).values(bookmark).onConflictDoNothing()
}

export const deleteBookmark = async (tx: Transaction, actorId: string, postId: string): Promise<void> => {
	await tx.delete(bookmarks).where(and(eq(bookmarks.actorId, actorId), eq(bookmarks.postId, postId)))
}

export const countBookmarks = async (tx: Transaction, actorId: string): Promise<number> =>
	(await tx.select({ n: count() }).from(bookmarks).where(eq(bookmarks.actorId, actorId)))[0]?.n ?? 0

/** Which of some posts somebody keeps. */
export const bookmarkedAmong = async (
	db: Reader,
	actorId: string,
	postIds: string[],
): Promise<Set<string>> => {
	if (postIds.length === 0) return new Set()
	const rows = await db
		.select({ postId: bookmarks.postId })
		.from(bookmarks)
		.where(and(eq(bookmarks.actorId, actorId), inArray(bookmarks.postId, postIds)))
	return new Set(rows.map((row) => row.postId))
}

export type Kept = { post: Post; author: Actor; group: Actor; keptAt: Date }

/** What somebody keeps and may still see, the latest kept first; each post once, in the group that had it first. */
export const listBookmarks = async (
	db: Database,
	actorId: string,
	{ before, limit }: { before: Date | null; limit: number },
): Promise<Kept[]> => {
	const places = db
		.selectDistinctOn([shares.postId], { postId: shares.postId, groupId: shares.groupId })
		.from(shares)
		.innerJoin(posts, eq(posts.id, shares.postId))
		.innerJoin(groups, eq(groups.actorId, shares.groupId))
		.innerJoin(bookmarks, and(eq(bookmarks.postId, shares.postId), eq(bookmarks.actorId, actorId)))
		.where(visibleTo({ actorId }))
		.orderBy(shares.postId, shares.sharedAt)
		.as("places")
	const rows = await db
		.select({ post: posts, author: actors, groupId: places.groupId, keptAt: bookmarks.createdAt })
		.from(bookmarks)
		.innerJoin(places, eq(places.postId, bookmarks.postId))
		.innerJoin(posts, eq(posts.id, bookmarks.postId))
		.innerJoin(actors, eq(actors.id, posts.authorId))
		.where(
			and(
				eq(bookmarks.actorId, actorId),
				before ? sql`${bookmarks.createdAt} < ${before.toISOString()}::timestamptz` : undefined,
			),
		)
		.orderBy(desc(bookmarks.createdAt), desc(bookmarks.postId))
		.limit(limit)
	const found = await groupsAmong(db, [...new Set(rows.map((row) => row.groupId))])
	return rows.map(({ groupId, ...row }) => ({ ...row, group: found.get(groupId)! }))
}

const groupsAmong = async (db: Reader, ids: string[]): Promise<Map<string, Actor>> =>
	ids.length === 0
		? new Map()
		: new Map((await db.select().from(actors).where(inArray(actors.id, ids))).map((one) => [one.id, one]))

export const insertMute = async (tx: Transaction, mute: typeof mutes.$inferInsert): Promise<void> => {
	await tx.insert(mutes).values(mute).onConflictDoNothing()
}

export const deleteMute = async (tx: Transaction, actorId: string, threadId: string): Promise<void> => {
	await tx.delete(mutes).where(and(eq(mutes.actorId, actorId), eq(mutes.threadId, threadId)))
}

export const countMutes = async (tx: Transaction, actorId: string): Promise<number> =>
	(await tx.select({ n: count() }).from(mutes).where(eq(mutes.actorId, actorId)))[0]?.n ?? 0

/** Whether somebody wants to hear no more of a conversation. */
export const hasMuted = async (db: Reader, actorId: string, threadId: string): Promise<boolean> =>
	(
		await db
			.select({ threadId: mutes.threadId })
			.from(mutes)
			.where(and(eq(mutes.actorId, actorId), eq(mutes.threadId, threadId)))
	).length > 0

/** The conversations somebody muted and may still see, as the posts that began them; the latest muted first. */
export const listMuted = async (
	db: Database,
	actorId: string,
	limit: number,
): Promise<{ post: Post; author: Actor; group: Actor }[]> => {
	const rows = await db
		.selectDistinctOn([mutes.createdAt, posts.id], { post: posts, author: actors, groupId: shares.groupId })
		.from(mutes)
		.innerJoin(posts, eq(posts.id, mutes.threadId))
		.innerJoin(shares, eq(shares.postId, posts.id))
		.innerJoin(groups, eq(groups.actorId, shares.groupId))
		.innerJoin(actors, eq(actors.id, posts.authorId))
		.where(and(eq(mutes.actorId, actorId), visibleTo({ actorId })))
		.orderBy(desc(mutes.createdAt), posts.id, shares.sharedAt)
		.limit(limit)
	const found = await groupsAmong(db, [...new Set(rows.map((row) => row.groupId))])
	return rows.map(({ groupId, ...row }) => ({ ...row, group: found.get(groupId)! }))
}

/** Forgets all that somebody kept for themselves. */
export const forgetKept = async (tx: Transaction, actorId: string): Promise<void> => {
	await tx.delete(bookmarks).where(eq(bookmarks.actorId, actorId))
	await tx.delete(mutes).where(eq(mutes.actorId, actorId))
	await tx.delete(readMarks).where(eq(readMarks.actorId, actorId))
}
