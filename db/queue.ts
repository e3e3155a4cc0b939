import { type SQL, sql } from "drizzle-orm"
import { limits } from "../src/limits.ts"
import type { Database, Transaction } from "./connect.ts"
import { dropUndelivered } from "./undelivered.ts"

/** One host for which something waits, or which fails or was dropped. */
export type QueuedHost = {
	host: string
	software: string | null
	state: "flowing" | "backing-off" | "dropped"
	/** Positions its inboxes are behind in groups' logs, in whichever dialect, and single messages. */
	waiting: number
	failures: number
	failingSince: Date | null
	nextTryAt: Date | null
	lastError: string | null
}

/** Something that was set aside: deliveries of one host with one reason, an activity that was heard, or an event. */
export type SetAside = {
	kind: "undelivered" | "heard" | "event"
	id: string
	host: string
	/** How many rows, or how many tries. */
	count: number
	since: Date
	what: string
	reason: string
}

const moments = <T extends object, K extends keyof T>(row: T, names: K[]): T => {
	const read = { ...row }
	for (const name of names) if (read[name] !== null) read[name] = new Date(read[name] as string) as T[K]
	return read
}

/** Hosts for which something waits or which fail, the longest failing first; with `dropped` only those given up. */
export const listQueuedHosts = async (
	db: Database,
	{ dropped, limit = limits.longListed }: { dropped: boolean; limit?: number },
): Promise<QueuedHost[]> => {
	const which = dropped ? sql`h.dropped_at is not null` : sql`(w.host is not null or h.failures > 0)`
	const rows = await db.execute<QueuedHost>(sql`
		with waiting as (
			select host, sum(n)::float8 as n from (
				select c.host, g.log_position - c.position as n from cursors c join groups g on g.actor_id = c.group_id
				where c.closed_at is null and c.position < g.log_position
				union all select host, 1 from messages where delivered_at is null) w
			group by host)
		select coalesce(h.host, w.host) as host, h.software, coalesce(w.n, 0) as waiting,
			case when h.dropped_at is not null then 'dropped' when h.failures > 0 then 'backing-off' else 'flowing' end as state,
			coalesce(h.failures, 0) as failures, h.failing_since as "failingSince",
			case when h.dropped_at is null then h.next_try_at end as "nextTryAt", h.last_error as "lastError"
		from hosts h full join waiting w on w.host = h.host
		where ${which}
		order by h.failing_since nulls last, 1 limit ${limit}`)
	return rows.map((row) => moments(row, ["failingSince", "nextTryAt"]))
}

/** What was set aside, of each kind the latest first. */
export const listSetAside = async (db: Database, limit: number = limits.listed): Promise<SetAside[]> => {
	const parts: SQL[] = [
		sql`select 'undelivered' as kind, host || ' ' || md5(reason) as id, host, count(*)::int as count,
				min(created_at) as since, '' as what, reason
			from undelivered group by host, reason order by max(created_at) desc limit ${limit}`,
		sql`select 'heard' as kind, position::text as id, substring(actor_uri from '^https?://([^/]+)') as host,
				attempts as count, received_at as since, type as what, coalesce(outcome, '') as reason
			from inbox where state = 'set_aside' order by position desc limit ${limit}`,
		sql`select 'event' as kind, id::text as id, '' as host, attempts as count, at as since, type as what, error as reason
			from events where error is not null and handed_over_at is null order by position desc limit ${limit}`,
	]
	const found: SetAside[] = []
	for (const part of parts) found.push(...(await db.execute<SetAside>(part)))
	return found.map((row) => moments(row, ["since"]))
}

/** Whether anything is known of a host, or waits for it. */
export const knowsHost = async (db: Database, host: string): Promise<boolean> =>
	(
		await db.execute(sql`select 1 from hosts where host = ${host} union select 1 from undelivered where host = ${host}
			union select 1 from messages where host = ${host} union select 1 from cursors where host = ${host}
			union select 1 from actors where host = ${host} limit 1`)
	).length > 0

const only = (column: SQL, host: string | null): SQL => (host === null ? sql`true` : sql`${column} = ${host}`)

/** Ends back-offs of one host, or all, and of its inboxes and messages, so that they are tried now. */
export const reopenHosts = async (tx: Transaction, host: string | null, at: Date): Promise<void> => {
	const now = at.toISOString()
	await tx.execute(
		sql`update hosts set next_try_at = ${now} where ${only(sql`host`, host)} and next_try_at > ${now}`,
	)
	await tx.execute(
		sql`update cursors set next_try_at = null where ${only(sql`host`, host)} and next_try_at is not null`,
	)
	await tx.execute(sql`
		update messages set next_try_at = null
		where ${only(sql`host`, host)} and next_try_at is not null and delivered_at is null`)
}

/** Lets activities that were set aside wait again, of one host's people or all, at most `limit`; answers how many. */
export const hearAgain = async (
	tx: Transaction,
	host: string | null,
	at: Date,
	limit: number,
): Promise<number> => {
	const from = host === null ? sql`true` : sql`substring(actor_uri from '^https?://([^/]+)') = ${host}`
	const rows = await tx.execute(sql`
		update inbox set state = 'waiting', attempts = 0, outcome = null, due_at = ${at.toISOString()}
		where position in (select position from inbox where state = 'set_aside' and body is not null and ${from}
			order by position limit ${limit})
		returning 1`)
	return rows.length
}

/** Lets events that could not be handed over be tried again, at most `limit`; answers how many. */
export const tellAgain = async (tx: Transaction, limit: number): Promise<number> =>
	(
		await tx.execute(sql`
			update events set error = null, attempts = 0 where id in (
				select id from events where error is not null and handed_over_at is null order by position limit ${limit})
			returning 1`)
	).length

export type Dropped = { undelivered: number; messages: number; entries: number }

/** What dropping one host's queue, or all, would take away. */
export const countQueue = async (db: Database, host: string | null): Promise<Dropped> => {
	const [row] = await db.execute<Dropped>(sql`select
		(select count(*) from undelivered where ${only(sql`host`, host)})::int as undelivered,
		(select count(*) from messages where delivered_at is null and ${only(sql`host`, host)})::int as messages,
		(select coalesce(sum(g.log_position - c.position), 0) from cursors c join groups g on g.actor_id = c.group_id
			where c.closed_at is null and c.position < g.log_position and ${only(sql`c.host`, host)})::int as entries`)
	return row!
}

/** Takes away at most `limit` of each kind of what waits or was set aside for a host, or all; cursors go to the end. */
export const dropQueue = async (
	tx: Transaction,
	host: string | null,
	limit: number,
): Promise<Dropped & { more: boolean }> => {
	const messages = await tx.execute(sql`
		delete from messages where id in (
			select id from messages where delivered_at is null and ${only(sql`host`, host)} limit ${limit}) returning 1`)
	const [moved] = await tx.execute<{ entries: number; cursors: number }>(sql`
		with behind as (
			select c.group_id, c.inbox, c.position, g.log_position from cursors c join groups g on g.actor_id = c.group_id
			where c.closed_at is null and c.position < g.log_position and ${only(sql`c.host`, host)}
			limit ${limit} for update of c),
		moved as (
			update cursors c set position = b.log_position from behind b
			where c.group_id = b.group_id and c.inbox = b.inbox
			returning b.log_position - b.position as n)
		select coalesce(sum(n), 0)::int as entries, count(*)::int as cursors from moved`)
	const undelivered = await dropUndelivered(tx, { host }, limit)
	const more = [undelivered, messages.length, moved!.cursors].includes(limit)
	return { undelivered, messages: messages.length, entries: moved!.entries, more }
}
