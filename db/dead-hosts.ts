import { sql } from "drizzle-orm"
import { day } from "../src/limits/limit.ts"
import { limits } from "../src/limits.ts"
import type { Transaction } from "./connect.ts"
import { putBack } from "./undelivered.ts"

/** Days of failing after which a host is dropped. */
const patience = limits.hostGivenUp / day
const hostsAtOnce = 200
const messagesAtOnce = 2000
const unreached = `not reached for ${patience} days`

/**
 * Gives up hosts that took nothing for thirty days: their cursors are closed and what waits for them alone is set aside,
 * while the people there stay what they are. Answers with the hosts newly dropped, and whether there is more to do.
 */
export const dropDeadHosts = async (
	tx: Transaction,
	now: Date,
): Promise<{ hosts: string[]; more: boolean }> => {
	const at = now.toISOString()
	const since = new Date(now.getTime() - patience * day).toISOString()
	// The fence rises, so that a worker that still asks one of them writes nothing about it any more.
	const dropped = await tx.execute<{ host: string }>(sql`
		update hosts set dropped_at = ${at}, lease_owner = null, lease_until = null, fence = fence + 1
		where host in (select host from hosts
			where dropped_at is null and failing_since <= ${since} and (lease_until is null or lease_until <= ${at})
			order by host limit ${hostsAtOnce} for update skip locked)
		returning host`)
	await tx.execute(sql`
		update cursors c set closed_at = h.dropped_at from hosts h
		where h.host = c.host and h.dropped_at is not null and c.closed_at is null`)
	const aside = await tx.execute(sql`
		with gone as (
			delete from messages where id in (select m.id from messages m join hosts h on h.host = m.host
				where h.dropped_at is not null and m.delivered_at is null limit ${messagesAtOnce})
			returning id, activity_uri, signer_id, inbox, host, body)
		insert into undelivered (id, activity_uri, signer_id, inbox, host, body, reason, created_at)
		select gone.*, ${unreached}, ${at}::timestamptz from gone
		on conflict (activity_uri, inbox) do update set reason = excluded.reason
		returning 1`)
	return {
		hosts: dropped.map(({ host }) => host).sort(),
		more: dropped.length === hostsAtOnce || aside.length === messagesAtOnce,
	}
}

const goneFor = limits.hostGone / day

/**
 * Gives up hosts all of whose inboxes have said for a week that they are gone (410): nothing goes there any more, and the
 * operator finds them among the dropped. Answers with those newly given up; they count again once they send something.
 */
export const dropGoneHosts = async (tx: Transaction, now: Date): Promise<string[]> => {
	const at = now.toISOString()
	const since = new Date(now.getTime() - goneFor * day).toISOString()
	const dropped = await tx.execute<{ host: string }>(sql`
		update hosts set dropped_at = ${at}, lease_owner = null, lease_until = null, fence = fence + 1,
			failures = greatest(failures, 1), failing_since = coalesce(failing_since, ${at}::timestamptz),
			last_error = ${`HTTP 410 for ${goneFor} days`}
		where host in (select h.host from hosts h
			where h.dropped_at is null and (h.lease_until is null or h.lease_until <= ${at})
				and exists (select 1 from cursors c where c.host = h.host)
				and not exists (select 1 from cursors c where c.host = h.host
					and (c.closed_at is null or c.closed_at > ${since}))
			order by h.host limit ${hostsAtOnce} for update skip locked)
		returning host`)
	return dropped.map(({ host }) => host).sort()
}

/**
 * Notes that a host has sent something: it is alive, so its back-off ends now, and if it was dropped it is spoken to
 * again. Answers true when the host was waited for; the caller may then wake the lanes.
 */
export const hostSpoke = async (tx: Transaction, host: string, at: Date): Promise<boolean> => {
	const now = at.toISOString()
	const [known] = await tx.execute<{ dropped: boolean }>(sql`
		select dropped_at is not null as dropped from hosts
		where host = ${host} and (next_try_at > ${now} or dropped_at is not null) for update`)
	if (!known) return false
	if (known.dropped) await revive(tx, host)
	await tx.execute(sql`
		update hosts set next_try_at = ${now}, dropped_at = null,
			failing_since = case when dropped_at is null then failing_since else ${now}::timestamptz end
		where host = ${host}`)
	return true
}

/**
 * Opens what was closed when a host was dropped. A cursor goes on where it stopped while the log still holds what came
 * next, and else at the end of the log: a hole in the middle would be worse than a clear beginning.
 */
const revive = async (tx: Transaction, host: string): Promise<void> => {
	await tx.execute(sql`
		update cursors c set closed_at = null, refusals = 0, gone_since = null, next_try_at = null,
			position = case when exists (select 1 from log l where l.group_id = c.group_id and l.position = c.position + 1)
				then c.position else g.log_position end
		from hosts h, groups g
		where h.host = ${host} and c.host = h.host and c.closed_at = h.dropped_at and g.actor_id = c.group_id`)
	await putBack(tx, { host, reason: unreached }, messagesAtOnce)
}
