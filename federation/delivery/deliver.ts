import { getLogger } from "@logtape/logtape"
import { DatabaseUnavailable } from "../../db/database-errors.ts"
import { findTwin } from "../../db/delivery.ts"
import { limits } from "../../src/limits.ts"
import { synchronizationHeader } from "../followers-digest.ts"
import { dialectOf, readNodeInfo } from "../plumbing/nodeinfo-reader.ts"
import { digestOf, type SigningKey } from "../plumbing/sign.ts"
import { backOff } from "./back-off.ts"
import type { Body } from "./bodies.ts"
import { judgeFailure, type Verdict } from "./judge.ts"
import { changeDialect, type Entry, hasWork, type Item, type Lane } from "./lane.ts"
import { nextSends } from "./next-sends.ts"
import { postActivity } from "./post-activity.ts"
import { finishEntry, noteHost, settle } from "./settle.ts"
import { rememberTaken, timeOf, type Work } from "./work.ts"

const logger = getLogger(["snug", "delivery"])
const nodeinfoRereadAfter = 60_000

/** Begins whatever may be sent to a host now. `changed` is called whenever something came of it. */
export const dispatch = (work: Work, lane: Lane, changed: (lane: Lane) => void): void => {
	if (work.stopping || !work.healthy || lane.lost) return
	const now = timeOf(work)
	if (lane.leaseUntil - now < limits.sendTime) return
	const room = work.options.inFlight - work.inFlight
	if (room <= 0) return
	if (lane.nodeinfo === "due" && hasWork(lane)) {
		lane.nodeinfo = "reading"
		void fly(work, lane, changed, () => learn(work, lane))
		return
	}
	for (const item of nextSends(lane, now, room)) {
		item.state = "flying"
		lane.turn++
		void fly(work, lane, changed, () => deliver(work, lane, item))
	}
}

const fly = async (
	work: Work,
	lane: Lane,
	changed: (lane: Lane) => void,
	send: () => Promise<void>,
): Promise<void> => {
	lane.flying++
	work.inFlight++
	try {
		await send()
	} catch (error) {
		// Only the database can fail here. Nothing more is sent until it can be written again.
		work.healthy = false
		lane.stale = true
		if (lane.nodeinfo === "reading") lane.nodeinfo = "due"
		logger.warn("delivery to {host} interrupted: {error}", { host: lane.host, error })
	}
	lane.flying--
	work.inFlight--
	if (lane.stumbled && lane.flying === 0 && !lane.lost) giveUpForNow(work, lane)
	changed(lane)
}

const deliver = async (work: Work, lane: Lane, item: Item): Promise<void> => {
	try {
		const body = await bodyOf(work, item)
		if (item.kind === "entry" && (!body || isLost(lane, body))) {
			finishEntry(work, lane, item)
			return
		}
		if (!body) return
		const verdict = await attempt(work, lane, item, body)
		if (lane.lost || work.ended) return
		if (verdict.kind === "refused" && verdict.badRequest && item.kind === "entry") {
			if (await retell(work, lane, item)) return
		}
		settle(work, lane, item, verdict, timeOf(work))
		await work.options.ports.failpoint("deliver:settled")
		if (verdict.kind === "delivered") rememberTaken(work, lane)
	} finally {
		if (item.state === "flying") item.state = "waiting"
	}
}

/** Whether a server has nothing to make of it: Lemmy answers 400 to every poll. */
const isLost = (lane: Lane, { bytes }: Body): boolean =>
	lane.software === "lemmy" && /"type":\s*"Question"/.test(Buffer.from(bytes).toString("latin1"))

const bodyOf = async (work: Work, item: Item): Promise<Body | null> =>
	item.kind === "message"
		? { bytes: item.body, digest: digestOf(item.body) }
		: work.bodies.get({ groupId: item.track.groupId, position: item.bodyAt })

