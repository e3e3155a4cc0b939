import { and, desc, eq, gte, inArray, sql } from "drizzle-orm"
import { limits } from "../src/limits.ts"
import type { Database, Transaction } from "./connect.ts"
import { events } from "./schema/index.ts"

type Reader = Database | Transaction

/** A decision about many waiting posts at once. */
export type Settlement = {
	id: string
	at: Date
	personId: string | null
	reason: string
	way: string
	host: string | null
	wave: boolean
	letIn: string[]
	undone: boolean
}

const undone = sql<boolean>`exists (select 1 from ${events} u where u.group_id = ${events}.group_id
	and u.type = 'settling-undone' and u.facts ->> 'settlingId' = ${events}.id::text)`

const settlements = (db: Reader) =>
	db
		.select({
			id: events.id,
			at: events.at,
			personId: events.personId,
			reason: events.reason,
			facts: events.facts,
			undone,
		})
		.from(events)
		.$dynamic()

const asSettlement = (row: {
	id: string
	at: Date
	personId: string | null
	reason: string | null
	facts: Record<string, unknown>
	undone: boolean
}): Settlement => ({
	...row,
	reason: row.reason ?? "",
	way: String(row.facts.way),
	host: typeof row.facts.host === "string" ? row.facts.host : null,
	wave: row.facts.wave === true,
	letIn: Array.isArray(row.facts.letIn) ? row.facts.letIn.map(String) : [],
})

const isIn = (groupId: string) => and(eq(events.groupId, groupId), sql`${events.type} = 'held-settled'`)

/** One such decision of a group, which nobody else takes back until the transaction ends. */
export const lockSettling = async (
	tx: Transaction,
	groupId: string,
	id: string,
): Promise<Settlement | null> => {
	await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`settling ${id}`}, 0))`)
	const [row] = await settlements(tx).where(and(isIn(groupId), eq(events.id, id)))
	return row ? asSettlement(row) : null
}

/** What a group's moderators decided at once since a moment, the latest first, but for what they took back. */
export const listSettlings = async (db: Database, groupId: string, since: Date): Promise<Settlement[]> =>
	(
		await settlements(db)
			.where(and(isIn(groupId), gte(events.at, since), sql`not ${undone}`))
			.orderBy(desc(events.position))
			.limit(limits.settlingsListed)
	).map(asSettlement)

/** Which posts were taken out and let through by such a decision. */
export const postsSettled = async (
	tx: Transaction,
	groupId: string,
	id: string,
): Promise<{ removed: string[]; approved: string[] }> => {
	const rows = await tx
		.select({ postId: events.postId, type: events.type })
		.from(events)
		.where(
			and(
				eq(events.groupId, groupId),
				sql`${events.facts} ->> 'line' = ${id}`,
				inArray(events.type, ["post-removed", "post-approved"]),
			),
		)
		.limit(limits.waveAtOnce)
	const of = (type: string) => rows.flatMap((row) => (row.type === type && row.postId ? [row.postId] : []))
	return { removed: of("post-removed"), approved: of("post-approved") }
}
