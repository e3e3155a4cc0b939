import { and, asc, eq, exists, inArray, isNotNull, isNull, or, sql } from "drizzle-orm"
import { limits } from "../src/limits.ts"
import type { Actor } from "../src/people/actor.ts"
import type { Viewer } from "../src/posts/post.ts"
import { isBlockedBy } from "./blocks.ts"
import type { Database, Transaction } from "./connect.ts"
import { nameIn } from "./member-names.ts"
import { actors, groups, posts, reactions, shares } from "./schema/index.ts"
import { visibleTo } from "./visible.ts"

type Reaction = typeof reactions.$inferInsert

/**
 * Keeps a gesture, in place of the one before if that had another emoji; false when they made this very one before. What
 * a group only vouches for gives way to somebody's own word, and never takes its place.
 */
export const insertReaction = async (tx: Transaction, row: Reaction): Promise<boolean> => {
	const { emoji, uri, createdAt, vouchedBy = null } = row
	const isOther = sql`${reactions.emoji} is distinct from excluded.emoji`
	const onlyVouched = isNotNull(reactions.vouchedBy)
	const kept = await tx
		.insert(reactions)
		.values(row)
		.onConflictDoUpdate({
			target: [reactions.postId, reactions.actorId, reactions.kind],
			set: { emoji, uri, createdAt, vouchedBy },
			setWhere: vouchedBy === null ? or(isOther, onlyVouched) : and(isOther, onlyVouched),
		})
		.returning({ postId: reactions.postId })
	return kept.length > 0
}

/** Makes somebody's own what a group vouched for; false when no group did. */
export const ownReaction = async (tx: Transaction, row: Reaction): Promise<boolean> => {
	const { postId, actorId, kind, emoji, uri, createdAt } = row
	const owned = await tx
		.update(reactions)
		.set({ emoji, uri, createdAt, vouchedBy: null })
		.where(and(theOne({ postId, actorId, kind }), isNotNull(reactions.vouchedBy)))
		.returning({ postId: reactions.postId })
	return owned.length > 0
}

const theOne = ({ postId, actorId, kind }: Pick<Reaction, "postId" | "actorId" | "kind">) =>
	and(eq(reactions.postId, postId), eq(reactions.actorId, actorId), eq(reactions.kind, kind))

/** Whether all there is of a gesture is the word of that group. */
export const isVouched = async (
	db: Database | Transaction,
	{ groupId, ...one }: Pick<Reaction, "postId" | "actorId" | "kind"> & { groupId: string },
): Promise<boolean> =>
	(
		await db
			.select({ postId: reactions.postId })
			.from(reactions)
			.where(and(theOne(one), eq(reactions.vouchedBy, groupId)))
	).length > 0

/** How many gestures about a post nobody but a group vouches for. */
export const countVouched = async (tx: Transaction, postId: string): Promise<number> =>
	await tx.$count(reactions, and(eq(reactions.postId, postId), isNotNull(reactions.vouchedBy)))

/**
 * Takes back a gesture, named by its id or by its post; answers with what it was, and whether it was their own or only
 * vouched for. Lemmy names a new id in its Undo, so the
 * post is enough; but one whose emoji is known to have been another was replaced before, and is left.
 */
export const deleteReaction = async (
	tx: Transaction,
	{
		actorId,
		uri,
		postId,
		kind,
		emoji,
	}: {
		actorId: string
		uri: string | null
		postId: string | null
		kind: Reaction["kind"]
		emoji?: string | null
	},
): Promise<{ postId: string; uri: string | null; emoji: string | null; vouched: boolean } | null> => {
	const byId = uri ? eq(reactions.uri, uri) : undefined
	const same = emoji === undefined ? undefined : sql`${reactions.emoji} is not distinct from ${emoji}::text`
	const byPost = postId ? and(eq(reactions.postId, postId), eq(reactions.kind, kind), same) : undefined
	if (!byId && !byPost) return null
	const gone = await tx
		.delete(reactions)
		.where(and(eq(reactions.actorId, actorId), or(byId, byPost)))
		.returning({
			postId: reactions.postId,
			uri: reactions.uri,
			emoji: reactions.emoji,
			vouchedBy: reactions.vouchedBy,
		})
	if (!gone[0]) return null
	const { vouchedBy, ...gesture } = gone[0]
	return { ...gesture, vouched: vouchedBy !== null }
}

