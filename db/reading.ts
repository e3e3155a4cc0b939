import { and, asc, count, desc, eq, isNotNull, lt, type SQL, sql } from "drizzle-orm"
import { limits } from "../src/limits.ts"
import type { Actor } from "../src/people/actor.ts"
import type { Post, Viewer } from "../src/posts/post.ts"
import type { Database } from "./connect.ts"
import { knownIn, nameIn } from "./member-names.ts"
import { actors, groups, mutes, posts, postTags, shares } from "./schema/index.ts"
import { visibleTo } from "./visible.ts"

export type Read = {
	post: Post & { createBytes: Uint8Array | null }
	author: Actor
	groupId: string
	sharedAt: Date
	eventId: string | null
}

const read = {
	post: posts,
	author: knownIn(sql`${shares.groupId}`),
	groupId: shares.groupId,
	sharedAt: shares.sharedAt,
	eventId: shares.eventId,
}

/** Posts as a viewer may see them: every list begins with it. */
export const reading = (db: Database, viewer: Viewer, where: SQL | undefined) =>
	db
		.select(read)
		.from(shares)
		.innerJoin(posts, eq(posts.id, shares.postId))
		.innerJoin(groups, eq(groups.actorId, shares.groupId))
		.innerJoin(actors, eq(actors.id, posts.authorId))
		.where(and(visibleTo(viewer), where))

/** One post, in whichever group holds it, if the viewer may see it. */
export const readPost = async (db: Database, viewer: Viewer, id: string): Promise<Read | null> =>
	(await reading(db, viewer, eq(posts.id, id)).orderBy(shares.sharedAt).limit(1))[0] ?? null

/** One post in one group, if the viewer may see it there. */
export const readPostIn = async (
	db: Database,
	viewer: Viewer,
	groupId: string,
	id: string,
): Promise<Read | null> =>
	(await reading(db, viewer, and(eq(posts.id, id), eq(shares.groupId, groupId))).limit(1))[0] ?? null

/** A whole thread of one group in the order it was said, at most `limit` posts. */
export const readThread = async (
	db: Database,
	viewer: Viewer,
	groupId: string,
	threadId: string,
	limit: number = limits.threadListed,
): Promise<Read[]> =>
	await reading(db, viewer, and(eq(shares.groupId, groupId), eq(shares.threadId, threadId)))
		.orderBy(asc(posts.publishedAt), asc(posts.id))
		.limit(limit)

/** Direct answers to a post, oldest first. */
export const readReplies = async (
	db: Database,
	viewer: Viewer,
	uri: string,
	limit: number = limits.repliesListed,
): Promise<Read[]> =>
	await reading(db, viewer, eq(posts.inReplyTo, uri)).orderBy(asc(posts.publishedAt)).limit(limit)

/** Shared by the group itself, not only shown because a group that it follows shares it. */
const isItsOwn = isNotNull(shares.eventId)

/** The newest posts a group shared, replies too. */
export const readOutbox = async (
	db: Database,
	viewer: Viewer,
	groupId: string,
	limit: number,
): Promise<Read[]> =>
	await reading(db, viewer, and(eq(shares.groupId, groupId), isItsOwn))
		.orderBy(desc(shares.sharedAt), desc(shares.postId))
		.limit(limit)

/** What was said in a group under a tag, the newest first; with `own`, only what the group itself shares. */
export const readTagged = async (
	db: Database,
	viewer: Viewer,
	groupId: string,
	tag: string,
	{ before, limit, own = false }: { before: string | null; limit: number; own?: boolean },
): Promise<Read[]> =>
	await reading(
		db,
		viewer,
		and(
			eq(shares.groupId, groupId),
			eq(postTags.tag, tag),
			before ? lt(postTags.postId, before) : undefined,
			own ? isItsOwn : undefined,
		),
	)
		.innerJoin(postTags, eq(postTags.postId, shares.postId))
		.orderBy(desc(postTags.postId))
		.limit(limit)

/** What a group keeps at the top, the latest pinned first. */
export const readPinned = async (
	db: Database,
	viewer: Viewer,
	groupId: string,
	limit: number = limits.pinnedListed,
): Promise<Read[]> =>
	await reading(db, viewer, and(eq(shares.groupId, groupId), isNotNull(shares.pinnedAt)))
		.orderBy(desc(shares.pinnedAt))
		.limit(limit)

