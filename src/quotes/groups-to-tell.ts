import type { Transaction } from "../../db/connect.ts"
import { findShares } from "../../db/posts.ts"
import type { Post } from "../posts/post.ts"

/** The groups whose readers were told of a post, and see it still. */
export const groupsToTell = async (
	tx: Transaction,
	post: Pick<Post, "id" | "deletedAt">,
): Promise<string[]> =>
	post.deletedAt
		? []
		: (await findShares(tx, post.id))
				.filter(({ state, eventId }) => state === "shared" && eventId !== null)
				.map(({ groupId }) => groupId)
