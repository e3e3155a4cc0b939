import { and, desc, eq, gte, inArray, isNull, lt, min, sql } from "drizzle-orm"
import type { Role } from "../src/groups/member.ts"
import type { Actor } from "../src/people/actor.ts"
import type { Post } from "../src/posts/post.ts"
import type { Database } from "./connect.ts"
import { actors, members, posts, shares, trusts } from "./schema/index.ts"

export type Happened = {
	post: Post & { receivedAt: Date }
	author: Actor
	topLevel: boolean
	state: string
	role: Role | null
	joinedAt: Date | null
	trusted: boolean
}

/** What came to a group since a moment and is still there, shared, waiting or taken out: the latest so many, in their order. */
export const listHappened = async (
	db: Database,
	groupId: string,
	{ since, limit }: { since: Date; limit: number },
): Promise<Happened[]> => {
	const trusted = sql<boolean>`exists (select 1 from ${trusts} t where t.group_id = ${groupId} and t.actor_id = ${posts.authorId})`
	const rows = await db
		.select({
			post: posts,
			author: actors,
			topLevel: shares.topLevel,
			state: shares.state,
			role: members.role,
			joinedAt: members.joinedAt,
			trusted,
		})
		.from(shares)
		.innerJoin(posts, eq(posts.id, shares.postId))
		.innerJoin(actors, eq(actors.id, posts.authorId))
		.leftJoin(members, and(eq(members.groupId, shares.groupId), eq(members.actorId, posts.authorId)))
		.where(
			and(
				eq(shares.groupId, groupId),
				inArray(shares.state, ["shared", "held", "removed"]),
				isNull(posts.deletedAt),
				gte(posts.receivedAt, since),
			),
		)
		.orderBy(desc(posts.receivedAt), desc(posts.id))
		.limit(limit)
	return rows.reverse()
}

/** How many posts of whom a group had taken before a moment, and since when. */
export const takenBefore = async (
	db: Database,
	groupId: string,
	before: Date,
): Promise<Map<string, { taken: number; first: Date }>> => {
	const rows = await db
		.select({ id: posts.authorId, taken: sql<number>`count(*)::int`, first: min(shares.sharedAt) })
		.from(shares)
		.innerJoin(posts, eq(posts.id, shares.postId))
		.where(and(eq(shares.groupId, groupId), eq(shares.state, "shared"), lt(posts.receivedAt, before)))
		.groupBy(posts.authorId)
	return new Map(rows.map(({ id, taken, first }) => [id, { taken, first: first ?? before }]))
}
