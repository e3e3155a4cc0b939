import { sql } from "drizzle-orm"
import type { Database } from "./connect.ts"

/** Whether the database answers, and takes what is written. */
export const databaseAnswers = async (db: Database): Promise<boolean> => {
	try {
		const [row] = await db.execute<{ standby: boolean }>(sql`select pg_is_in_recovery() as standby`)
		return row?.standby === false
	} catch {
		return false
	}
}

export type Overdue = { kind: "heard" | "event" | "delivery"; since: Date }

/**
 * The work that could have been done before a moment and was not: something heard, an event that others are to hear of,
 * or a delivery. What waits for its next try, or behind such a one, is not overdue, nor is what a worker is busy with:
 * a host that comes back with a long way to catch up flows, and that is all that can be asked.
 */
export const findOverdue = async (
	db: Database,
	{ now, before }: { now: Date; before: Date },
): Promise<Overdue | null> => {
	const [at, limit] = [now.toISOString(), before.toISOString()]
	const [row] = await db.execute<{ kind: Overdue["kind"]; since: string }>(sql`
		with lanes as (
			select c.host, greatest(l.created_at, c.created_at, c.next_try_at) as since
			from cursors c join groups g on g.actor_id = c.group_id
			join log l on l.group_id = c.group_id and l.position = c.position + 1
			where c.closed_at is null and c.position < g.log_position
			union all
			select m.host, greatest(m.created_at, m.next_try_at) from messages m
			where m.delivered_at is null and not exists (select 1 from messages e
				where e.host = m.host and e.delivered_at is null and e.next_try_at > ${at}
					and e.signer_id = m.signer_id and e.inbox = m.inbox))
		select * from (
			select 'heard' as kind, min(i.due_at) as since from inbox i
			where i.state = 'waiting' and i.due_at < ${limit} and (i.lease_until is null or i.lease_until < ${at})
				and not exists (select 1 from inbox e where e.state = 'waiting' and e.actor_uri = i.actor_uri
					and e.position < i.position and (e.lease_until >= ${at} or e.due_at > ${at}))
			union all
			select 'event', min(at) from events where handed_over_at is null and error is null and at < ${limit}
			union all
			select 'delivery', min(greatest(lanes.since, h.next_try_at)) from lanes left join hosts h on h.host = lanes.host
			where lanes.since < ${limit} and (h.host is null or (h.dropped_at is null
				and (h.next_try_at is null or h.next_try_at < ${limit}) and (h.lease_until is null or h.lease_until < ${at})))
		) work where since is not null order by since limit 1`)
	return row ? { kind: row.kind, since: new Date(row.since) } : null
}
