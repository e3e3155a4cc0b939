import { and, asc, count, eq } from "drizzle-orm"
import { limits } from "../src/limits.ts"
import type { Database, Transaction } from "./connect.ts"
import { signUpRequests } from "./schema/index.ts"

type Reader = Database | Transaction
export type SignUpRequest = typeof signUpRequests.$inferSelect

/** False when somebody else who waits has asked for the same name. */
export const insertSignUpRequest = async (
	tx: Transaction,
	request: typeof signUpRequests.$inferInsert,
): Promise<boolean> =>
	(await tx.insert(signUpRequests).values(request).onConflictDoNothing().returning({ id: signUpRequests.id }))
		.length > 0

export const findSignUpRequest = async (db: Reader, tokenHash: string): Promise<SignUpRequest | null> =>
	(await db.select().from(signUpRequests).where(eq(signUpRequests.tokenHash, tokenHash)))[0] ?? null

/** Whoever waits under a name, which is kept free for them. */
export const findWaitingFor = async (db: Reader, handle: string): Promise<SignUpRequest | null> =>
	(
		await db
			.select()
			.from(signUpRequests)
			.where(and(eq(signUpRequests.handle, handle), eq(signUpRequests.state, "waiting")))
	)[0] ?? null

/** Those who wait, the longest waiting first. */
export const listSignUpRequests = async (
	db: Reader,
	limit: number = limits.longListed,
): Promise<SignUpRequest[]> =>
	await db
		.select()
		.from(signUpRequests)
		.where(eq(signUpRequests.state, "waiting"))
		.orderBy(asc(signUpRequests.createdAt))
		.limit(limit)

export const countSignUpRequests = async (db: Reader): Promise<number> =>
	(await db.select({ n: count() }).from(signUpRequests).where(eq(signUpRequests.state, "waiting")))[0]?.n ?? 0

/** One that waits, held still until the transaction ends; null when there is none by that id, or it has been answered. */
export const lockSignUpRequest = async (tx: Transaction, id: string): Promise<SignUpRequest | null> =>
	(
		await tx
			.select()
			.from(signUpRequests)
			.where(and(eq(signUpRequests.id, id), eq(signUpRequests.state, "waiting")))
			.for("update")
	)[0] ?? null

/** Keeps the answer, and nothing of what was only needed to give it. */
export const updateSignUpRequest = async (
	tx: Transaction,
	id: string,
	answer: { state: "approved" | "rejected"; reason: string; answeredAt: Date },
): Promise<void> => {
	await tx
		.update(signUpRequests)
		.set({ ...answer, passwordHash: null, email: null })
		.where(eq(signUpRequests.id, id))
}
