import { and, asc, desc, eq, inArray, sql } from "drizzle-orm"
import type { Actor } from "../src/people/actor.ts"
import type { Post } from "../src/posts/post.ts"
import type { Database, Transaction } from "./connect.ts"
import {
	actors,
	admissions,
	cursors,
	feedKeys,
	groups,
	memberNames,
	members,
	posts,
	shares,
} from "./schema/index.ts"

/** A group is closed: everybody loses their place in it. Its cursors stay, for its last word is still to go out. */
export const closeForGood = async (tx: Transaction, groupId: string, closedAt: Date): Promise<void> => {
	await tx.update(actors).set({ goneAt: closedAt, updatedAt: closedAt }).where(eq(actors.id, groupId))
	await tx.update(groups).set({ closedAt }).where(eq(groups.actorId, groupId))
	await tx.delete(members).where(eq(members.groupId, groupId))
	await tx.delete(feedKeys).where(eq(feedKeys.groupId, groupId))
	await tx.delete(memberNames).where(eq(memberNames.groupId, groupId))
	await tx.delete(admissions).where(eq(admissions.groupId, groupId))
}

/** The people of this server who belong to a group or follow it, held still until the transaction ends. */
export const lockLocalPeople = async (tx: Transaction, groupId: string, limit: number): Promise<Actor[]> => {
	await tx.execute(sql`select 1 from ${groups} where actor_id = ${groupId} for update`)
	const rows = await tx
		.select({ actor: actors })
		.from(members)
		.innerJoin(actors, eq(actors.id, members.actorId))
		.where(and(eq(members.groupId, groupId), eq(actors.local, true), eq(actors.kind, "person")))
		.orderBy(asc(members.joinedAt))
		.limit(limit)
	return rows.map((row) => row.actor)
}

/** Somebody with an account here who looks after a group, an owner before a moderator. */
export const localKeeper = async (tx: Transaction, groupId: string): Promise<string | null> =>
	(
		await tx
			.select({ id: actors.id })
			.from(members)
			.innerJoin(actors, eq(actors.id, members.actorId))
			.where(
				and(
					eq(members.groupId, groupId),
					inArray(members.role, ["moderator", "owner"]),
					eq(actors.local, true),
				),
			)
			.orderBy(desc(members.role), asc(members.joinedAt))
			.limit(1)
	)[0]?.id ?? null

/** What goes with a group, so that it can be said before: how many of each. */
export const countContents = async (
	db: Database,
	groupId: string,
): Promise<{ conversations: number; posts: number; people: number; servers: number }> => {
	const [row] = (await db.execute(sql`select
		(select count(*) from shares where group_id = ${groupId} and state = 'shared' and top_level)::int as conversations,
		(select count(*) from shares where group_id = ${groupId} and state = 'shared')::int as posts,
		(select count(*) from members where group_id = ${groupId})::int as people,
		(select count(*) from cursors where group_id = ${groupId} and closed_at is null)::int as servers`)) as unknown as {
		conversations: number
		posts: number
		people: number
		servers: number
	}[]
	return row!
}

/** What is left of a post that everyone could read in a group that has closed; null for every other. */
export const readAfterClosing = async (
	db: Database,
	postId: string,
): Promise<{ uri: string; kind: Post["kind"]; deletedAt: Date } | null> => {
	const [found] = await db
		.select({ uri: posts.uri, kind: posts.kind, deletedAt: groups.closedAt })
		.from(posts)
		.innerJoin(shares, eq(shares.postId, posts.id))
		.innerJoin(groups, eq(groups.actorId, shares.groupId))
		.where(
			and(
				eq(posts.id, postId),
				eq(posts.audience, "public"),
				eq(groups.visibility, "public"),
				eq(shares.state, "shared"),
				sql`${groups.closedAt} is not null`,
			),
		)
		.limit(1)
	return found?.deletedAt ? { ...found, deletedAt: found.deletedAt } : null
}

/** Nothing of a closed group goes to anybody any more. */
export const endCursors = async (tx: Transaction, groupId: string): Promise<void> => {
	await tx.delete(cursors).where(eq(cursors.groupId, groupId))
}
