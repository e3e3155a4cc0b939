import { and, eq } from "drizzle-orm"
import type { Database, Transaction } from "./connect.ts"
import { server } from "./schema/index.ts"

export type Server = typeof server.$inferSelect

/** This server's own row; null before its first start. */
export const findServer = async (db: Database | Transaction): Promise<Server | null> =>
	(await db.select().from(server).where(eq(server.id, 1)))[0] ?? null

export const insertServer = async (tx: Transaction, row: Pick<Server, "webOrigin">): Promise<void> => {
	await tx
		.insert(server)
		.values({ id: 1, ...row })
		.onConflictDoNothing()
}

export const updateServer = async (tx: Transaction, change: Partial<Omit<Server, "id">>): Promise<void> => {
	await tx.update(server).set(change).where(eq(server.id, 1))
}

/** Uses up the setup link's secret; false when somebody else has, at the same moment maybe. */
export const takeSetupToken = async (tx: Transaction, setupTokenHash: string): Promise<boolean> =>
	(
		await tx
			.update(server)
			.set({ setupTokenHash: null, setupTokenUntil: null })
			.where(and(eq(server.id, 1), eq(server.setupTokenHash, setupTokenHash)))
			.returning({ id: server.id })
	).length > 0

/** Notes that another server has been spoken with: from now on the origin cannot change. */
export const markMetOthers = async (db: Database | Transaction): Promise<void> => {
	await db.update(server).set({ metOthers: true }).where(eq(server.metOthers, false))
}
