import { and, asc, eq, gt } from "drizzle-orm"
import { limits } from "../src/limits.ts"
import type { Actor } from "../src/people/actor.ts"
import type { Database, Transaction } from "./connect.ts"
import { actors, pauses } from "./schema/index.ts"
import { onePairOf, type Pair, pairText, rowFor, together } from "./together.ts"

type Reader = Database | Transaction
export type Pause = typeof pauses.$inferSelect

/** Somebody's pause in a group, which may be over. */
export const findPause = (db: Reader, groupId: string, actorId: string): Promise<Pause | null> =>
	pauseOf(db, [groupId, actorId])

const pauseOf: (db: Reader, pair: Pair) => Promise<Pause | null> = together(
	async (db: Reader, pairs: Pair[]) => {
		const rows = await db
			.select()
			.from(pauses)
			.where(onePairOf([pauses.groupId, pauses.actorId], pairs))
		const texts = pairs.map((pair) => pairText(...pair))
		return rowFor(texts, rows, ({ groupId, actorId }) => pairText(groupId, actorId))
	},
)

export const upsertPause = async (tx: Transaction, pause: typeof pauses.$inferInsert): Promise<void> => {
	const { until, reason, createdAt } = pause
	await tx
		.insert(pauses)
		.values(pause)
		.onConflictDoUpdate({ target: [pauses.groupId, pauses.actorId], set: { until, reason, createdAt } })
}

export const deletePause = async (tx: Transaction, groupId: string, actorId: string): Promise<boolean> =>
	(
		await tx
			.delete(pauses)
			.where(and(eq(pauses.groupId, groupId), eq(pauses.actorId, actorId)))
			.returning({ actorId: pauses.actorId })
	).length > 0

/** Who may not write in a group at a moment, by when that ends. */
export const listPauses = async (
	db: Reader,
	groupId: string,
	now: Date,
): Promise<{ actor: Actor; until: Date; reason: string }[]> =>
	await db
		.select({ actor: actors, until: pauses.until, reason: pauses.reason })
		.from(pauses)
		.innerJoin(actors, eq(actors.id, pauses.actorId))
		.where(and(eq(pauses.groupId, groupId), gt(pauses.until, now)))
		.orderBy(asc(pauses.until))
		.limit(limits.longListed)

/** The pauses of somebody that hold at a moment, in whatever group. */
export const pausesOf = async (tx: Transaction, actorId: string, now: Date): Promise<Pause[]> =>
	await tx
		.select()
		.from(pauses)
		.where(and(eq(pauses.actorId, actorId), gt(pauses.until, now)))
