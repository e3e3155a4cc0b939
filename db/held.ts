import {
	and,
	asc,
	count,
	countDistinct,
	desc,
	eq,
	gte,
	isNull,
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
import { oneOf } from "./together.ts"

/** Whose posts wait: those of one person or several, of everybody on a server, or of the strangers of a wave. */
export type HeldBy = { personId: string } | { host: string } | { wave: true } | { personIds: string[] }

/** Many posts that wait, by one person or by several of one server. */
export type Pile = {
	by: Exclude<HeldBy, { personIds: string[] }>
	reasons: string[]
	first: Date
	last: Date
}

const waits = (groupId: string): SQL | undefined => and(eq(shares.groupId, groupId), eq(shares.state, "held"))
// What has its turn coming needs nobody's decision, and is in no pile.
const undecided = (groupId: string): SQL | undefined => and(waits(groupId), isNull(shares.dueAt))
const isBy = (by: HeldBy): SQL => {
	if ("wave" in by) return eq(shares.inWave, true)
	if ("personIds" in by) return oneOf(posts.authorId, by.personIds, "uuid")
	return "host" in by ? eq(actors.host, by.host) : eq(posts.authorId, by.personId)
}

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
	const known = and(undecided(groupId), eq(shares.inWave, false))
	const wave = (
		await db
			.select({ n: count(), ...span })
			.from(shares)
			.where(and(undecided(groupId), eq(shares.inWave, true)))
	).filter(({ n }) => n > 0) as ({ n: number; first: Date; last: Date } & { reasons: string[] })[]
	const servers = from(
		await db
			.select({ host: actors.host, ...span })
			.from(shares)
			.innerJoin(posts, eq(posts.id, shares.postId))
			.innerJoin(actors, eq(actors.id, posts.authorId))
			.where(and(known, eq(actors.local, false)))
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
			.where(and(known, hosts.length > 0 ? notInArray(actors.host, hosts) : undefined))
			.groupBy(posts.authorId)
			.having(gte(count(), many.ofPerson))
			.orderBy(desc(max(shares.sharedAt)))
			.limit(limits.floodsListed),
	)
	return [
		...wave.map(({ n: _, ...rest }) => ({ by: { wave: true } as const, ...rest })),
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
			.where(and(undecided(groupId), isBy(by)))
			.orderBy(asc(shares.sharedAt), asc(shares.postId))
			.limit(limit)
			.for("update", { of: shares })
	).map(({ id }) => id)

/** Takes posts out that wait and were never shared, all at once; answers which those were. */
export const removeWaiting = async (
	tx: Transaction,
	groupId: string,
	ids: string[],
	reason: string,
): Promise<string[]> =>
	(
		await tx
			.update(shares)
			.set({ state: "removed", reason, dueAt: null })
			.where(and(waits(groupId), oneOf(shares.postId, ids, "uuid"), isNull(shares.eventId)))
			.returning({ id: shares.postId })
	).map(({ id }) => id)

/** Has posts wait again that were taken out and never shared; answers which those were. */
export const letWait = async (
	tx: Transaction,
	groupId: string,
	ids: string[],
	reason: string,
): Promise<string[]> =>
	(
		await tx
			.update(shares)
			.set({ state: "held", reason })
			.where(
				and(
					eq(shares.groupId, groupId),
					eq(shares.state, "removed"),
					oneOf(shares.postId, ids, "uuid"),
					isNull(shares.eventId),
				),
			)
			.returning({ id: shares.postId })
	).map(({ id }) => id)

export type Newcomer = { author: Actor; posts: number; first: Date }

/** Who waits in a wave of strangers, the first to come first, at most so many. */
export const listWave = async (db: Database, groupId: string, limit: number): Promise<Newcomer[]> => {
	const first = min(shares.strangeAt)
	const rows = await db
		.select({ author: actors, posts: count(), first })
		.from(shares)
		.innerJoin(posts, eq(posts.id, shares.postId))
		.innerJoin(actors, eq(actors.id, posts.authorId))
		.where(and(undecided(groupId), eq(shares.inWave, true)))
		.groupBy(actors.id)
		.orderBy(asc(first), asc(actors.id))
		.limit(limit)
	return rows.map((row) => ({ ...row, first: row.first ?? new Date(0) }))
}

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
