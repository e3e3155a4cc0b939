import { and, desc, eq, gt, sql } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import { limits } from "../src/limits.ts"
import type { Actor } from "../src/people/actor.ts"
import type { Database, Transaction } from "./connect.ts"
import { accounts, actors, invites } from "./schema/index.ts"

type Reader = Database | Transaction
export type Invite = typeof invites.$inferSelect
export type InviteShown = { invite: Invite; by: Actor | null; group: Actor | null }

const shown = (db: Reader) => {
	const [by, group] = [alias(actors, "by_actor"), alias(actors, "group_actor")]
	return db
		.select({ invite: invites, by, group })
		.from(invites)
		.leftJoin(by, eq(by.id, invites.invitedBy))
		.leftJoin(group, eq(group.id, invites.groupId))
		.$dynamic()
}

const holds = (now: Date) => and(gt(invites.expiresAt, now), gt(invites.usesLeft, 0))

export const insertInvite = async (tx: Transaction, invite: typeof invites.$inferInsert): Promise<void> => {
	await tx.insert(invites).values(invite)
}

/** An invitation as long as it holds, by the hash of its secret. */
export const findInvite = async (db: Reader, tokenHash: string, now: Date): Promise<InviteShown | null> =>
	(await shown(db).where(and(eq(invites.tokenHash, tokenHash), holds(now))))[0] ?? null

/** Takes one use of an invitation; null when it does not hold any more. */
export const takeInvite = async (tx: Transaction, tokenHash: string, now: Date): Promise<Invite | null> =>
	(
		await tx
			.update(invites)
			.set({ usesLeft: sql`${invites.usesLeft} - 1` })
			.where(and(eq(invites.tokenHash, tokenHash), holds(now)))
			.returning()
	)[0] ?? null

/** The invitations that hold, the latest first: somebody's own, or everybody's. */
export const listInvites = async (db: Reader, invitedBy: string | null, now: Date): Promise<InviteShown[]> =>
	await shown(db)
		.where(and(holds(now), invitedBy ? eq(invites.invitedBy, invitedBy) : undefined))
		.orderBy(desc(invites.createdAt))
		.limit(limits.longListed)

/** Somebody's own invitation, or (null) any; false when there is no such one. */
export const deleteInvite = async (tx: Transaction, id: string, invitedBy: string | null): Promise<boolean> =>
	(
		await tx
			.delete(invites)
			.where(and(eq(invites.id, id), invitedBy ? eq(invites.invitedBy, invitedBy) : undefined))
			.returning({ id: invites.id })
	).length > 0

/** Whom somebody has invited, the latest first. */
export const listInvited = async (db: Reader, invitedBy: string): Promise<Actor[]> =>
	(
		await db
			.select({ actor: actors })
			.from(accounts)
			.innerJoin(actors, eq(actors.id, accounts.actorId))
			.where(eq(accounts.invitedBy, invitedBy))
			.orderBy(desc(accounts.createdAt))
			.limit(limits.listed)
	).map(({ actor }) => actor)

/** Over how many hands somebody came here, counted up to a limit: 0 for whom nobody invited. */
export const invitedOver = async (db: Reader, actorId: string, most: number): Promise<number> => {
	const [row] = (await db.execute(sql`with recursive chain as (
			select invited_by as id, 0 as hands from accounts where actor_id = ${actorId}
			union all select a.invited_by, c.hands + 1 from chain c join accounts a on a.actor_id = c.id
			where c.hands < ${most})
		select count(*)::int as hands from chain where id is not null`)) as unknown as { hands: number }[]
	return row!.hands
}
