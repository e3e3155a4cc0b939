import { and, eq, sql } from "drizzle-orm"
import type { Audience } from "../src/posts/post.ts"
import type { Database, Transaction } from "./connect.ts"
import { groups, log, messages } from "./schema/index.ts"

export type LogEntry = Omit<typeof log.$inferInsert, "position" | "createdAt">
export type Message = Omit<typeof messages.$inferInsert, "deliveredAt" | "createdAt">

/** Adds to a group's log. The group's row is locked first, so positions have no gaps and follow the order of commits. */
export const appendToLog = async (tx: Transaction, groupId: string, entries: LogEntry[]): Promise<void> => {
	if (entries.length === 0) return
	const [group] = await tx
		.update(groups)
		.set({ logPosition: sql`${groups.logPosition} + ${entries.length}` })
		.where(eq(groups.actorId, groupId))
		.returning({ end: groups.logPosition })
	if (!group) throw new Error(`no group ${groupId}`)
	const first = group.end - entries.length + 1
	await tx.insert(log).values(entries.map((entry, index) => ({ ...entry, position: first + index })))
}

export const insertMessages = async (tx: Transaction, rows: Message[]): Promise<void> => {
	if (rows.length > 0) await tx.insert(messages).values(rows).onConflictDoNothing()
}

/** Whether a group's log still holds an activity of this id. */
export const wasSaid = async (tx: Transaction, groupId: string, activityUri: string): Promise<boolean> =>
	(
		await tx
			.select({ position: log.position })
			.from(log)
			.where(and(eq(log.activityUri, activityUri), eq(log.groupId, groupId)))
			.limit(1)
	).length > 0

/** An activity of this server by its id, if its audience is everyone. */
export const findPublicActivity = async (db: Database, activityUri: string): Promise<Uint8Array | null> => {
	const everyone: Audience = "public"
	const [logged] = await db
		.select({ body: log.body })
		.from(log)
		.where(and(eq(log.activityUri, activityUri), eq(log.audience, everyone)))
		.limit(1)
	if (logged) return logged.body
	const [sent] = await db
		.select({ body: messages.body })
		.from(messages)
		.where(and(eq(messages.activityUri, activityUri), eq(messages.audience, everyone)))
		.limit(1)
	return sent?.body ?? null
}
