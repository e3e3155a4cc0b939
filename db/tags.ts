import { eq } from "drizzle-orm"
import type { Transaction } from "./connect.ts"
import { postTags } from "./schema/index.ts"

/** Notes which tags stand in a new post's words. */
export const insertTags = async (tx: Transaction, postId: string, tags: string[]): Promise<void> => {
	if (tags.length > 0) await tx.insert(postTags).values(tags.map((tag) => ({ tag, postId })))
}

/** Notes them instead of those that stood there before. */
export const replaceTags = async (tx: Transaction, postId: string, tags: string[]): Promise<void> => {
	await tx.delete(postTags).where(eq(postTags.postId, postId))
	await insertTags(tx, postId, tags)
}
