import { and, desc, eq, gt, isNull, type SQL, sql } from "drizzle-orm"
import type { Line } from "../src/event-facts.ts"
import type { Transaction } from "./connect.ts"
import { events } from "./schema/index.ts"

type Which = Pick<Line, "host" | "rule"> & { groupId: string; type: "post-held" | "post-refused" }

/**
 * Adds one more to a line of the mod log that began after a moment; answers with the event that stands for the line, or
 * null when there is none yet. Until the transaction ends nobody else begins or lengthens that line.
 */
export const lengthenLine = async (
	tx: Transaction,
	{ groupId, type, host, rule }: Which,
	{ since, at, actorId }: { since: Date; at: Date; actorId: string },
): Promise<string | null> => {
	const name = `line ${groupId} ${type} ${host} ${rule}`
	await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`)
	const [begun] = await tx
		.select({ id: events.id, times: fact("times"), alone: fact("alone"), by: events.actorId })
		.from(events)
		.where(
			and(
				eq(events.groupId, groupId),
				eq(events.type, type),
				gt(events.at, since),
				eq(fact("host"), host),
				eq(fact("rule"), rule),
				isNull(inLine),
			),
		)
		.orderBy(desc(events.at))
		.limit(1)
	if (!begun) return null
	const news: Omit<Line, "host" | "rule"> = {
		times: Number(begun.times) + 1,
		lastAt: at.toISOString(),
		alone: begun.alone === "true" && begun.by === actorId,
	}
	await tx
		.update(events)
		.set({ facts: sql`${events.facts} || ${JSON.stringify(news)}::jsonb` })
		.where(eq(events.id, begun.id))
	return begun.id
}

const fact = (name: keyof Line): SQL<string> => sql<string>`${events.facts} ->> ${name}`

/** Of an event that stands in another one's line of the mod log: that other one. */
const inLine: SQL<string | null> = sql<string | null>`${events.facts} ->> 'line'`
