import { and, eq, lt, sql } from "drizzle-orm"
import { limits } from "../src/limits.ts"
import type { Database, Transaction } from "./connect.ts"
import { begun } from "./presence.ts"
import { inbox, tombstones } from "./schema/index.ts"
import { doneTogether, oneOf, rowsFor, rowsInto, together } from "./together.ts"

export type NewHeard = Pick<
	typeof inbox.$inferInsert,
	"activityUri" | "onceUri" | "actorUri" | "signerUri" | "type" | "body" | "receivedAt"
>
export type HeardRow = typeof inbox.$inferSelect

/** So often an activity is tried while what its actor said since waits for it; after that the others go on without it. */
export const triesInLine = limits.hearingFailures

/** Keeps an activity, if its id has not been here before; when this resolves it is committed, with those that came with it. */
export const keepHeard: (db: Database, row: NewHeard) => Promise<void> = doneTogether(
	async (db: Database, rows: NewHeard[]) => {
		const due = rows.map((row) => ({ ...row, dueAt: row.receivedAt }))
		await db.execute(sql`insert into ${rowsInto(inbox, due)} on conflict do nothing`)
	},
)

export const heardBefore: (db: Database, onceUri: string) => Promise<boolean> = together(
	async (db: Database, uris: string[]) => {
		const rows = await db
			.select({ uri: inbox.onceUri })
			.from(inbox)
			.where(oneOf(inbox.onceUri, uris, "text"))
		const known = new Set(rows.map(({ uri }) => uri))
		return uris.map((uri) => known.has(uri))
	},
)

/**
 * Leases waiting activities, oldest first, at most one run of each actor's at a time: nothing of an actor is taken while
 * an earlier one of theirs is leased or waits for one of its first tries. Claims are made one after the other across processes.
 */
export const claimHeard = async (
	db: Database,
	{ token, now, leaseUntil, limit }: { token: string; now: Date; leaseUntil: Date; limit: number },
): Promise<HeardRow[]> =>
	db.transaction(async (tx) => {
		await tx.execute(sql`select pg_advisory_xact_lock(7301, 1)`)
		const at = now.toISOString()
		const free = sql`
			select i.position from inbox i
			where i.state = 'waiting' and i.due_at <= ${at} and (i.lease_until is null or i.lease_until < ${at})
			and not exists (
				select 1 from inbox e where e.state = 'waiting' and e.actor_uri = i.actor_uri and e.position < i.position
				and (e.lease_until >= ${at} or (e.due_at > ${at} and e.attempts < ${triesInLine})))
			order by i.position limit ${limit}`
		const rows = await tx
			.update(inbox)
			.set({ leaseToken: token, leaseUntil, attempts: sql`${inbox.attempts} + 1` })
			.where(sql`${inbox.position} in (${free})`)
			.returning()
		return rows.sort((one, other) => one.position - other.position)
	})

/**
 * Marks an activity as dealt with, or with no outcome as to be taken up again at once.
 * @throws when the lease has passed to someone else: the whole transaction must fail.
 */
export const finishHeard = async (tx: Transaction, row: HeardRow, outcome: string | null): Promise<void> => {
	if (!(await finish(tx, { row, outcome }))) throw new LeaseLost(`inbox ${row.position}`)
}

type Finish = { row: HeardRow; outcome: string | null }

const finish: (tx: Transaction, finished: Finish) => Promise<boolean> = together(
	async (tx: Transaction, all: Finish[]) => {
		const held = await tx.execute<{ position: string }>(sql`
			update inbox i set lease_token = null, lease_until = null,
				state = case when v.outcome is null then i.state else 'done' end,
				attempts = case when v.outcome is null then 0 else i.attempts end,
				outcome = coalesce(v.outcome, i.outcome)
			from unnest(${sql.param(all.map(({ row }) => row.position))}::bigint[],
				${sql.param(all.map(({ row }) => row.leaseToken))}::uuid[],
				${sql.param(all.map(({ outcome }) => outcome))}::text[]) v(position, token, outcome)
			where i.position = v.position and i.lease_token = v.token returning i.position`)
		const mine = new Set(held.map(({ position }) => Number(position)))
		return all.map(({ row }) => mine.has(row.position))
	},
)

export class LeaseLost extends Error {}

/** Notes that an activity is being dealt with now, so that it is known if it takes the process down with it. */
export const markBegun = async (db: Database, row: HeardRow): Promise<void> => {
	await db
		.update(inbox)
		.set({ outcome: begun })
		.where(and(eq(inbox.position, row.position), eq(inbox.leaseToken, row.leaseToken!)))
}

