import { type SQL, sql } from "drizzle-orm"
import type { Transaction } from "./connect.ts"
import type { LeasedHost, Refused } from "./delivery.ts"

type Held = { host: string; fence: number }
/** What became of deliveries, noted in memory until it is written in one transaction. */
export type Outcomes = {
	/** Received prefixes of logs, by group and inbox. */
	positions: Map<string, Held & { groupId: string; inbox: string; position: number }>
	delivered: (Held & { id: string })[]
	/** Log entries that are given up for one inbox; `id` is the new row's. */
	entriesSetAside: (Held & { id: string; groupId: string; position: number; inbox: string; reason: string })[]
	messagesSetAside: (Held & { id: string; messageId: string; reason: string })[]
	/** Inboxes that said twice that they are gone. */
	closed: (Held & { groupId: string; inbox: string })[]
	/** What inboxes said to us, by group and inbox; zeros once they have taken something. */
	inboxes: Map<string, Held & Refused & { groupId: string; inbox: string }>
	/** The same for single messages, by their ids. */
	messages: Map<string, Held & Refused & { id: string }>
	hosts: Map<string, LeasedHost & { release: boolean }>
}

/**
 * Writes outcomes for the holder of the leases. Every statement compares the fence, so that a worker whose lease went
 * to another writes nothing.
 */
export const recordOutcomes = async (
	tx: Transaction,
	owner: string,
	now: Date,
	outcomes: Outcomes,
): Promise<void> => {
	const { positions, delivered, entriesSetAside, messagesSetAside, inboxes, messages, closed, hosts } =
		outcomes
	const at = now.toISOString()
	if (entriesSetAside.length) await setEntriesAside(tx, owner, at, entriesSetAside)
	if (messagesSetAside.length) await setMessagesAside(tx, owner, at, messagesSetAside)
	if (positions.size) await moveCursors(tx, owner, [...positions.values()])
	if (delivered.length) {
		await tx.execute(sql`
			update messages m set delivered_at = ${at}
			from ${held(owner, delivered, sql`id uuid`)} where m.id = v.id and m.delivered_at is null`)
	}
	if (inboxes.size) await noteInboxes(tx, owner, [...inboxes.values()])
	if (messages.size) await noteMessages(tx, owner, [...messages.values()])
	if (closed.length) {
		await tx.execute(sql`
			update cursors c set closed_at = ${at}, refusals = 0, gone_since = null, next_try_at = null
			from ${held(owner, closed, sql`"groupId" uuid, inbox text`)}
			where c.group_id = v."groupId" and c.inbox = v.inbox`)
	}
	if (hosts.size) await updateHosts(tx, owner, [...hosts.values()])
}

const held = (owner: string, rows: Held[], columns: SQL): SQL => sql`(
	select v.* from json_to_recordset(${JSON.stringify(rows)}::json) v(host text, fence bigint, ${columns})
	join hosts h on h.host = v.host and h.fence = v.fence and h.lease_owner = ${owner}) v`

const moveCursors = async (tx: Transaction, owner: string, moved: Held[]): Promise<void> => {
	await tx.execute(sql`
		update cursors c set position = v.position
		from ${held(owner, moved, sql`"groupId" uuid, inbox text, position bigint`)}
		where c.group_id = v."groupId" and c.inbox = v.inbox and c.position < v.position`)
}

const refused = sql`refusals int, "goneSince" timestamptz, "nextTryAt" timestamptz`
const asRefused = sql`refusals = v.refusals, gone_since = v."goneSince", next_try_at = v."nextTryAt"`

const noteInboxes = async (tx: Transaction, owner: string, inboxes: Held[]): Promise<void> => {
	await tx.execute(sql`
		update cursors c set ${asRefused} from ${held(owner, inboxes, sql`"groupId" uuid, inbox text, ${refused}`)}
		where c.group_id = v."groupId" and c.inbox = v.inbox`)
}