export const hasReaction = async (tx: Transaction, actorId: string, uri: string | null): Promise<boolean> =>
	uri !== null &&
	(
		await tx
			.select({ postId: reactions.postId })
			.from(reactions)
			.where(and(eq(reactions.actorId, actorId), eq(reactions.uri, uri)))
	).length > 0

/** Somebody's thanks for a post, or the emoji in its place; undefined when they said none. */
export const findThanks = async (
	tx: Transaction,
	postId: string,
	actorId: string,
): Promise<{ emoji: string | null } | undefined> =>
	(
		await tx
			.select({ emoji: reactions.emoji })
			.from(reactions)
			.where(and(eq(reactions.postId, postId), eq(reactions.actorId, actorId), eq(reactions.kind, "like")))
	)[0]

export type Thanks = { postId: string; emoji: string | null; actor: Pick<Actor, "id" | "name"> }

/** Who thanked for some posts of a group, by the names they have there, in the order they did, as far as the viewer may see the posts and wants to hear of those people. */
export const readThanks = async (
	db: Database,
	viewer: Viewer,
	{ groupId, postIds, limit = limits.gesturesListed }: { groupId: string; postIds: string[]; limit?: number },
): Promise<Thanks[]> => {
	if (postIds.length === 0) return []
	const unheard =
		viewer === "anyone"
			? undefined
			: sql`not ${isBlockedBy(viewer.actorId, { authorId: sql`${reactions.actorId}`, groupId: sql`${reactions.actorId}` })}`
	return await db
		.select({
			postId: reactions.postId,
			emoji: reactions.emoji,
			actor: { id: actors.id, name: nameIn(sql`${groupId}::uuid`) },
		})
		.from(reactions)
		.innerJoin(actors, eq(actors.id, reactions.actorId))
		.where(
			and(
				inArray(reactions.postId, postIds),
				eq(reactions.kind, "like"),
				isNull(reactions.vouchedBy),
				unheard,
				isSeen(db, viewer),
			),
		)
		.orderBy(asc(reactions.createdAt), asc(reactions.actorId))
		.limit(limit)
}

/** Whether the viewer may see what a gesture was made for. */
const isSeen = (db: Database, viewer: Viewer) =>
	exists(
		db
			.select({ one: sql`1` })
			.from(shares)
			.innerJoin(posts, eq(posts.id, shares.postId))
			.innerJoin(groups, eq(groups.actorId, shares.groupId))
			.where(and(eq(shares.postId, reactions.postId), visibleTo(viewer))),
	)

export type Vouched = { postId: string; emoji: string | null; host: string }

/** On which server others thanked for some posts, as a group of that server alone says: it names nobody, and neither do we. */
export const readVouched = async (db: Database, viewer: Viewer, postIds: string[]): Promise<Vouched[]> => {
	if (postIds.length === 0) return []
	return await db
		.selectDistinct({ postId: reactions.postId, emoji: reactions.emoji, host: actors.host })
		.from(reactions)
		.innerJoin(actors, eq(actors.id, reactions.vouchedBy))
		.where(and(inArray(reactions.postId, postIds), eq(reactions.kind, "like"), isSeen(db, viewer)))
		.orderBy(sql`${reactions.emoji} nulls first`, asc(actors.host))
		.limit(limits.gesturesListed)
}

/** The gesture of somebody here by its own address, if everyone may see what it was made for. */
export const findPublicThanks = async (
	db: Database,
	uri: string,
): Promise<{ emoji: string | null; actorId: string; postId: string; groupId: string } | null> =>
	(
		await db
			.select({
				emoji: reactions.emoji,
				actorId: reactions.actorId,
				postId: reactions.postId,
				groupId: shares.groupId,
			})
			.from(reactions)
			.innerJoin(actors, eq(actors.id, reactions.actorId))
			.innerJoin(posts, eq(posts.id, reactions.postId))
			.innerJoin(shares, eq(shares.postId, reactions.postId))
			.innerJoin(groups, eq(groups.actorId, shares.groupId))
			.where(and(eq(reactions.uri, uri), eq(actors.local, true), visibleTo("anyone")))
			.orderBy(shares.sharedAt)
			.limit(1)
	)[0] ?? null
