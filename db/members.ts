import { and, asc, count, desc, eq, inArray, isNull, ne, sql } from "drizzle-orm"
import type { Role } from "../src/groups/member.ts"
import { limits } from "../src/limits.ts"
import type { Actor } from "../src/people/actor.ts"
import type { Database, Transaction } from "./connect.ts"
import { deleteFeedKey } from "./feed-keys.ts"
import { deleteMemberName, knownIn } from "./member-names.ts"
import { actors, bans, cursors, events, groups, members } from "./schema/index.ts"
import { onePairOf, type Pair, pairText, rowFor, together } from "./together.ts"

type Reader = Database | Transaction
export type Membership = typeof members.$inferSelect

export const findMember = (db: Reader, groupId: string, actorId: string): Promise<Membership | null> =>
	memberOf(db, [groupId, actorId])

const textsOf = (pairs: Pair[]): string[] => pairs.map((pair) => pairText(...pair))

const memberOf: (db: Reader, pair: Pair) => Promise<Membership | null> = together(
	async (db: Reader, pairs: Pair[]) => {
		const here = onePairOf([members.groupId, members.actorId], pairs)
		const rows = await db.select().from(members).where(here)
		return rowFor(textsOf(pairs), rows, ({ groupId, actorId }) => pairText(groupId, actorId))
	},
)

