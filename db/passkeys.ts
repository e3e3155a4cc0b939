import { and, asc, eq, isNull } from "drizzle-orm"
import type { Database, Transaction } from "./connect.ts"
import { accounts, actors, passkeys } from "./schema/index.ts"

type Reader = Database | Transaction
export type Passkey = typeof passkeys.$inferSelect

export const listPasskeys = async (db: Reader, actorId: string): Promise<Passkey[]> =>
	await db.select().from(passkeys).where(eq(passkeys.actorId, actorId)).orderBy(asc(passkeys.createdAt))

/** A passkey by the name its authenticator gave it, if whoever has it may sign in. */
export const lockPasskey = async (tx: Transaction, credentialId: string): Promise<Passkey | null> =>
	(
		await tx
			.select({ passkey: passkeys })
			.from(passkeys)
			.innerJoin(accounts, eq(accounts.actorId, passkeys.actorId))
			.innerJoin(actors, eq(actors.id, passkeys.actorId))
			.where(and(eq(passkeys.credentialId, credentialId), isNull(accounts.disabledAt), isNull(actors.goneAt)))
			.for("update", { of: passkeys })
	)[0]?.passkey ?? null

/** False when it is known already, as anybody's. */
export const insertPasskey = async (
	tx: Transaction,
	passkey: typeof passkeys.$inferInsert,
): Promise<boolean> =>
	(await tx.insert(passkeys).values(passkey).onConflictDoNothing().returning({ id: passkeys.id })).length > 0

export const updatePasskey = async (
	tx: Transaction,
	id: string,
	change: Partial<Pick<Passkey, "counter" | "usedAt">>,
): Promise<void> => {
	await tx.update(passkeys).set(change).where(eq(passkeys.id, id))
}

/** Takes away one of somebody's passkeys; false when it is none of theirs. */
export const deletePasskey = async (tx: Transaction, actorId: string, id: string): Promise<boolean> =>
	(
		await tx
			.delete(passkeys)
			.where(and(eq(passkeys.id, id), eq(passkeys.actorId, actorId)))
			.returning({ id: passkeys.id })
	).length > 0
