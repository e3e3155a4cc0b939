import { and, eq, isNotNull, or, sql } from "drizzle-orm"
import type { Database, Transaction } from "./connect.ts"
import { reactions } from "./schema/index.ts"

type Reaction = typeof reactions.$inferInsert

/**
 * Keeps a gesture, in place of the one before if that had another emoji; false when they made this very one before. What
 * a group only vouches for gives way to somebody's own word, and never takes its place.
 */
export const insertReaction = async (tx: Transaction, row: Reaction): Promise<boolean> => {
	const { emoji, uri, createdAt, vouchedBy = null } = row
	const isOther = sql`${reactions.emoji} is distinct from excluded.emoji`
	const onlyVouched = isNotNull(reactions.vouchedBy)
	const kept = await tx
		.insert(reactions)
		.values(row)
		.onConflictDoUpdate({
			target: [reactions.postId, reactions.actorId, reactions.kind],
			set: { emoji, uri, createdAt, vouchedBy },
			setWhere: vouchedBy === null ? or(isOther, onlyVouched) : and(isOther, onlyVouched),
		})
		.returning({ postId: reactions.postId })
	return kept.length > 0
}

/** Makes somebody's own what a group vouched for; false when no group did. */
export const ownReaction = async (tx: Transaction, row: Reaction): Promise<boolean> => {
	const { postId, actorId, kind, emoji, uri, createdAt } = row
	const owned = await tx
		.update(reactions)
		.set({ emoji, uri, createdAt, vouchedBy: null })
		.where(and(theOne({ postId, actorId, kind }), isNotNull(reactions.vouchedBy)))
		.returning({ postId: reactions.postId })
	return owned.length > 0
}

const theOne = ({ postId, actorId, kind }: Pick<Reaction, "postId" | "actorId" | "kind">) =>
	and(eq(reactions.postId, postId), eq(reactions.actorId, actorId), eq(reactions.kind, kind))

/** Whether all there is of a gesture is the word of that group. */
export const isVouched = async (
	db: Database | Transaction,
	{ groupId, ...one }: Pick<Reaction, "postId" | "actorId" | "kind"> & { groupId: string },
): Promise<boolean> =>
	(
		await db
			.select({ postId: reactions.postId })
			.from(reactions)
			.where(and(theOne(one), eq(reactions.vouchedBy, groupId)))
	).length > 0

/** How many gestures about a post nobody but a group vouches for. */
export const countVouched = async (tx: Transaction, postId: string): Promise<number> =>
	await tx.$count(reactions, and(eq(reactions.postId, postId), isNotNull(reactions.vouchedBy)))

/**
 * Takes back a gesture, named by its id or by its post; answers with the post, and whether the gesture was their own or
 * only vouched for. Lemmy names a new id in its Undo, so the
 * post is enough; but one whose emoji is known to have been another was replaced before, and is left.
 */
export const deleteReaction = async (
	tx: Transaction,
	{
		actorId,
		uri,
		postId,
		kind,
		emoji,
	}: {
		actorId: string
		uri: string | null
		postId: string | null
		kind: Reaction["kind"]
		emoji?: string | null
	},
): Promise<{ postId: string; vouched: boolean } | null> => {
	const byId = uri ? eq(reactions.uri, uri) : undefined
	const same = emoji === undefined ? undefined : sql`${reactions.emoji} is not distinct from ${emoji}::text`
	const byPost = postId ? and(eq(reactions.postId, postId), eq(reactions.kind, kind), same) : undefined
	if (!byId && !byPost) return null
	const gone = await tx
		.delete(reactions)
		.where(and(eq(reactions.actorId, actorId), or(byId, byPost)))
		.returning({ postId: reactions.postId, vouchedBy: reactions.vouchedBy })
	return gone[0] ? { postId: gone[0].postId, vouched: gone[0].vouchedBy !== null } : null
}

export const hasReaction = async (tx: Transaction, actorId: string, uri: string | null): Promise<boolean> =>
	uri !== null &&
	(
		await tx
			.select({ postId: reactions.postId })
			.from(reactions)
			.where(and(eq(reactions.actorId, actorId), eq(reactions.uri, uri)))
	).length > 0