/** How many posts that a group shared a viewer could find in it. */
export const countPosts = async (db: Database, viewer: Viewer, groupId: string): Promise<number> =>
	(
		await db
			.select({ n: count() })
			.from(shares)
			.innerJoin(posts, eq(posts.id, shares.postId))
			.innerJoin(groups, eq(groups.actorId, shares.groupId))
			.where(and(visibleTo(viewer), eq(shares.groupId, groupId), isItsOwn))
	)[0]?.n ?? 0

export type Conversation = Read & { activeAt: Date; repliedBy: string[] }
export type Place = { activeAt: Date; postId: string }

/** A group's conversations, newest activity first, from a place on; those that the viewer muted are left out. */
export const readConversations = async (
	db: Database,
	viewer: Viewer,
	groupId: string,
	{ after, limit }: { after: Place | null; limit: number },
): Promise<Conversation[]> => {
	const rows = await db
		.select({ ...read, activeAt: shares.activeAt })
		.from(shares)
		.innerJoin(posts, eq(posts.id, shares.postId))
		.innerJoin(groups, eq(groups.actorId, shares.groupId))
		.innerJoin(actors, eq(actors.id, posts.authorId))
		.where(
			and(
				visibleTo(viewer),
				eq(shares.groupId, groupId),
				eq(shares.topLevel, true),
				eq(shares.state, "shared"),
				viewer === "anyone"
					? undefined
					: sql`not exists (select 1 from ${mutes} u where u.actor_id = ${viewer.actorId} and u.thread_id = ${shares.postId})`,
				after
					? sql`(${shares.activeAt}, ${shares.postId}) < (${after.activeAt.toISOString()}::timestamptz, ${after.postId}::uuid)`
					: undefined,
			),
		)
		.orderBy(desc(shares.activeAt), desc(shares.postId))
		.limit(limit)
	const names = await repliers(
		db,
		viewer,
		groupId,
		rows.map((row) => row.post.threadId),
	)
	return rows.map((row) => ({ ...row, repliedBy: names.get(row.post.threadId) ?? [] }))
}

/** Who joined in each conversation, the latest first, at most four names; of long ones only the end is looked at. */
const repliers = async (db: Database, viewer: Viewer, groupId: string, threadIds: string[]) => {
	const names = new Map<string, string[]>()
	if (threadIds.length === 0) return names
	const rows = await db.execute<{ thread: string; id: string; name: string }>(sql`
		select t.thread, r.id, r.name from unnest(${sql.param(threadIds)}::uuid[]) t(thread)
		cross join lateral (
			select ${actors.id} as id, ${nameIn(sql`${groupId}::uuid`)} as name, ${shares.sharedAt} as at
			from ${shares} join ${posts} on ${posts.id} = ${shares.postId} join ${groups} on ${groups.actorId} = ${shares.groupId}
				join ${actors} on ${actors.id} = ${posts.authorId}
			where ${visibleTo(viewer)} and ${shares.groupId} = ${groupId} and ${shares.threadId} = t.thread and not ${shares.topLevel}
			order by ${shares.sharedAt} desc, ${shares.postId} desc limit ${limits.repliersRead}) r
		order by r.at desc`)
	for (const [thread, said] of Map.groupBy(rows, (row) => row.thread)) {
		const people = new Map(said.map((row) => [row.id, row.name]))
		names.set(thread, [...people.values()].slice(0, 4))
	}
	return names
}

/** What is left of a deleted post that everyone could read; null for every other, so that nothing is betrayed. */
export const readTombstone = async (
	db: Database,
	id: string,
): Promise<{ uri: string; kind: Post["kind"]; deletedAt: Date } | null> => {
	const [post] = await db
		.select({ uri: posts.uri, kind: posts.kind, deletedAt: posts.deletedAt })
		.from(posts)
		.where(and(eq(posts.id, id), eq(posts.audience, "public"), sql`${posts.deletedAt} is not null`))
	return post ? { ...post, deletedAt: post.deletedAt! } : null
}
