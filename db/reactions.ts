import { and, eq, or, sql } from "drizzle-orm"
import type { Transaction } from "./connect.ts"
import { reactions } from "./schema/index.ts"

type Reaction = typeof reactions.$inferInsert

/** Keeps a gesture, in place of the one before if that had another emoji; false when they made this very one before. */
export const insertReaction = async (tx: Transaction, row: Reaction): Promise<boolean> => {
	const { emoji, uri, createdAt } = row
	const kept = await tx
		.insert(reactions)
		.values(row)
		.onConflictDoUpdate({
			target: [reactions.postId, reactions.actorId, reactions.kind],
			set: { emoji, uri, createdAt },
			setWhere: sql`${reactions.emoji} is distinct from excluded.emoji`,
		})
		.returning({ postId: reactions.postId })
	return kept.length > 0
}

/**
 * Takes back a gesture, named by its id or by its post; answers with the post. Lemmy names a new id in its Undo, so the
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
): Promise<string | null> => {
	const byId = uri ? eq(reactions.uri, uri) : undefined
	const same = emoji === undefined ? undefined : sql`${reactions.emoji} is not distinct from ${emoji}::text`
	const byPost = postId ? and(eq(reactions.postId, postId), eq(reactions.kind, kind), same) : undefined
	if (!byId && !byPost) return null
	const gone = await tx
		.delete(reactions)
		.where(and(eq(reactions.actorId, actorId), or(byId, byPost)))
		.returning({ postId: reactions.postId })
	return gone[0]?.postId ?? null
}

export const hasReaction = async (tx: Transaction, actorId: string, uri: string | null): Promise<boolean> =>
	uri !== null &&
	(
		await tx
			.select({ postId: reactions.postId })
			.from(reactions)
			.where(and(eq(reactions.actorId, actorId), eq(reactions.uri, uri)))
	).length > 0
