import { and, desc, eq, gt, isNull, lte, or, sql } from "drizzle-orm"
import type { Actor } from "../src/people/actor.ts"
import type { Database, Transaction } from "./connect.ts"
import { accounts, actors, sessions } from "./schema/index.ts"

type Reader = Database | Transaction

export const insertSession = async (
	tx: Transaction,
	session: typeof sessions.$inferInsert,
): Promise<void> => {
	await tx.insert(sessions).values(session)
}

export const deleteSession = async (tx: Transaction, tokenHash: string): Promise<void> => {
	await tx.delete(sessions).where(eq(sessions.tokenHash, tokenHash))
}

/** Lets go of sessions that have run out, whoever's they were. */
export const deleteOldSessions = async (tx: Transaction, now: Date): Promise<void> => {
	await tx.delete(sessions).where(lte(sessions.expiresAt, now))
}

/** Whose session it is, while it lasts and they have an account. */
export const findSignedIn = async (db: Reader, tokenHash: string, now: Date): Promise<Actor | null> =>
	(
		await db
			.select({ actor: actors })
			.from(sessions)
			.innerJoin(accounts, eq(accounts.actorId, sessions.actorId))
			.innerJoin(actors, eq(actors.id, sessions.actorId))
			.where(and(eq(sessions.tokenHash, tokenHash), gt(sessions.expiresAt, now), isNull(actors.goneAt)))
	)[0]?.actor ?? null

export type Login = { actorId: string; passwordHash: string }

/** The account that a typed name means: an e-mail address, which is compared without regard to capitals, or a handle. */
export const findLogin = async (
	db: Reader,
	{ email, handle }: { email: string; handle: string },
): Promise<Login | null> =>
	(
		await db
			.select({ actorId: accounts.actorId, passwordHash: accounts.passwordHash })
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
