import { and, desc, eq, type SQL, sql } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import type { Actor } from "../src/people/actor.ts"
import type { Post } from "../src/posts/post.ts"
import type { Database } from "./connect.ts"
import { knownIn } from "./member-names.ts"
import { actors, posts, shares } from "./schema/index.ts"

/** A post in a group, in whatever state: for those who moderate it. Everyone else reads through db/reading.ts. */
export type Placed = {
	post: Post
	author: Actor
	group: Actor
	groupId: string
	state: "shared" | "held" | "refused" | "removed" | "deleted"
	reason: string | null
	sharedAt: Date
}

const placed = (db: Database, where: SQL | undefined) => {
	const group = alias(actors, "group_actor")
	return db
		.select({
			post: posts,
			author: knownIn(sql`${shares.groupId}`),
			group,
			groupId: shares.groupId,
			state: shares.state,
			reason: shares.reason,
			sharedAt: shares.sharedAt,
		})
		.from(shares)
		.innerJoin(posts, eq(posts.id, shares.postId))
		.innerJoin(actors, eq(actors.id, posts.authorId))
		.innerJoin(group, eq(group.id, shares.groupId))
		.where(where)
}

/** A group's posts in one state, the latest first. */
export const listPlaced = async (
	db: Database,
	groupId: string,
	state: Placed["state"],
	limit: number,
	also?: SQL,
): Promise<Placed[]> =>
	await placed(db, and(eq(shares.groupId, groupId), eq(shares.state, state), also))
		.orderBy(desc(shares.sharedAt), desc(shares.postId))
		.limit(limit)

/** One post's places in the groups that hold it. */
export const findPlaced = async (db: Database, postId: string): Promise<Placed[]> =>
	await placed(db, eq(shares.postId, postId)).orderBy(shares.sharedAt)