/** Puts an activity back for a later try. */
export const postponeHeard = async (
	db: Database,
	row: HeardRow,
	dueAt: Date,
	outcome: string,
): Promise<void> => {
	await db
		.update(inbox)
		.set({ dueAt, outcome, leaseToken: null, leaseUntil: null })
		.where(and(eq(inbox.position, row.position), eq(inbox.leaseToken, row.leaseToken!)))
}

/** Sets an activity aside with what went wrong, so that it holds nobody up. */
export const setAsideHeard = async (db: Database, row: HeardRow, error: string): Promise<void> => {
	await db
		.update(inbox)
		.set({ state: "set_aside", outcome: error.slice(0, 2000), leaseToken: null, leaseUntil: null })
		.where(and(eq(inbox.position, row.position), eq(inbox.leaseToken, row.leaseToken!)))
}

/** Gives back what is leased but was not dealt with: the server stops, or an earlier one of the same actor must wait. */
export const releaseHeard = async (db: Database, token: string): Promise<void> => {
	await db
		.update(inbox)
		.set({
			leaseToken: null,
			leaseUntil: null,
			outcome: null,
			attempts: sql`greatest(${inbox.attempts} - 1, 0)`,
		})
		.where(and(eq(inbox.leaseToken, token), eq(inbox.state, "waiting")))
}

const inLine = sql.raw(`case when attempts < ${triesInLine} then 0 else position end`)

/**
 * When the next waiting activity is due, for a worker that has nothing to do until then. What an actor said after one that
 * others wait for is not due before that one is, however long it has been here.
 */
export const nextHeardDue = async (db: Database): Promise<Date | null> => {
	const [row] = await db.execute<{ due: string | null }>(sql`
		select min(greatest(due_at, coalesce(lease_until, due_at))) as due from (
			select distinct on (actor_uri, ${inLine}) due_at, lease_until from inbox where state = 'waiting'
			order by actor_uri, ${inLine}, position) first`)
	return row?.due ? new Date(row.due) : null
}

export const rememberGone = async (tx: Transaction, uri: string, actorUri: string): Promise<void> => {
	await tx.insert(tombstones).values({ uri, actorUri }).onConflictDoNothing()
}

/** The same, at a moment that may be compared with when something was received; the newest counts. */
export const rememberGoneAt = async (
	tx: Transaction,
	uri: string,
	actorUri: string,
	createdAt: Date,
): Promise<void> => {
	const target = [tombstones.uri, tombstones.actorUri]
	await tx
		.insert(tombstones)
		.values({ uri, actorUri, createdAt })
		.onConflictDoUpdate({ target, set: { createdAt } })
}

/** When somebody took a thing back, or null. */
export const goneSince = async (tx: Transaction, uri: string, actorUri: string): Promise<Date | null> => {
	const [row] = await tx
		.select({ createdAt: tombstones.createdAt })
		.from(tombstones)
		.where(and(eq(tombstones.uri, uri), eq(tombstones.actorUri, actorUri)))
	return row?.createdAt ?? null
}

/** Whether somebody took back their own thing before we heard of it. */
export const isGone = async (tx: Transaction, uri: string, actorUri: string): Promise<boolean> =>
	(await takenBackBy(tx, uri)).includes(actorUri)

const takenBackBy: (tx: Transaction, uri: string) => Promise<string[]> = together(
	async (tx: Transaction, uris: string[]) => {
		const rows = await tx
			.select({ uri: tombstones.uri, actorUri: tombstones.actorUri })
			.from(tombstones)
			.where(oneOf(tombstones.uri, uris, "text"))
		return rowsFor(uris, rows, ({ uri }) => uri).map((gone) => gone.map(({ actorUri }) => actorUri))
	},
)

/** Forgets that somebody took a thing back, and says whether that was after a moment: what is older was about another time. */
export const forgetGone = async (
	tx: Transaction,
	uri: string,
	actorUri: string,
	since: Date,
): Promise<boolean> => {
	const gone = await tx
		.delete(tombstones)
		.where(and(eq(tombstones.uri, uri), eq(tombstones.actorUri, actorUri)))
		.returning({ createdAt: tombstones.createdAt })
	return gone.some(({ createdAt }) => createdAt >= since)
}

/** Whether something that somebody said before a moment is still to be dealt with. */
export const waitsSinceBefore = async (tx: Transaction, actorUri: string, moment: Date): Promise<boolean> => {
	const [row] = await tx
		.select({ position: inbox.position })
		.from(inbox)
		.where(and(eq(inbox.actorUri, actorUri), eq(inbox.state, "waiting"), lt(inbox.receivedAt, moment)))
		.limit(1)
	return row !== undefined
}
