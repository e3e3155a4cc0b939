import { and, count, desc, eq, inArray, isNull, type SQL, sql } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import { federated, moderation, operating } from "../src/event-readings.ts"
import type { Event, EventRecord, EventType } from "../src/events.ts"
import type { Actor } from "../src/people/actor.ts"
import type { Ports } from "../src/ports.ts"
import type { Database, Transaction } from "./connect.ts"
import { actors, events } from "./schema/index.ts"
import { doneTogether, oneOf, rowsInto } from "./together.ts"

/** Writes down that something happened, in the transaction in which it did; answers with the event's id. */
export const record = async (tx: Transaction, ports: Ports, event: Event): Promise<string> => {
	const id = ports.newId()
	const at = ports.now()
	const parts = event as Partial<EventRecord>
	await insertEvent(tx, {
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

/** How many groups somebody has opened here, closed ones too. */
export const countOpened = async (db: Database | Transaction, actorId: string): Promise<number> =>
	(
		await db
			.select({ n: count() })
			.from(events)
			.where(and(eq(events.actorId, actorId), sql`type = 'group-created'`))
	)[0]?.n ?? 0

const insertEvent: (tx: Transaction, row: typeof events.$inferInsert) => Promise<void> = doneTogether(
	async (tx: Transaction, rows: (typeof events.$inferInsert)[]) => {
		await tx.execute(sql`insert into ${rowsInto(events, rows)}`)
	},
)

/** One process at a time hands events over; false when another is at it. */
export const tryHandOverLock = async (tx: Transaction): Promise<boolean> => {
	const [row] = await tx.execute<{ locked: boolean }>(
		sql`select pg_try_advisory_xact_lock(7301, 2) as locked`,
	)
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
	await tx
		.update(events)
		.set({ handedOverAt: at })
		.where(oneOf(events.id, ids, "uuid"))
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

type Last = { id: string; type: string }

const lastEvent = async (tx: Transaction | Database, where: SQL | undefined): Promise<Last | null> =>
	(
		await tx
			.select({ id: events.id, type: events.type })
			.from(events)
			.where(where)
			.orderBy(desc(events.position))
			.limit(1)
	)[0] ?? null

/** The latest event of some types about a post in a group. */
export const findLastEvent = (tx: Transaction, groupId: string, postId: string, types: EventType[]) =>
	lastEvent(tx, and(eq(events.postId, postId), eq(events.groupId, groupId), inArray(events.type, types)))

/** The latest event of some types about a post, in whichever group. */
export const findLastPostEvent = (tx: Transaction | Database, postId: string, types: EventType[]) =>
	lastEvent(tx, and(eq(events.postId, postId), inArray(events.type, types)))

/** The latest event of some types about a person in a group. */
export const findLastPersonEvent = (tx: Transaction, groupId: string, personId: string, types: EventType[]) =>
	lastEvent(tx, and(eq(events.groupId, groupId), eq(events.personId, personId), inArray(events.type, types)))

export const findEvent = async (db: Database | Transaction, id: string): Promise<EventRecord | null> =>
	((await db.select().from(events).where(eq(events.id, id)))[0] as EventRecord | undefined) ?? null

export type Decision = EventRecord & { position: number; by: Actor | null; person: Actor | null }

/** A group's mod log, or (no group) the whole server's: what was decided, the latest first, from a position on. */
export const listDecisions = async (
	db: Database,
	groupId: string | null,
	{ before, limit }: { before: number | null; limit: number },
): Promise<Decision[]> => {
	const which = and(
		groupId ? eq(events.groupId, groupId) : undefined,
		inArray(events.type, [...moderation]),
		// Said so that PostgreSQL takes it for what it is, true of nearly all: it then reads the log from its end.
		sql`not (${events.facts} ? 'line')`,
	)
	return decisionsThat(db, which, { before, limit })
}

/** What was done to the server as a whole, the latest first, from a position on. */
export const listOperating = (
	db: Database,
	place: { before: number | null; limit: number },
): Promise<Decision[]> =>
	decisionsThat(db, and(isNull(events.groupId), inArray(events.type, [...operating])), place)

const decisionsThat = async (
	db: Database,
	which: SQL | undefined,
	{ before, limit }: { before: number | null; limit: number },
): Promise<Decision[]> => {
	const [by, person] = [alias(actors, "by"), alias(actors, "person")]
	const rows = await db
		.select({ event: events, by, person })
		.from(events)
		.leftJoin(by, eq(by.id, events.actorId))
		.leftJoin(person, eq(person.id, events.personId))
		.where(and(which, before === null ? undefined : sql`${events.position} < ${before}`))
		.orderBy(desc(events.position))
		.limit(limit)
	return rows.map((row) => ({
		...(row.event as EventRecord & { position: number }),
		by: row.by,
		person: row.person,
	}))
}
