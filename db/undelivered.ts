import { and, asc, desc, eq, inArray, sql } from "drizzle-orm"
import { limits } from "../src/limits.ts"
import type { Database, Transaction } from "./connect.ts"
import { undelivered } from "./schema/index.ts"

export type Undelivered = Omit<typeof undelivered.$inferSelect, "body">

/** What was given up, newest first. */
export const listUndelivered = (db: Database, limit: number = limits.listed): Promise<Undelivered[]> =>
	db
		.select({
			id: undelivered.id,
			activityUri: undelivered.activityUri,
			signerId: undelivered.signerId,
			inbox: undelivered.inbox,
			host: undelivered.host,
			reason: undelivered.reason,
			createdAt: undelivered.createdAt,
		})
		.from(undelivered)
		.orderBy(desc(undelivered.createdAt), desc(undelivered.id))
		.limit(limit)

type Which = {
	/** Null for all. */
	host: string | null
	/** Only what was given up for this reason. */
	reason?: string
	/** Not what was given up for hosts that are dropped. */
	reachable?: boolean
}

const droppedHosts = sql`(select h.host from hosts h where h.dropped_at is not null)`

const oldest = (tx: Transaction, { host, reason, reachable }: Which, limit: number) =>
	tx
		.select({ id: undelivered.id })
		.from(undelivered)
		.where(
			and(
				host === null ? undefined : eq(undelivered.host, host),
				reason === undefined ? undefined : eq(undelivered.reason, reason),
				reachable ? sql`${undelivered.host} not in ${droppedHosts}` : undefined,
			),
		)
		.orderBy(asc(undelivered.id))
		.limit(limit)

/**
 * Puts what was given up back among the messages, the oldest first, the same bytes under the same id; what waits or was
 * delivered under that id already stays as it is. Answers with how many rows there were.
 */
export const putBack = async (tx: Transaction, which: Which, limit: number): Promise<number> => {
	const [row] = await tx.execute<{ taken: number }>(sql`
		with taken as (delete from undelivered where id in (${oldest(tx, which, limit)}) returning *),
		put as (
			insert into messages (id, event_id, activity_uri, signer_id, inbox, host, audience, body)
			select t.id, coalesce((select event_id from log where activity_uri = t.activity_uri limit 1), t.id),
				t.activity_uri, t.signer_id, t.inbox, t.host, 'people', t.body from taken t order by t.id
			on conflict (activity_uri, inbox) do nothing)
		select count(*)::int as taken from taken`)
	return row!.taken
}

/** Forgets what was given up, the oldest first. Answers with how many rows there were. */
export const dropUndelivered = async (tx: Transaction, which: Which, limit: number): Promise<number> =>
	(
		await tx
			.delete(undelivered)
			.where(inArray(undelivered.id, oldest(tx, which, limit)))
			.returning({ id: undelivered.id })
	).length
