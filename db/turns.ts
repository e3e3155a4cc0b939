import { and, asc, eq, lte, sql } from "drizzle-orm"
import type { Transaction } from "./connect.ts"
import { posts, shares } from "./schema/index.ts"

export type Turn = { groupId: string; postId: string; authorId: string; sharedAt: Date; dueAt: Date }

/** Posts whose turn to be shared has come, the first in line first; held still until the transaction ends. */
export const lockTurns = async (tx: Transaction, now: Date, limit: number): Promise<Turn[]> =>
	(await tx
		.select({
			groupId: shares.groupId,
			postId: shares.postId,
			authorId: posts.authorId,
			sharedAt: shares.sharedAt,
			dueAt: shares.dueAt,
		})
		.from(shares)
		.innerJoin(posts, eq(posts.id, shares.postId))
		.where(and(sql`${shares.state} = 'held' and ${shares.dueAt} is not null`, lte(shares.dueAt, now)))
		.orderBy(asc(shares.dueAt), asc(shares.sharedAt), asc(shares.postId))
		.limit(limit)
		.for("update", { of: shares, skipLocked: true })) as Turn[]

/** Whoever is next in a group's line, or in one person's part of it, has their turn no sooner than a moment. */
export const putOffTurns = async (
	tx: Transaction,
	groupId: string,
	{ authorId, until }: { authorId: string | null; until: Date },
): Promise<void> => {
	const theirs = authorId
		? sql`and exists (select 1 from ${posts} p where p.id = ${shares.postId} and p.author_id = ${authorId})`
		: sql``
	await tx.execute(sql`update ${shares} set due_at = ${until.toISOString()} where ${shares.groupId} = ${groupId}
		and ${shares.state} = 'held' and ${shares.dueAt} is not null and ${shares.dueAt} < ${until.toISOString()} ${theirs}`)
}

/** Everything in a group's line is looked at anew, since its pace is another one. */
export const hastenTurns = async (tx: Transaction, groupId: string, now: Date): Promise<void> => {
	await tx
		.update(shares)
		.set({ dueAt: now })
		.where(and(eq(shares.groupId, groupId), sql`${shares.state} = 'held' and ${shares.dueAt} is not null`))
}
