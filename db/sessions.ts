import { and, desc, eq, gt, isNotNull, isNull, lte, or, sql } from "drizzle-orm"
import { limits } from "../src/limits.ts"
import type { Actor } from "../src/people/actor.ts"
import type { Database, Transaction } from "./connect.ts"
import { deletePushesOf } from "./pushes.ts"
import { accounts, actors, pushSubscriptions, sessions } from "./schema/index.ts"

type Reader = Database | Transaction

export const insertSession = async (
	tx: Transaction,
	session: typeof sessions.$inferInsert,
): Promise<void> => {
	await tx.insert(sessions).values(session)
}

export const deleteSession = async (tx: Transaction, tokenHash: string): Promise<void> => {
	await deletePushesOf(tx, { tokenHash })
	await tx.delete(sessions).where(eq(sessions.tokenHash, tokenHash))
}

/** Lets go of sessions that have run out, whoever's they were. */
export const deleteOldSessions = async (tx: Transaction, now: Date): Promise<void> => {
	await tx.delete(sessions).where(lte(sessions.expiresAt, now))
}

/** Somebody with an account here, and by which of their sessions. */
export type SignedIn = {
	actor: Actor
	account: typeof accounts.$inferSelect
	session: typeof sessions.$inferSelect
}

/** Somebody who is in: with an account here, or as a guest with one on another server. */
export type Present = Omit<SignedIn, "account"> & { account: SignedIn["account"] | null }

/** Whose session it is, while it lasts and they may sign in. */
export const findPresent = async (db: Reader, tokenHash: string, now: Date): Promise<Present | null> =>
	(
		await db
			.select({ actor: actors, account: accounts, session: sessions })
			.from(sessions)
			.innerJoin(actors, eq(actors.id, sessions.actorId))
			.leftJoin(accounts, eq(accounts.actorId, sessions.actorId))
			.where(
				and(
					eq(sessions.tokenHash, tokenHash),
					gt(sessions.expiresAt, now),
					isNull(actors.goneAt),
					isNull(accounts.disabledAt),
					// An account that is not there any more lets nobody in.
					or(eq(actors.local, false), isNotNull(accounts.actorId)),
				),
			)
	)[0] ?? null

/** Where somebody is signed in, the latest first. */
export const listSessions = async (
	db: Reader,
	actorId: string,
	now: Date,
): Promise<(typeof sessions.$inferSelect)[]> =>
	await db
		.select()
		.from(sessions)
		.where(and(eq(sessions.actorId, actorId), gt(sessions.expiresAt, now)))
		.orderBy(desc(sessions.createdAt))
		.limit(limits.listed)

/** Ends one of somebody's own sessions, by its name on pages; false when it is none of theirs. */
export const deleteSessionOf = async (tx: Transaction, actorId: string, id: string): Promise<boolean> => {
	const [ended] = await tx
		.delete(sessions)
		.where(and(eq(sessions.actorId, actorId), eq(sessions.id, id)))
		.returning({ id: sessions.id })
	if (ended) await tx.delete(pushSubscriptions).where(eq(pushSubscriptions.sessionId, ended.id))
	return ended !== undefined
}

export type Login = { actorId: string; passwordHash: string | null; disabledAt: Date | null }

/** The account that a typed name means: an e-mail address, which is compared without regard to capitals, or a handle. */
export const findLogin = async (
	db: Reader,
	{ email, handle }: { email: string; handle: string },
): Promise<Login | null> =>
	(
		await db
			.select({
				actorId: accounts.actorId,
				passwordHash: accounts.passwordHash,
				disabledAt: accounts.disabledAt,
			})
			.from(accounts)
			.innerJoin(actors, eq(actors.id, accounts.actorId))
			.where(
				and(
					isNull(actors.goneAt),
					or(
						sql`lower(${accounts.email}) = lower(${email})`,
						and(eq(actors.handle, handle), eq(actors.local, true)),
					),
				),
			)
			.orderBy(desc(sql`coalesce(${accounts.email} = ${email}, false)`), accounts.createdAt)
			.limit(1)
	)[0] ?? null
