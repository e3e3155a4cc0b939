import { type SQL, sql } from "drizzle-orm"
import type { Database, Transaction } from "./connect.ts"
import type { hosts, log } from "./schema/index.ts"

type Host = typeof hosts.$inferSelect
export type Dialect = (typeof log.$inferSelect)["dialect"]
/** Work on one host is held by one worker at a time; the fence rises with every new holder. */
export type Lease = { host: string; fence: number }
export type LeasedHost = Omit<Host, "leaseOwner" | "leaseUntil" | "droppedAt">
/** What one inbox said to us since it last took anything. */
export type Refused = { refusals: number; goneSince: Date | null; nextTryAt: Date | null }
export type LogKey = { groupId: string; position: number }
/** Entries of a group's log that one inbox has not received, and how far the log goes. */
export type Backlog = Refused & {
	host: string
	groupId: string
	inbox: string
	position: number
	head: number
	entries: { position: number; activityUri: string; objectUri: string; signerId: string }[]
}
export type WaitingMessage = Refused & {
	id: string
	host: string
	inbox: string
	activityUri: string
	signerId: string
	body: Uint8Array
}

const rows = async <T>(db: Database | Transaction, query: SQL): Promise<T[]> =>
	(await db.execute(query)) as unknown as T[]
const millis = (column: SQL): SQL => sql`(extract(epoch from ${column}) * 1000)::float8`
const instant = (value: number | null): Date | null => (value === null ? null : new Date(value))
/** SQL: an inbox, or a message, that is not left alone for now. */
const isAwake = (row: SQL, now: Date): SQL =>
	sql`(${row}.next_try_at is null or ${row}.next_try_at <= ${now.toISOString()})`
/** SQL: no earlier message of one sender to one inbox is left alone for now, so that they keep their order. */
const isFirst = (m: SQL, now: Date): SQL => sql`not exists (select 1 from messages e
	where e.host = ${m}.host and e.delivered_at is null and e.next_try_at > ${now.toISOString()}
		and e.signer_id = ${m}.signer_id and e.inbox = ${m}.inbox)`
const json = (value: unknown): string => JSON.stringify(value)

/**
 * Leases hosts for which something waits and which nobody holds, up to `limit`, until the given moment. With `groups`,
 * only those groups' logs are looked at; single messages always are.
 */
export const claimHosts = async (
	tx: Transaction,
	claim: { owner: string; now: Date; until: Date; groups: string[] | null; limit: number },
): Promise<LeasedHost[]> => {
	const now = claim.now.toISOString()
	const only = claim.groups ? sql`and c.group_id = any(${sql.param(claim.groups)}::uuid[])` : sql``
	const free = (h: SQL) =>
		sql`(${h}.lease_until is null or ${h}.lease_until <= ${now}) and (${h}.next_try_at is null or ${h}.next_try_at <= ${now})
			and ${h}.dropped_at is null`
	const found = await rows<Record<keyof LeasedHost, never>>(
		tx,
		sql`
		with due as (
			select c.host from cursors c join groups g on g.actor_id = c.group_id
			where c.closed_at is null and c.position < g.log_position and ${isAwake(sql`c`, claim.now)} ${only}
			union select m.host from messages m where m.delivered_at is null and ${isFirst(sql`m`, claim.now)}
		)
		insert into hosts as h (host, lease_owner, lease_until, fence)
		select host, ${claim.owner}::uuid, ${claim.until.toISOString()}::timestamptz, 1 from (
			select due.host from due left join hosts known on known.host = due.host
			where ${free(sql`known`)}
			order by md5(due.host || ${claim.owner}::text) limit ${claim.limit}) d order by host
		on conflict (host) do update
		set lease_owner = excluded.lease_owner, lease_until = excluded.lease_until, fence = h.fence + 1
		where ${free(sql`h`)}
		returning host, software, software_version as "softwareVersion", dialect, signature, failures,
			last_error as "lastError", fence, ${millis(sql`failing_since`)} as "failingSince",
			${millis(sql`next_try_at`)} as "nextTryAt", ${millis(sql`nodeinfo_at`)} as "nodeinfoAt"`,
	)
	return found.map((row) => ({
		...(row as unknown as LeasedHost),
		fence: Number(row.fence),
		failingSince: instant(row.failingSince),
		nextTryAt: instant(row.nextTryAt),
		nodeinfoAt: instant(row.nodeinfoAt),
	}))
}

