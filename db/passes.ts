import { and, eq, gt } from "drizzle-orm"
import type { Database, Transaction } from "./connect.ts"
import { passes, recoveryCodes } from "./schema/index.ts"

type Reader = Database | Transaction
export type Pass = typeof passes.$inferSelect
export type PassKind = Pass["kind"]

export const insertPass = async (tx: Transaction, pass: typeof passes.$inferInsert): Promise<void> => {
	await tx.insert(passes).values(pass)
}

/** A pass as long as it holds, without using it up. */
export const findPass = async (db: Reader, hash: string, now: Date): Promise<Pass | null> =>
	(
		await db
			.select()
			.from(passes)
			.where(and(eq(passes.hash, hash), gt(passes.expiresAt, now)))
	)[0] ?? null

/** Uses a pass up: of several who try at the same moment one gets it. */
export const deletePass = async (
	tx: Transaction,
	hash: string,
	kinds: readonly PassKind[],
	now: Date,
): Promise<Pass | null> => {
	const [pass] = await tx.delete(passes).where(eq(passes.hash, hash)).returning()
	return pass && kinds.includes(pass.kind) && pass.expiresAt > now ? pass : null
}

/** The passes of one kind that somebody had are void; a newer one takes their place. */
export const deletePassesOf = async (tx: Transaction, actorId: string, kind: PassKind): Promise<void> => {
	await tx.delete(passes).where(and(eq(passes.actorId, actorId), eq(passes.kind, kind)))
}

/** Somebody's recovery codes are these, and those before are void. */
export const replaceRecoveryCodes = async (
	tx: Transaction,
	actorId: string,
	hashes: string[],
	createdAt: Date,
): Promise<void> => {
	await tx.delete(recoveryCodes).where(eq(recoveryCodes.actorId, actorId))
	if (hashes.length > 0)
		await tx.insert(recoveryCodes).values(hashes.map((codeHash) => ({ actorId, codeHash, createdAt })))
}

/** Uses a code up; false when it is none of theirs. */
export const deleteRecoveryCode = async (
	tx: Transaction,
	actorId: string,
	codeHash: string,
): Promise<boolean> =>
	(
		await tx
			.delete(recoveryCodes)
			.where(and(eq(recoveryCodes.actorId, actorId), eq(recoveryCodes.codeHash, codeHash)))
			.returning({ actorId: recoveryCodes.actorId })
	).length > 0

/** Since when somebody has the codes they have; null when none is left. */
export const recoveryCodesSince = async (db: Reader, actorId: string): Promise<Date | null> =>
	(
		await db
			.select({ at: recoveryCodes.createdAt })
			.from(recoveryCodes)
			.where(eq(recoveryCodes.actorId, actorId))
			.limit(1)
	)[0]?.at ?? null
