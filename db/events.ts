import { and, eq, inArray, isNull, sql } from "drizzle-orm"
import { type Event, type EventRecord, federated } from "../src/events.ts"
import type { Ports } from "../src/ports.ts"
import type { Database, Transaction } from "./connect.ts"
import { events } from "./schema/index.ts"

/** Writes down that something happened, in the transaction in which it did; answers with the event's id. */
export const record = async (tx: Transaction, ports: Ports, event: Event): Promise<string> => {
	const id = ports.newId()
	const at = ports.now()
	const parts = event as Partial<EventRecord>
	await tx.insert(events).values({
		id,
		at,
		type: event.type,
		actorId: parts.actorId ?? null,
		groupId: parts.groupId ?? null,
		postId: parts.postId ?? null,
		personId: parts.personId ?? null,
		reason: parts.reason ?? null,
		facts: parts.facts ?? {},
		handedOverAt: federated.has(event.type) ? null : at,
	})
	return id
}

/** One process at a time hands events over; false when another is at it. */
export const tryHandOverLock = async (tx: Transaction): Promise<boolean> => {
	const [row] = await tx.execute<{ locked: boolean }>(sql`select pg_try_advisory_xact_lock(7301, 2) as locked`)
	return row?.locked === true
}

/** Events that other servers have not been told of, oldest first, held until the transaction ends. */
export const lockWaitingEvents = async (tx: Transaction, limit: number): Promise<EventRecord[]> =>
	(await tx
		.select()
		.from(events)
		.where(and(isNull(events.handedOverAt), isNull(events.error)))
		.orderBy(events.position)
		.limit(limit)
		.for("update")) as EventRecord[]

export const markHandedOver = async (tx: Transaction, ids: string[], at: Date): Promise<void> => {
	await tx.update(events).set({ handedOverAt: at }).where(inArray(events.id, ids))
}

/** Counts a failed hand-over; after the last try the event is set aside with its error. */
export const markNotHandedOver = async (
	db: Database,
	id: string,
	error: string,
	tries: number,
): Promise<void> => {
	await db
		.update(events)
		.set({
			attempts: sql`${events.attempts} + 1`,
			error: sql`case when ${events.attempts} + 1 >= ${tries} then ${error.slice(0, 2000)} end`,
		})
		.where(eq(events.id, id))
}