/** Holds leases longer. Answers with the hosts still held; the others have a new holder. */
export const renewLeases = async (
	tx: Transaction,
	owner: string,
	until: Date,
	held: Lease[],
): Promise<string[]> =>
	(
		await rows<{ host: string }>(
			tx,
			sql`
			update hosts h set lease_until = ${until.toISOString()}
			from json_to_recordset(${json(held)}::json) v(host text, fence bigint)
			where h.host = v.host and h.fence = v.fence and h.lease_owner = ${owner} returning h.host`,
		)
	).map((row) => row.host)

/** Gives up every lease of one worker and tells the others (channel `snug_log`). */
export const releaseAll = async (tx: Transaction, owner: string): Promise<void> => {
	await tx.execute(sql`update hosts set lease_owner = null, lease_until = null where lease_owner = ${owner}`)
	await tx.execute(sql`select pg_notify('snug_log', '')`)
}

/** Gives up the leases of one worker on every host but these: what a claim took whose answer was lost. */
export const releaseOthers = async (tx: Transaction, owner: string, held: string[]): Promise<void> => {
	await tx.execute(sql`
		update hosts set lease_owner = null, lease_until = null
		where lease_owner = ${owner} and host <> all(${sql.param(held)}::text[])`)
}

/**
 * The first moment from now on at which something becomes free to be claimed without anybody saying so: a host, an inbox
 * or a message that is left alone until then, or another worker's lease, should that worker be dead.
 */
export const nextDeliveryDue = async (db: Database, owner: string, now: Date): Promise<Date | null> => {
	const later = now.toISOString()
	const [row] = await rows<{ at: number | null }>(
		db,
		sql`select ${millis(sql`least(
			(select min(lease_until) from hosts where lease_owner <> ${owner} and lease_until > ${later}),
			(select min(next_try_at) from hosts where next_try_at > ${later} and dropped_at is null),
			(select min(next_try_at) from cursors where next_try_at > ${later} and closed_at is null),
			(select min(next_try_at) from messages where next_try_at > ${later} and delivered_at is null))`)} as at`,
	)
	return instant(row?.at ?? null)
}

/**
 * What waits for some hosts in the logs: for at most `cursors` inboxes a host that are not left alone now, the next
 * `window` entries in the host's dialect. Entries for an audience the inbox does not belong to are left out, as those of the other dialect are.
 */
export const findBacklogs = async (
	db: Database,
	lanes: { host: string; dialect: Dialect; cursors: number }[],
	{ window, now }: { window: number; now: Date },
): Promise<Backlog[]> => {
	const found = await rows<Omit<Backlog, "entries"> & { entries: Backlog["entries"] | null }>(
		db,
		sql`
		select c.host, c.group_id as "groupId", c.inbox, c.position, c.head, e.entries,
			c.refusals, ${millis(sql`c.gone_since`)} as "goneSince", ${millis(sql`c.next_try_at`)} as "nextTryAt"
		from json_to_recordset(${json(lanes)}::json) v(host text, dialect text, cursors int)
		cross join lateral (
			select c.*, g.log_position as head, g.visibility from cursors c join groups g on g.actor_id = c.group_id
			where c.host = v.host and c.closed_at is null and c.position < g.log_position and ${isAwake(sql`c`, now)}
			order by c.group_id, c.inbox limit v.cursors) c
		left join lateral (
			select json_agg(json_build_object('position', l.position, 'activityUri', l.activity_uri,
				'objectUri', l.object_uri, 'signerId', l.signer_id) order by l.position) as entries
			from (select * from log l
				where l.group_id = c.group_id and l.position > c.position and l.position <= c.head and l.dialect = v.dialect
				and (l.audience in ('public', c.audience) or (l.audience = 'members' and c.visibility = 'private'))
				order by l.position limit ${window}) l) e on true`,
	)
	return found.map((row) => ({
		...row,
		position: Number(row.position),
		head: Number(row.head),
		...refusedOf(row),
		entries: row.entries ?? [],
	}))
}

