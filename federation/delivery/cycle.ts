import {
	claimHosts,
	findBacklogs,
	findBlocked,
	findWaitingMessages,
	nextDeliveryDue,
	releaseOthers,
	renewLeases,
} from "../../db/delivery.ts"
import { type Outcomes, passOverBlocked, recordOutcomes } from "../../db/delivery-outcomes.ts"
import { limits } from "../../src/limits.ts"
import { domainsOf } from "../../src/moderation/domains.ts"
import {
	forgetMissing,
	isFinished,
	isResting,
	type Lane,
	mergeBacklog,
	mergeMessage,
	trackKey,
	wantsMore,
	windowSize,
} from "./lane.ts"
import { nextDue } from "./next-sends.ts"
import { newOutcomes, noteHost, noteReceived } from "./settle.ts"
import { dueBy, newLane, outcomesWaiting, timeOf, type Work, want } from "./work.ts"

const messagesAtOnce = 4

/**
 * One turn of the worker's dealings with the database: write what is known, hold the leases, take new hosts, load what
 * comes next, let go of what is done. Only one turn runs at a time, so a release is written before the next claim.
 * Answers with the lanes that may have something new to send.
 */
export const cycle = async (work: Work): Promise<Lane[]> => {
	await flush(work)
	await renew(work)
	if (timeOf(work) >= work.sweepAt) sweep(work)
	if (timeOf(work) >= work.dueAt) await lookForDue(work)
	if (work.wanted && !work.stopping) await claim(work)
	const loaded = await load(work)
	for (const lane of work.lanes.values()) {
		if (!isFinished(lane)) continue
		noteHost(work, lane, true)
		work.lanes.delete(lane.host)
	}
	return loaded
}

/** Writes what became of deliveries, all in one transaction. What could not be written is kept. */
export const flush = async (work: Work): Promise<void> => {
	if (outcomesWaiting(work) === 0) return
	const { outcomes } = work
	work.outcomes = newOutcomes()
	try {
		const { db, ports } = work.options
		await ports.failpoint("deliver:before-flush")
		await db.transaction((tx) => recordOutcomes(tx, work.owner, ports.now(), outcomes))
		noteDue(work, outcomes)
		await ports.failpoint("deliver:flushed")
	} catch (error) {
		work.outcomes = joined(outcomes, work.outcomes)
		throw error
	}
}

const noteDue = (work: Work, { hosts, inboxes, messages }: Outcomes): void => {
	const now = timeOf(work)
	for (const noted of [hosts, inboxes, messages])
		for (const { nextTryAt } of noted.values())
			if (nextTryAt && nextTryAt.getTime() > now) dueBy(work, nextTryAt.getTime())
}

const joined = (older: Outcomes, newer: Outcomes): Outcomes => ({
	positions: new Map([...older.positions, ...newer.positions]),
	delivered: [...older.delivered, ...newer.delivered],
	entriesSetAside: [...older.entriesSetAside, ...newer.entriesSetAside],
	messagesSetAside: [...older.messagesSetAside, ...newer.messagesSetAside],
	closed: [...older.closed, ...newer.closed],
	inboxes: new Map([...older.inboxes, ...newer.inboxes]),
	messages: new Map([...older.messages, ...newer.messages]),
	hosts: new Map([...older.hosts, ...newer.hosts]),
})

const renew = async (work: Work): Promise<void> => {
	const now = timeOf(work)
	if (now < work.renewAt || work.lanes.size === 0) return
	const { db, lease } = work.options
	const until = now + lease
	const lanes = [...work.lanes.values()]
	const leases = lanes.map(({ host, fence }) => ({ host, fence }))
	const held = new Set(await db.transaction((tx) => renewLeases(tx, work.owner, new Date(until), leases)))
	for (const lane of lanes) {
		if (held.has(lane.host)) lane.leaseUntil = until
		else drop(work, lane)
	}
	work.renewAt = now + lease / 4
}

const drop = (work: Work, lane: Lane): void => {
	lane.lost = true
	if (work.lanes.get(lane.host) === lane) work.lanes.delete(lane.host)
}

const sweep = (work: Work): void => {
	const now = timeOf(work)
	for (const lane of work.lanes.values()) lane.stale = true
	work.sweepAt = now + work.options.sweep
	work.dueAt = now
}

const lookForDue = async (work: Work): Promise<void> => {
	want(work, null)
	const due = await nextDeliveryDue(work.options.db, work.owner, work.options.ports.now())
	work.dueAt = Number.POSITIVE_INFINITY
	if (due) dueBy(work, due.getTime())
}

