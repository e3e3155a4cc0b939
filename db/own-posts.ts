import { and, desc, eq, inArray, isNull } from "drizzle-orm"
import type { Actor } from "../src/people/actor.ts"
import type { Post } from "../src/posts/post.ts"
import type { Database } from "./connect.ts"
import { actors, posts, shares } from "./schema/index.ts"

/** A post of somebody's own in a group: shared there, or waiting. */
export type OwnPlace = { post: Post; state: "shared" | "held"; reason: string | null }

/** A post for its own author alone, in one group that shares it or lets it wait. */
export const findOwnPlace = async (
	db: Database,
	{ authorId, groupId, postId }: { authorId: string; groupId: string; postId: string },
): Promise<OwnPlace | null> => {
	const [row] = await db
		.select({ post: posts, state: shares.state, reason: shares.reason })
		.from(shares)
		.innerJoin(posts, eq(posts.id, shares.postId))
		.where(
			and(
				eq(shares.postId, postId),
				eq(shares.groupId, groupId),
				eq(posts.authorId, authorId),
				isNull(posts.deletedAt),
				inArray(shares.state, ["shared", "held"]),
			),
		)
	return row ? { ...row, state: row.state === "held" ? "held" : "shared" } : null
}

/** What of somebody's own waits for a moderator, the latest first. */
export const listOwnWaiting = async (
	db: Database,
	authorId: string,
	limit: number,
): Promise<{ post: Post; group: Actor; reason: string | null; sentAt: Date }[]> =>
	await db
		.select({ post: posts, group: actors, reason: shares.reason, sentAt: shares.sharedAt })
		.from(shares)
		.innerJoin(posts, eq(posts.id, shares.postId))
		.innerJoin(actors, eq(actors.id, shares.groupId))
		.where(and(eq(posts.authorId, authorId), eq(shares.state, "held"), isNull(posts.deletedAt)))
		.orderBy(desc(shares.sharedAt), desc(shares.postId))
		.limit(limit)