/** The same, holding the row (or its absence) still until the transaction ends. */
export const lockMember = async (
	tx: Transaction,
	groupId: string,
	actorId: string,
): Promise<Membership | null> => {
	await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`member ${groupId} ${actorId}`}, 0))`)
	return findMember(tx, groupId, actorId)
}

/** Somebody's role, and since when: the last time it was given to them, or when they came. */
export const heldSince = async (
	db: Reader,
	groupId: string,
	actorId: string,
): Promise<{ role: Role; since: Date } | null> => {
	const given = sql<string | null>`(select max(e.at) from ${events} e where e.group_id = ${groupId}
		and e.person_id = ${actorId} and e.type = 'role-changed' and e.facts ->> 'to' = ${members.role})`
	const [held] = await db
		.select({ role: members.role, joinedAt: members.joinedAt, given })
		.from(members)
		.where(and(eq(members.groupId, groupId), eq(members.actorId, actorId)))
	return held ? { role: held.role, since: held.given ? new Date(held.given) : held.joinedAt } : null
}

export const upsertMember = async (tx: Transaction, member: typeof members.$inferInsert): Promise<void> => {
	const { role, followUri, requestedAt } = member
	await tx
		.insert(members)
		.values(member)
		.onConflictDoUpdate({ target: [members.groupId, members.actorId], set: { role, followUri, requestedAt } })
}

export const deleteMember = async (tx: Transaction, groupId: string, actorId: string): Promise<void> => {
	await tx.delete(members).where(and(eq(members.groupId, groupId), eq(members.actorId, actorId)))
	// Whoever comes back makes another.
	await deleteFeedKey(tx, groupId, actorId)
	await deleteMemberName(tx, groupId, actorId)
}

export const findBan = (db: Reader, groupId: string, actorId: string): Promise<Ban | null> =>
	banOf(db, [groupId, actorId])

type Ban = typeof bans.$inferSelect

const banOf: (db: Reader, pair: Pair) => Promise<Ban | null> = together(async (db: Reader, pairs: Pair[]) => {
	const here = onePairOf([bans.groupId, bans.actorId], pairs)
	const rows = await db.select().from(bans).where(here)
	return rowFor(textsOf(pairs), rows, ({ groupId, actorId }) => pairText(groupId, actorId))
})

/** The people with certain roles in a group, by the time they came. */
export const listMembers = async (
	db: Reader,
	groupId: string,
	roles: Role[],
	limit: number = limits.listed,
): Promise<{ actor: Actor; role: Role }[]> =>
	await db
		.select({ actor: knownIn(sql`${members.groupId}`), role: members.role })
		.from(members)
		.innerJoin(actors, eq(actors.id, members.actorId))
		.where(and(eq(members.groupId, groupId), inArray(members.role, roles)))
		.orderBy(asc(members.joinedAt), asc(members.actorId))
		.limit(limit)

/** How many follow a group from elsewhere: a number for other servers, never shown to people here. */
export const countFollowers = async (db: Reader, groupId: string): Promise<number> =>
	(await db.select({ n: count() }).from(members).where(eq(members.groupId, groupId)))[0]?.n ?? 0

/** Begins a cursor at the end of the group's log for a follower's inbox, unless it has one; a closed one opens again. */
export const openCursor = async (
	tx: Transaction,
	groupId: string,
	inbox: string,
	host: string,
): Promise<void> => {
	await tx.execute(sql`
		insert into ${cursors} (group_id, inbox, host, position)
		select ${groupId}, ${inbox}, ${host}, log_position from ${groups} where actor_id = ${groupId} for share
		on conflict (group_id, inbox) do update
		set closed_at = null, refusals = 0, gone_since = null, next_try_at = null,
			position = case when cursors.closed_at is null then cursors.position else excluded.position end`)
}

/** Ends a cursor that no follower needs any more. */
export const closeUnusedCursor = async (tx: Transaction, groupId: string, inbox: string): Promise<void> => {
	await tx.execute(sql`
		delete from ${cursors} c where c.group_id = ${groupId} and c.inbox = ${inbox} and not exists (
			select 1 from ${members} m join ${actors} a on a.id = m.actor_id
			where m.group_id = c.group_id and m.follow_uri is not null and a.host = c.host and coalesce(a.shared_inbox, a.inbox) = c.inbox)`)
}
/** The groups somebody follows or belongs to. */
export const groupsOf = async (db: Reader, actorId: string): Promise<string[]> =>
	(await db.select({ id: members.groupId }).from(members).where(eq(members.actorId, actorId))).map(
		(row) => row.id,
	)

export const findMemberByFollow = async (
	db: Reader,
	actorId: string,
	followUri: string,
): Promise<Membership | null> =>
	(
		await db
			.select()
			.from(members)
			.where(and(eq(members.actorId, actorId), eq(members.followUri, followUri)))
	)[0] ?? null

export const findMemberByFollowUri = async (
	db: Reader,
	groupId: string,
	followUri: string,
): Promise<Membership | null> =>
	(
		await db
			.select()
			.from(members)
			.where(and(eq(members.groupId, groupId), eq(members.followUri, followUri)))
	)[0] ?? null

export const insertBan = async (tx: Transaction, ban: typeof bans.$inferInsert): Promise<void> => {
	const { until, reason, withPosts, createdAt } = ban
	await tx
		.insert(bans)
		.values(ban)
		.onConflictDoUpdate({
			target: [bans.groupId, bans.actorId],
			set: { until, reason, withPosts, createdAt },
		})
}

export const deleteBan = async (tx: Transaction, groupId: string, actorId: string): Promise<boolean> =>
	(
		await tx
			.delete(bans)
			.where(and(eq(bans.groupId, groupId), eq(bans.actorId, actorId)))
			.returning({ actorId: bans.actorId })
	).length > 0

/** How many hold a role, while nobody can change that until the transaction ends. */
export const countRole = async (tx: Transaction, groupId: string, role: Role): Promise<number> => {
	await tx.execute(sql`select 1 from ${groups} where actor_id = ${groupId} for update`)
	return (
		(
			await tx
				.select({ n: count() })
				.from(members)
				.where(and(eq(members.groupId, groupId), eq(members.role, role)))
		)[0]?.n ?? 0
	)
}

/** Who has been in a group longest with one of some roles, people who can be reached by a page here before others. */
export const longestIn = async (
	tx: Transaction,
	groupId: string,
	roles: Role[],
	but: string,
): Promise<Membership | null> =>
	(
		await tx
			.select({ member: members })
			.from(members)
			.innerJoin(actors, eq(actors.id, members.actorId))
			.where(
				and(
					eq(members.groupId, groupId),
					inArray(members.role, roles),
					ne(members.actorId, but),
					eq(actors.kind, "person"),
					isNull(actors.goneAt),
				),
			)
			.orderBy(desc(actors.local), asc(members.joinedAt), asc(members.actorId))
			.limit(1)
	)[0]?.member ?? null

/** Followers who wait to be made members, the longest waiting first. */
export const listRequests = async (
	db: Reader,
	groupId: string,
	limit: number = limits.listed,
): Promise<{ actor: Actor; requestedAt: Date }[]> =>
	(
		await db
			.select({ actor: actors, requestedAt: members.requestedAt })
			.from(members)
			.innerJoin(actors, eq(actors.id, members.actorId))
			.where(
				and(
					eq(members.groupId, groupId),
					sql`${members.requestedAt} is not null`,
					eq(members.role, "follower"),
				),
			)
			.orderBy(asc(members.requestedAt))
			.limit(limit)
	).map((row) => ({ actor: row.actor, requestedAt: row.requestedAt! }))

export const listBans = async (db: Reader, groupId: string, now: Date, limit: number = limits.longListed) =>
	await db
		.select({ actor: actors, until: bans.until, reason: bans.reason, createdAt: bans.createdAt })
		.from(bans)
		.innerJoin(actors, eq(actors.id, bans.actorId))
		.where(
			and(eq(bans.groupId, groupId), sql`(${bans.until} is null or ${bans.until} > ${now.toISOString()})`),
		)
		.orderBy(asc(actors.handle))
		.limit(limit)