type RefusedRow = { goneSince: number | null; nextTryAt: number | null }
const refusedOf = (row: object) => {
	const { goneSince, nextTryAt } = row as RefusedRow
	return { goneSince: instant(goneSince), nextTryAt: instant(nextTryAt) }
}

/** The oldest messages that wait for some hosts, at most so many a host. */
export const findWaitingMessages = async (
	db: Database,
	lanes: { host: string; messages: number }[],
	now: Date,
): Promise<WaitingMessage[]> => {
	const found = await rows<WaitingMessage>(
		db,
		sql`
		select m.* from json_to_recordset(${json(lanes)}::json) v(host text, messages int)
		cross join lateral (
			select w.id, w.host, w.inbox, w.activity_uri as "activityUri", w.signer_id as "signerId", w.body,
				w.refusals, ${millis(sql`w.gone_since`)} as "goneSince", ${millis(sql`w.next_try_at`)} as "nextTryAt"
			from messages w where w.host = v.host and w.delivered_at is null and ${isFirst(sql`w`, now)}
			order by w.position limit v.messages) m`,
	)
	return found.map((row) => ({ ...row, ...refusedOf(row) }))
}

/** The bodies of log entries, exactly as they are sent. */
export const findLogBodies = async (
	db: Database,
	keys: LogKey[],
): Promise<(LogKey & { body: Uint8Array })[]> =>
	(
		await rows<LogKey & { body: Uint8Array }>(
			db,
			sql`
			select l.group_id as "groupId", l.position, l.body
			from json_to_recordset(${json(keys)}::json) v("groupId" uuid, position bigint)
			join log l on l.group_id = v."groupId" and l.position = v.position`,
		)
	).map((row) => ({ ...row, position: Number(row.position) }))

/** The entry that tells of the same event in another dialect; null when there is none. */
export const findTwin = async (
	db: Database,
	{ groupId, position }: LogKey,
	dialect: Dialect,
): Promise<{ position: number; activityUri: string } | null> => {
	const found = await rows<{ position: string; activityUri: string }>(
		db,
		sql`
		select t.position, t.activity_uri as "activityUri" from log l
		join log t on t.group_id = l.group_id and t.event_id = l.event_id and t.dialect = ${dialect}
			and t.position between l.position - 8 and l.position + 8
		where l.group_id = ${groupId} and l.position = ${position}
		order by (t.object_uri = l.object_uri) desc, abs(t.position - l.position) limit 1`,
	)
	return found[0] ? { ...found[0], position: Number(found[0].position) } : null
}

/**
 * Which of some hosts are blocked, by the server (no group) or by a group, or not listed where only listed ones are spoken
 * with; each host comes with its domains.
 */
export const findBlocked = async (
	db: Database,
	candidates: { host: string; domain: string }[],
): Promise<{ host: string; groupId: string | null }[]> =>
	rows(
		db,
		sql`
		with v as (select * from json_to_recordset(${json(candidates)}::json) v(host text, domain text))
		select distinct v.host, d.group_id as "groupId" from v
		join domain_policies d on d.domain = v.domain and d.severity = 'block'
		union select v.host, null from v
		join listed_domains d on d.domain = v.domain and d.severity = 'block' and d.state = 'counts'
		union select v.host, null from v where (select federating from server) = 'listed' and not exists (
			select 1 from v w join domain_policies d on d.domain = w.domain and d.group_id is null and d.listed
			where w.host = v.host)`,
	)
