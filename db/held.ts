import {
	and,
	asc,
	count,
	countDistinct,
	desc,
	eq,
	gte,
	max,
	min,
	notInArray,
	type SQL,
	sql,
} from "drizzle-orm"
import { limits } from "../src/limits.ts"
import type { Actor } from "../src/people/actor.ts"
import type { Database, Transaction } from "./connect.ts"
import { listPlaced, type Placed } from "./placed.ts"
import { actors, events, posts, shares } from "./schema/index.ts"

/** Whose posts wait: one person's, or those of everybody on a server. */
export type HeldBy = { personId: string } | { host: string }

/** Many posts that wait, by one person or by several of one server. */
export type Pile = { by: HeldBy; reasons: string[]; first: Date; last: Date }

const waits = (groupId: string): SQL | undefined => and(eq(shares.groupId, groupId), eq(shares.state, "held"))
const isBy = (by: HeldBy): SQL => ("host" in by ? eq(actors.host, by.host) : eq(posts.authorId, by.personId))

const span = {
	reasons: sql<string[]>`(array_agg(distinct coalesce(${shares.reason}, '')))[1:5]`,
	first: min(shares.sharedAt),
	last: max(shares.sharedAt),
}

/**
 * What waits in a group, in piles: of a server from which so many posts by several people wait, and of a person of whom
 * so many do. The latest first, at most fifty of either; a person in the pile of their server has none of their own.
 */
export const listPiles = async (
	db: Database,
	groupId: string,
	many: { ofServer: number; ofPerson: number },
): Promise<Pile[]> => {
	const from = <T extends Record<string, unknown>>(rows: T[]) => rows as (T & { first: Date; last: Date })[]
	const servers = from(
		await db
			.select({ host: actors.host, ...span })
			.from(shares)
			.innerJoin(posts, eq(posts.id, shares.postId))
			.innerJoin(actors, eq(actors.id, posts.authorId))
			.where(and(waits(groupId), eq(actors.local, false)))
			.groupBy(actors.host)
			.having(and(gte(count(), many.ofServer), gte(countDistinct(posts.authorId), 2)))
			.orderBy(desc(max(shares.sharedAt)))
			.limit(limits.floodsListed),
	)
	const hosts = servers.map(({ host }) => host)
	const people = from(
		await db
			.select({ personId: posts.authorId, ...span })
			.from(shares)
			.innerJoin(posts, eq(posts.id, shares.postId))
			.innerJoin(actors, eq(actors.id, posts.authorId))
			.where(and(waits(groupId), hosts.length > 0 ? notInArray(actors.host, hosts) : undefined))
			.groupBy(posts.authorId)
			.having(gte(count(), many.ofPerson))
			.orderBy(desc(max(shares.sharedAt)))
			.limit(limits.floodsListed),
	)
	return [
		...servers.map(({ host, ...rest }) => ({ by: { host }, ...rest })),
		...people.map(({ personId, ...rest }) => ({ by: { personId }, ...rest })),
	]
}

/** What waits in a group beside some piles, or in one of them; the latest first. */
export const listHeld = async (
	db: Database,
	groupId: string,
	which: { apartFrom: Pile[] } | { by: HeldBy },
	limit: number,
): Promise<Placed[]> => {
	const where =
		"by" in which ? isBy(which.by) : and(...which.apartFrom.map(({ by }) => sql`not (${isBy(by)})`))
	return listPlaced(db, groupId, "held", limit, where)
}

/** Posts of somebody that wait in a group, the longest waiting first, held still until the transaction ends. */
export const lockHeld = async (
	tx: Transaction,
	groupId: string,
	by: HeldBy,
	limit: number,
): Promise<string[]> =>
	(
		await tx
			.select({ id: shares.postId })
			.from(shares)
			.innerJoin(posts, eq(posts.id, shares.postId))
			.innerJoin(actors, eq(actors.id, posts.authorId))
			.where(and(waits(groupId), isBy(by)))
			.orderBy(asc(shares.sharedAt), asc(shares.postId))
			.limit(limit)
			.for("update", { of: shares })
	).map(({ id }) => id)

export type TurnedAway = { author: Actor; reason: string | null; at: Date; facts: Record<string, unknown> }

/** The lines of posts that a group has not taken since a moment, the latest first. */
export const listTurnedAway = async (
	db: Database,
	groupId: string,
	since: Date,
	limit: number,
): Promise<TurnedAway[]> =>
	await db
		.select({ author: actors, reason: events.reason, at: events.at, facts: events.facts })
		.from(events)
		.innerJoin(actors, eq(actors.id, events.actorId))
		.where(and(eq(events.groupId, groupId), eq(events.type, "post-refused"), gte(events.at, since)))
		.orderBy(desc(events.at))
		.limit(limit)
