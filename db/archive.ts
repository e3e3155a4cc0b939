import { and, asc, eq, gt, inArray, isNull, sql } from "drizzle-orm"
import type { Database } from "./connect.ts"
import type { Read } from "./reading.ts"
import { actors, bookmarks, drafts, groups, media, posts, reactions, shares } from "./schema/index.ts"
import { visibleTo } from "./visible.ts"

/** The next of somebody's own posts by their ids, each in the group that had it first; whoever asks is their author. */
export const readOwnPosts = async (
	db: Database,
	authorId: string,
	{ after, limit }: { after: string | null; limit: number },
): Promise<Read[]> => {
	return await db
		.selectDistinctOn([posts.id], {
			post: posts,
			author: actors,
			groupId: shares.groupId,
			sharedAt: shares.sharedAt,
			eventId: shares.eventId,
		})
		.from(posts)
		.innerJoin(shares, eq(shares.postId, posts.id))
		.innerJoin(actors, eq(actors.id, posts.authorId))
		.where(
			and(eq(posts.authorId, authorId), isNull(posts.deletedAt), after ? gt(posts.id, after) : undefined),
		)
		.orderBy(asc(posts.id), asc(shares.sharedAt))
		.limit(limit)
}

/** The next of the files that somebody brought, by their ids; those they sent with something, and those they did not. */
export const readOwnFiles = async (
	db: Database,
	ownerId: string,
	{ after, limit }: { after: string | null; limit: number },
): Promise<{ id: string; name: string; createdAt: Date }[]> =>
	await db
		.select({ id: media.id, name: media.name, createdAt: media.createdAt })
		.from(media)
		.where(and(eq(media.ownerId, ownerId), isNull(media.goneAt), after ? gt(media.id, after) : undefined))
		.orderBy(asc(media.id))
		.limit(limit)

/** The addresses of what somebody thanked for, or keeps, as far as they may see it still. */
export const listOwnMarks = async (
	db: Database,
	actorId: string,
	{ kind, limit }: { kind: "thanks" | "kept"; limit: number },
): Promise<{ uri: string; emoji: string | null; at: Date }[]> => {
	const seen = db
		.selectDistinct({ id: shares.postId })
		.from(shares)
		.innerJoin(posts, eq(posts.id, shares.postId))
		.innerJoin(groups, eq(groups.actorId, shares.groupId))
		.where(visibleTo({ actorId }))
	if (kind === "kept")
		return await db
			.select({ uri: posts.uri, emoji: sql<null>`null`, at: bookmarks.createdAt })
			.from(bookmarks)
			.innerJoin(posts, eq(posts.id, bookmarks.postId))
			.where(and(eq(bookmarks.actorId, actorId), inArray(posts.id, seen)))
			.orderBy(asc(bookmarks.createdAt), asc(posts.id))
			.limit(limit)
	return await db
		.select({ uri: posts.uri, emoji: reactions.emoji, at: reactions.createdAt })
		.from(reactions)
		.innerJoin(posts, eq(posts.id, reactions.postId))
		.where(
			and(
				eq(reactions.actorId, actorId),
				eq(reactions.kind, "like"),
				isNull(reactions.vouchedBy),
				inArray(posts.id, seen),
			),
		)
		.orderBy(asc(reactions.createdAt), asc(posts.id))
		.limit(limit)
}

/** Somebody's own drafts, as they typed them. */
export const readOwnDrafts = async (db: Database, actorId: string, limit: number) =>
	await db
		.select({ draft: drafts, group: actors })
		.from(drafts)
		.innerJoin(actors, eq(actors.id, drafts.groupId))
		.where(eq(drafts.actorId, actorId))
		.orderBy(asc(drafts.savedAt), asc(drafts.id))
		.limit(limit)
