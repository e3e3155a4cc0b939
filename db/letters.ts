import { and, count, eq, lte, sql } from "drizzle-orm"
import type { Database, Transaction } from "./connect.ts"
import { letters } from "./schema/index.ts"

/** The bell that rings when a letter was kept; PostgreSQL rings it as the transaction commits, and not before. */
export const lettersChannel = "snug_letters"

export type WaitingLetter = typeof letters.$inferSelect

export const insertLetter = async (tx: Transaction, row: typeof letters.$inferInsert): Promise<void> => {
	await tx.insert(letters).values(row)
	await tx.execute(sql`select pg_notify(${lettersChannel}, '')`)
}

export const countLetters = async (tx: Transaction): Promise<number> =>
	(await tx.select({ n: count() }).from(letters))[0]?.n ?? 0

/** Those that are of no use any more. */
export const deleteOldLetters = async (tx: Transaction, now: Date): Promise<void> => {
	await tx.delete(letters).where(lte(letters.until, now))
}

type Claim = { token: string; now: Date; until: Date; limit: number }

/** Takes letters that are due and that nobody else is sending; they are the holder's until the lease ends. */
export const claimLetters = async (
	tx: Transaction,
	{ token, now, until, limit }: Claim,
): Promise<WaitingLetter[]> => {
	const at = now.toISOString()
	return await tx
		.update(letters)
		.set({ leaseToken: token, leaseUntil: until })
		.where(
			sql`${letters.id} in (select l.id from ${letters} l where l.due_at <= ${at}::timestamptz
				and (l.lease_until is null or l.lease_until <= ${at}::timestamptz)
				order by l.due_at, l.id limit ${limit} for update skip locked)`,
		)
		.returning()
}

const held = (id: string, token: string) => and(eq(letters.id, id), eq(letters.leaseToken, token))

/** It was sent, or is given up. Whoever lost the lease meanwhile changes nothing. */
export const deleteLetter = async (tx: Transaction, id: string, token: string): Promise<void> => {
	await tx.delete(letters).where(held(id, token))
}

/** It was not taken, and is tried again later. */
export const updateLetterDue = async (
	tx: Transaction,
	{ id, token, dueAt }: { id: string; token: string; dueAt: Date },
): Promise<void> => {
	await tx
		.update(letters)
		.set({ dueAt, attempts: sql`${letters.attempts} + 1`, leaseToken: null, leaseUntil: null })
		.where(held(id, token))
}

/** When the next letter may be sent; null when none waits. */
export const nextLetterDue = async (db: Database): Promise<Date | null> => {
	const [row] = await db.execute<{ at: string | null }>(
		sql`select min(greatest(due_at, coalesce(lease_until, due_at))) as at from letters`,
	)
	return row?.at ? new Date(row.at) : null
}