const noteMessages = async (tx: Transaction, owner: string, messages: Held[]): Promise<void> => {
	await tx.execute(sql`
		update messages m set ${asRefused} from ${held(owner, messages, sql`id uuid, ${refused}`)}
		where m.id = v.id and m.delivered_at is null`)
}

const newest = sql`on conflict (activity_uri, inbox) do update
	set reason = excluded.reason, created_at = excluded.created_at`

const setEntriesAside = async (tx: Transaction, owner: string, at: string, aside: Held[]): Promise<void> => {
	const columns = sql`id uuid, "groupId" uuid, position bigint, inbox text, reason text`
	await tx.execute(sql`
		insert into undelivered (id, activity_uri, signer_id, inbox, host, body, reason, created_at)
		select distinct on (l.activity_uri, v.inbox)
			v.id, l.activity_uri, l.signer_id, v.inbox, v.host, l.body, v.reason, ${at}::timestamptz
		from ${held(owner, aside, columns)} join log l on l.group_id = v."groupId" and l.position = v.position ${newest}`)
}

const setMessagesAside = async (tx: Transaction, owner: string, at: string, aside: Held[]): Promise<void> => {
	await tx.execute(sql`
		with gone as (
			delete from messages m using ${held(owner, aside, sql`id uuid, "messageId" uuid, reason text`)}
			where m.id = v."messageId" and m.delivered_at is null
			returning v.id, m.activity_uri, m.signer_id, m.inbox, m.host, m.body, v.reason)
		insert into undelivered (id, activity_uri, signer_id, inbox, host, body, reason, created_at)
		select gone.*, ${at}::timestamptz from gone ${newest}`)
}

const updateHosts = async (tx: Transaction, owner: string, states: Held[]): Promise<void> => {
	await tx.execute(sql`
		update hosts h set software = v.software, software_version = v."softwareVersion", dialect = v.dialect,
			nodeinfo_at = v."nodeinfoAt", signature = v.signature, failures = v.failures,
			failing_since = v."failingSince", last_error = v."lastError", next_try_at = v."nextTryAt",
			lease_owner = case when v.release then null else h.lease_owner end,
			lease_until = case when v.release then null else h.lease_until end
		from json_to_recordset(${JSON.stringify(states)}::json) v(host text, fence bigint, software text,
			"softwareVersion" text, dialect text, "nodeinfoAt" timestamptz, signature text, failures int,
			"failingSince" timestamptz, "lastError" text, "nextTryAt" timestamptz, release boolean)
		where h.host = v.host and h.fence = v.fence and h.lease_owner = ${owner}`)
}

/** Passes over what waits for blocked hosts: cursors move to the end of the log, messages are set aside. */
export const passOverBlocked = async (
	tx: Transaction,
	owner: string,
	now: Date,
	blocked: { host: string; groupId: string | null }[],
	newId: () => string,
): Promise<void> => {
	const all = JSON.stringify(blocked)
	const scope = sql`json_to_recordset(${all}::json) v(host text, "groupId" uuid)`
	await tx.execute(sql`
		update cursors c set position = g.log_position from ${scope}, groups g, hosts h
		where c.host = v.host and (v."groupId" is null or v."groupId" = c.group_id) and g.actor_id = c.group_id
			and h.host = c.host and h.lease_owner = ${owner} and c.closed_at is null and c.position < g.log_position`)
	const messages = (await tx.execute(sql`
		select distinct m.id as "messageId", m.host, h.fence from ${scope}
		join messages m on m.host = v.host and m.delivered_at is null and (v."groupId" is null or v."groupId" = m.signer_id)
		join hosts h on h.host = m.host and h.lease_owner = ${owner}`)) as unknown as (Held & {
		messageId: string
	})[]
	if (messages.length === 0) return
	const aside = messages.map((message) => ({ ...message, id: newId(), reason: "the domain is blocked" }))
	await setMessagesAside(tx, owner, now.toISOString(), aside)
}
