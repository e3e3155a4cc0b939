import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm"
import { limits } from "../src/limits.ts"
import type { Actor } from "../src/people/actor.ts"
import type { Post } from "../src/posts/post.ts"
import type { Database } from "./connect.ts"
import { knownIn } from "./member-names.ts"
import { actors, events, members, posts, reports, shares } from "./schema/index.ts"

/** The groups somebody looks after, by name. */
export const listLookedAfter = async (db: Database, actorId: string): Promise<Actor[]> =>
	(
		await db
			.select({ group: actors })
			.from(members)
			.innerJoin(actors, eq(actors.id, members.groupId))
			.where(
				and(
					eq(members.actorId, actorId),
					inArray(members.role, ["moderator", "owner"]),
					eq(actors.local, true),
					isNull(actors.goneAt),
				),
			)
			.orderBy(asc(actors.name), asc(actors.id))
			.limit(limits.desksListed)
	).map((row) => row.group)

export type Shared = {
	post: Post
	author: Actor
	topLevel: boolean
	lockedAt: Date | null
	pinnedAt: Date | null
}

/** What a group shared last, or of one author, replies too, with its marks: for those who moderate it. */
export const listShared = async (
	db: Database,
	groupId: string,
	limit: number,
	authorId?: string,
): Promise<Shared[]> =>
	await db
		.select({
			post: posts,
			author: knownIn(sql`${shares.groupId}`),
			topLevel: shares.topLevel,
			lockedAt: shares.lockedAt,
			pinnedAt: shares.pinnedAt,
		})
		.from(shares)
		.innerJoin(posts, eq(posts.id, shares.postId))
		.innerJoin(actors, eq(actors.id, posts.authorId))
		.where(
			and(
				eq(shares.groupId, groupId),
				eq(shares.state, "shared"),
				authorId ? eq(posts.authorId, authorId) : undefined,
			),
		)
		.orderBy(desc(shares.sharedAt), desc(shares.postId))
		.limit(limit)

/** A group's reports that nobody has dealt with, the longest waiting first. */
export const listOpenReports = async (db: Database, groupId: string, limit: number) =>
	await db
		.select()
		.from(reports)
		.where(and(eq(reports.groupId, groupId), isNull(reports.resolvedAt)))
		.orderBy(asc(reports.createdAt), asc(reports.id))
		.limit(limit)

/** Which of some posts that are out of a group their authors took out, not its moderators. */
export const findTakenBack = async (
	db: Database,
	groupId: string,
	postIds: string[],
): Promise<Set<string>> => {
	if (postIds.length === 0) return new Set()
	const last = await db
		.selectDistinctOn([events.postId], { postId: events.postId, type: events.type })
		.from(events)
		.where(
			and(
				eq(events.groupId, groupId),
				inArray(events.postId, postIds),
				sql`${events.type} in ('post-removed', 'post-unshared')`,
			),
		)
		.orderBy(events.postId, desc(events.position))
	return new Set(last.filter((row) => row.type === "post-unshared").map((row) => row.postId!))
}
