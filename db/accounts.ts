import { and, asc, eq, gt, ilike, isNull, or, sql } from "drizzle-orm"
import type { Actor } from "../src/people/actor.ts"
import type { Database, Transaction } from "./connect.ts"
import { deletePushesOf } from "./pushes.ts"
import { accounts, actors, passes, sessions } from "./schema/index.ts"

type Reader = Database | Transaction
export type Account = typeof accounts.$inferSelect
export type AccountHolder = { actor: Actor; account: Account }

export const findAccount = async (db: Reader, actorId: string): Promise<Account | null> =>
	(await db.select().from(accounts).where(eq(accounts.actorId, actorId)))[0] ?? null

/** The same, held still until the transaction ends, so that two changes cannot pass each other. */
export const lockAccount = async (tx: Transaction, actorId: string): Promise<Account | null> =>
	(await tx.select().from(accounts).where(eq(accounts.actorId, actorId)).for("update"))[0] ?? null

/** Whose e-mail address it is, in whatever capitals, if they may sign in. */
export const findAccountByEmail = async (db: Reader, email: string): Promise<AccountHolder | null> =>
	(
		await db
			.select({ actor: actors, account: accounts })
			.from(accounts)
			.innerJoin(actors, eq(actors.id, accounts.actorId))
			.where(
				and(
					sql`lower(${accounts.email}) = lower(${email})`,
					isNull(accounts.disabledAt),
					isNull(actors.goneAt),
				),
			)
			.orderBy(sql`${accounts.email} = ${email} desc`, asc(accounts.createdAt))
			.limit(1)
	)[0] ?? null

export const updateAccount = async (
	tx: Transaction,
	actorId: string,
	change: Partial<Omit<typeof accounts.$inferInsert, "actorId">>,
): Promise<void> => {
	await tx.update(accounts).set(change).where(eq(accounts.actorId, actorId))
}

/** Whether anybody has an e-mail address, in whatever capitals. */
export const emailIsTaken = async (db: Reader, email: string): Promise<boolean> =>
	(
		await db
			.select({ id: accounts.actorId })
			.from(accounts)
			.where(sql`lower(${accounts.email}) = lower(${email})`)
			.limit(1)
	).length > 0

/** Ends everything by which somebody is signed in, or could be by a letter under way; one session may stay. */
export const deleteWaysIn = async (tx: Transaction, actorId: string, but: string | null): Promise<number> => {
	await tx.delete(passes).where(eq(passes.actorId, actorId))
	await deletePushesOf(tx, { actorId, but })
	return (
		await tx
			.delete(sessions)
			.where(
				and(eq(sessions.actorId, actorId), but === null ? undefined : sql`${sessions.tokenHash} <> ${but}`),
			)
			.returning({ id: sessions.id })
	).length
}

/** The accounts of this server by name; `search` is a part of a handle or a name. */
export const listAccounts = async (
	db: Reader,
	{ search = "", after = "", limit }: { search?: string; after?: string; limit: number },
): Promise<AccountHolder[]> => {
	const part = `%${search.replace(/[\\%_]/g, "\\$&")}%`
	return await db
		.select({ actor: actors, account: accounts })
		.from(accounts)
		.innerJoin(actors, eq(actors.id, accounts.actorId))
		.where(
			and(
				search ? or(ilike(actors.handle, part), ilike(actors.name, part)) : undefined,
				after ? gt(actors.handle, after) : undefined,
			),
		)
		.orderBy(asc(actors.handle))
		.limit(limit)
}