const claim = async (work: Work): Promise<void> => {
	const { db, lease, claimAtOnce } = work.options
	const limit = Math.min(claimAtOnce, limits.lanesOpen - busyLanes(work))
	if (limit <= 0) return
	const wanted = work.wanted
	work.wanted = null
	const now = work.options.ports.now()
	const until = new Date(now.getTime() + lease)
	const groups = wanted === "all" ? null : [...wanted!]
	try {
		const taken = await db.transaction(async (tx) => {
			if (work.claimLost) await releaseOthers(tx, work.owner, [...work.lanes.keys()])
			return claimHosts(tx, { owner: work.owner, now, until, groups, limit })
		})
		work.claimLost = false
		await work.options.ports.failpoint("deliver:claimed")
		for (const host of taken) {
			const known = work.lanes.get(host.host)
			if (known) drop(work, known)
			work.lanes.set(host.host, newLane(work, host, until.getTime()))
		}
		// two workers may reach for the same hosts, so only finding none means that none are left
		if (taken.length > 0) want(work, groups)
	} catch (error) {
		work.wanted = "all"
		work.claimLost = true
		throw error
	}
}

// Lanes that only wait for what could not be sent do not count, or enough of them would stop everything else.
const busyLanes = (work: Work): number => {
	const now = timeOf(work)
	let busy = 0
	for (const lane of work.lanes.values()) if (lane.flying > 0 || nextDue(lane, now) === null) busy++
	return busy
}

const load = async (work: Work): Promise<Lane[]> => {
	const lanes = [...work.lanes.values()].filter(wantsMore)
	if (lanes.length === 0) return lanes
	for (const lane of lanes) lane.stale = false
	try {
		await passOver(work, lanes)
		await loadBacklogs(work, lanes)
		// after the logs, so that an Accept written before an Announce is never overlooked
		await loadMessages(work, lanes)
		await work.options.ports.failpoint("deliver:loaded")
		return lanes
	} catch (error) {
		for (const lane of lanes) lane.stale = true
		throw error
	}
}

const passOver = async (work: Work, lanes: Lane[]): Promise<void> => {
	const { db, ports } = work.options
	const candidates = lanes.flatMap(({ host }) => domainsOf(host).map((domain) => ({ host, domain })))
	const blocked = await findBlocked(db, candidates)
	if (blocked.length === 0) return
	await db.transaction((tx) => passOverBlocked(tx, work.owner, ports.now(), blocked, () => ports.newId()))
	for (const { host, groupId } of blocked) {
		const lane = work.lanes.get(host)
		if (!lane) continue
		const isBlocked = (signerId: string) => groupId === null || groupId === signerId
		lane.messages = lane.messages.filter((one) => one.state === "flying" || !isBlocked(one.signerId))
	}
}

const loadBacklogs = async (work: Work, lanes: Lane[]): Promise<void> => {
	const room = new Map(lanes.map((lane) => [lane.host, limits.cursorsLoaded + lane.tracks.size]))
	const asked = lanes.map(({ host, dialect }) => ({ host, dialect, cursors: room.get(host)! }))
	const now = work.options.ports.now()
	const backlogs = await findBacklogs(work.options.db, asked, { window: windowSize, now })
	const found = Map.groupBy(backlogs, (row) => row.host)
	// what was heard since the last flush is not in the database yet
	const { inboxes, positions, closed } = work.outcomes
	const isOver = new Set(closed.map(trackKey))
	const waits = (key: string) => isOver.has(key) || (inboxes.get(key)?.nextTryAt ?? now) > now
	for (const lane of lanes) {
		const rows = found.get(lane.host) ?? []
		if (rows.length < room.get(lane.host)!) {
			const named = new Set(rows.map(trackKey))
			forgetMissing(lane, named, (track) => inboxes.has(track.key) || isResting(track, now.getTime()))
		}
		for (const row of rows) {
			const received = Math.max(row.position, positions.get(trackKey(row))?.position ?? 0)
			if (received >= row.head || waits(trackKey(row))) continue
			const track = mergeBacklog(lane, row, received, work.troubles)
			if (track.received > row.position) noteReceived(work, lane, track)
		}
	}
}

const loadMessages = async (work: Work, lanes: Lane[]): Promise<void> => {
	const asked = lanes.map((lane) => ({ host: lane.host, messages: messagesAtOnce + lane.messages.length }))
	const rows = await findWaitingMessages(work.options.db, asked, work.options.ports.now())
	const { delivered, messagesSetAside, messages } = work.outcomes
	const over = new Set([
		...delivered.map(({ id }) => id),
		...messagesSetAside.map(({ messageId }) => messageId),
		...messages.keys(),
	])
	for (const row of rows) {
		const lane = work.lanes.get(row.host)
		if (lane && !over.has(row.id)) mergeMessage(lane, row, work.troubles)
	}
}
