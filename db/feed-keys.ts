import { and, asc, eq, isNull, ne } from "drizzle-orm"
import { limits } from "../src/limits.ts"
import type { Actor } from "../src/people/actor.ts"
import type { Database, Transaction } from "./connect.ts"
import { accounts, actors, feedKeys, members } from "./schema/index.ts"

/** Somebody's key to a group's feed; the one they had before opens nothing any more. */
export const upsertFeedKey = async (tx: Transaction, key: typeof feedKeys.$inferInsert): Promise<void> => {
	const { keyHash, createdAt } = key
	await tx
		.insert(feedKeys)
		.values(key)
		.onConflictDoUpdate({ target: [feedKeys.actorId, feedKeys.groupId], set: { keyHash, createdAt } })
}

/** False when there was none. */
export const deleteFeedKey = async (tx: Transaction, groupId: string, actorId: string): Promise<boolean> =>
	(
		await tx
			.delete(feedKeys)
			.where(and(eq(feedKeys.actorId, actorId), eq(feedKeys.groupId, groupId)))
			.returning({ groupId: feedKeys.groupId })
	).length > 0

export const deleteFeedKeysOf = async (tx: Transaction, actorId: string): Promise<void> => {
	await tx.delete(feedKeys).where(eq(feedKeys.actorId, actorId))
}

/** Who reads a group's feed with a key: a member of it now, whose account is open; null for anybody else. */
export const findFeedReader = async (
	db: Database,
	groupId: string,
	keyHash: string,
): Promise<string | null> =>
	(
		await db
			.select({ actorId: feedKeys.actorId })
			.from(feedKeys)
			.innerJoin(members, and(eq(members.actorId, feedKeys.actorId), eq(members.groupId, feedKeys.groupId)))
			.innerJoin(accounts, eq(accounts.actorId, feedKeys.actorId))
			.innerJoin(actors, eq(actors.id, feedKeys.actorId))
			.where(
				and(
					eq(feedKeys.groupId, groupId),
					eq(feedKeys.keyHash, keyHash),
					ne(members.role, "follower"),
					isNull(accounts.disabledAt),
					isNull(actors.goneAt),
				),
			)
	)[0]?.actorId ?? null

/** The groups of this server that somebody is a member of, by name, and since when they have a key to each. */
export const listFeedKeys = async (
	db: Database,
	actorId: string,
): Promise<{ group: Actor; since: Date | null }[]> =>
	await db
		.select({ group: actors, since: feedKeys.createdAt })
		.from(members)
		.innerJoin(actors, eq(actors.id, members.groupId))
		.leftJoin(feedKeys, and(eq(feedKeys.actorId, members.actorId), eq(feedKeys.groupId, members.groupId)))
		.where(
			and(
				eq(members.actorId, actorId),
				ne(members.role, "follower"),
				eq(actors.local, true),
				isNull(actors.goneAt),
			),
		)
		.orderBy(asc(actors.name), asc(actors.id))
		.limit(limits.listed)
