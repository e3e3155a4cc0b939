import { and, eq, or } from "drizzle-orm"
import type { Transaction } from "./connect.ts"
import { reactions } from "./schema/index.ts"

type Reaction = typeof reactions.$inferInsert

/** False when they made the gesture before. */
export const insertReaction = async (tx: Transaction, row: Reaction): Promise<boolean> =>
	(await tx.insert(reactions).values(row).onConflictDoNothing().returning({ postId: reactions.postId }))
		.length > 0

/** Takes back a gesture, named by its id or by its post; answers with the post. */
export const deleteReaction = async (
	tx: Transaction,
	{
		actorId,
		uri,
		postId,
		kind,
	}: { actorId: string; uri: string | null; postId: string | null; kind: Reaction["kind"] },
): Promise<string | null> => {
	const byId = uri ? eq(reactions.uri, uri) : undefined
	const byPost = postId ? and(eq(reactions.postId, postId), eq(reactions.kind, kind)) : undefined
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
