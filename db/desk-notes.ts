import { and, desc, eq, gt, inArray } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import { limits } from "../src/limits.ts"
import type { Actor } from "../src/people/actor.ts"
import type { Database, Transaction } from "./connect.ts"
import { actors, deskCases, deskNotes } from "./schema/index.ts"

type Reader = Database | Transaction
export type DeskNote = typeof deskNotes.$inferSelect

export const insertDeskNote = async (tx: Transaction, note: DeskNote): Promise<void> => {
	await tx.insert(deskNotes).values(note)
}

export const findDeskNote = async (tx: Reader, id: string): Promise<DeskNote | null> =>
	(await tx.select().from(deskNotes).where(eq(deskNotes.id, id)))[0] ?? null

export const deleteDeskNote = async (tx: Transaction, id: string): Promise<void> => {
	await tx.delete(deskNotes).where(eq(deskNotes.id, id))
}

/** What the moderators of a group wrote down about somebody, the latest first. */
export const listDeskNotes = async (
	db: Reader,
	groupId: string,
	personId: string,
): Promise<{ note: DeskNote; author: Actor | null }[]> =>
	await db
		.select({ note: deskNotes, author: actors })
		.from(deskNotes)
		.leftJoin(actors, eq(actors.id, deskNotes.authorId))
		.where(and(eq(deskNotes.groupId, groupId), eq(deskNotes.personId, personId)))
		.orderBy(desc(deskNotes.createdAt), desc(deskNotes.id))
		.limit(limits.deskNotes)

export const upsertDeskCase = async (tx: Transaction, row: typeof deskCases.$inferInsert): Promise<void> => {
	const { holderId, since } = row
	await tx
		.insert(deskCases)
		.values(row)
		.onConflictDoUpdate({ target: [deskCases.groupId, deskCases.personId], set: { holderId, since } })
}

export const deleteDeskCase = async (tx: Transaction, groupId: string, personId: string): Promise<boolean> =>
	(
		await tx
			.delete(deskCases)
			.where(and(eq(deskCases.groupId, groupId), eq(deskCases.personId, personId)))
			.returning({ personId: deskCases.personId })
	).length > 0

/** Who looks after what waits about some people, where that was said after a moment. */
export const findDeskCases = async (
	db: Reader,
	groupId: string,
	{ personIds, after }: { personIds: string[]; after: Date },
): Promise<Map<string, Actor>> => {
	if (personIds.length === 0) return new Map()
	const holder = alias(actors, "holder")
	const rows = await db
		.select({ personId: deskCases.personId, holder })
		.from(deskCases)
		.innerJoin(holder, eq(holder.id, deskCases.holderId))
		.where(
			and(eq(deskCases.groupId, groupId), inArray(deskCases.personId, personIds), gt(deskCases.since, after)),
		)
	return new Map(rows.map((row) => [row.personId, row.holder]))
}