const attempt = async (work: Work, lane: Lane, item: Item, body: Body): Promise<Verdict> => {
	const { network, ports, signingKey, webOrigin } = work.options
	const inbox = URL.parse(item.kind === "entry" ? item.track.inbox : item.inbox)
	if (!inbox) return { kind: "unsendable", reason: "the inbox is not a URL" }
	if (inbox.host === webOrigin.host) return { kind: "unsendable", reason: "the inbox is on this server" }
	try {
		const key = await signingKey(item.signerId)
		const { verdict, scheme } = await postActivity(
			{ network, ports },
			{
				inbox,
				body,
				key,
				also: await saidAlong(work, item, inbox, key),
				scheme: lane.signature,
				everTaken: lane.lastTaken > 0,
				mayGoOn: () => !work.stopping && !lane.lost && lane.leaseUntil - timeOf(work) >= limits.sendTime,
			},
		)
		if (scheme !== lane.signature) {
			lane.signature = scheme
			noteHost(work, lane, false)
		}
		return verdict
	} catch (error) {
		if (error instanceof DatabaseUnavailable) throw error
		return judgeFailure(error)
	}
}

/** With what a group shares goes what it believes of its followers there, so that both sides find out when they differ (FEP-8fcf). */
const saidAlong = async (
	work: Work,
	item: Item,
	inbox: URL,
	{ keyId }: SigningKey,
): Promise<Record<string, string>> => {
	if (item.kind === "message" || item.signerId !== item.track.groupId) return {}
	const said = await work.followersSaid({ id: item.signerId, uri: keyId.replace(/#.*$/, "") }, inbox)
	return said ? { [synchronizationHeader]: said } : {}
}

/** Reads what a host runs, before the first delivery and once a day. What cannot be read changes nothing. */
const learn = async (work: Work, lane: Lane): Promise<void> => {
	const { network, ports } = work.options
	const found = await readNodeInfo(network, ports, lane.host)
	if (lane.lost) return
	lane.nodeinfo = "fresh"
	lane.nodeinfoAt = ports.now()
	if (found) {
		lane.software = found.software
		lane.softwareVersion = found.version
		const dialect = dialectOf(found.software)
		if (dialect !== lane.dialect) changeDialect(lane, dialect)
	}
	noteHost(work, lane, false)
}

/** After a 400: tells an entry in the other dialect if that is what the host speaks. False when it does not. */
const retell = async (work: Work, lane: Lane, entry: Entry): Promise<boolean> => {
	if (entry.dialect === lane.dialect && mayHaveChanged(work, lane)) await learn(work, lane)
	if (entry.dialect === lane.dialect) return false
	const { track } = entry
	const twin = await findTwin(
		work.options.db,
		{ groupId: track.groupId, position: entry.bodyAt },
		lane.dialect,
	)
	if (!twin || lane.lost) return false
	entry.dialect = lane.dialect
	const loaded =
		twin.position > track.loaded || track.entries.some(({ position }) => position === twin.position)
	if (loaded) finishEntry(work, lane, entry)
	else Object.assign(entry, { bodyAt: twin.position, activityUri: twin.activityUri, state: "waiting" })
	return true
}

const mayHaveChanged = (work: Work, lane: Lane): boolean =>
	lane.software === null || timeOf(work) - (lane.nodeinfoAt?.getTime() ?? 0) >= nodeinfoRereadAfter

const giveUpForNow = (work: Work, lane: Lane): void => {
	const { reason, wait } = lane.stumbled!
	const now = timeOf(work)
	lane.failures++
	lane.failingSince ??= new Date(now)
	lane.lastError = reason
	const next = now + Math.max(backOff(lane.failures, lane.host), wait ?? 0)
	lane.nextTryAt = new Date(next)
	lane.lost = true
	noteHost(work, lane, true)
	work.lanes.delete(lane.host)
	logger.debug("{host} takes nothing now: {reason}; next try {next}", {
		host: lane.host,
		reason,
		next: lane.nextTryAt,
	})
}
