import type { Database } from "../../db/connect.ts"
import { findLogBodies, type LeasedHost } from "../../db/delivery.ts"
import { limits } from "../../src/limits.ts"
import { newToken, type Ports } from "../../src/ports.ts"
import { followersSaid } from "../partial-followers.ts"
import type { Network } from "../plumbing/network.ts"
import type { SigningKey } from "../plumbing/sign.ts"
import { Bodies } from "./bodies.ts"
import type { Lane } from "./lane.ts"
import { type Book, newOutcomes } from "./settle.ts"
import { Troubles } from "./troubles.ts"

export type DeliveryOptions = {
	db: Database
	ports: Ports
	network: Network
	/** A local actor's key; rejects when it has none. */
	signingKey(actorId: string): Promise<SigningKey>
	webOrigin: URL
	/** The name under which leases are held; its own if not given. */
	worker?: string
	/** Requests under way at once, over all hosts. */
	inFlight?: number
	/** Milliseconds a lease lasts; a dead worker's hosts wait that long. */
	lease?: number
	/** Milliseconds between two looks at everything, in case nobody said that there is something new. */
	sweep?: number
	/** Hosts leased at a time; another worker may take the next ones. */
	claimAtOnce?: number
}

/** What one worker holds in memory while it delivers. Everything here can be lost without losing a delivery. */
export type Work = Book & {
	options: Required<DeliveryOptions>
	/** The name under which leases are held. */
	owner: string
	lanes: Map<string, Lane>
	bodies: Bodies
	followersSaid: ReturnType<typeof followersSaid>
	/** When each host last took anything from this process, in milliseconds. */
	taken: Map<string, number>
	inFlight: number
	/** What to look for in the database: nothing, some groups, or everything. */
	wanted: Set<string> | "all" | null
	/** The answer to a claim was lost, so there may be leases that no lane knows of. */
	claimLost: boolean
	renewAt: number
	sweepAt: number
	/** When the first of what is left alone for now may be claimed again, as far as the database or this worker knows. */
	dueAt: number
	/** False while the database cannot be written: then nothing new is sent. */
	healthy: boolean
	stopping: boolean
	/** True once nothing is written any more; what still comes in is lost and will be sent again. */
	ended: boolean
}

/** Milliseconds at least between two looks at what has become due. */
const betweenLooks = 1000

export const newWork = (given: DeliveryOptions): Work => {
	const options = {
		inFlight: limits.deliveriesAtOnce,
		lease: 30_000,
		sweep: 5 * 60_000,
		claimAtOnce: limits.claimedAtOnce,
		worker: newToken(),
		...given,
	}
	return {
		options,
		owner: options.worker,
		lanes: new Map(),
		outcomes: newOutcomes(),
		troubles: new Troubles(),
		newId: () => options.ports.newId(),
		followersSaid: followersSaid(options),
		bodies: new Bodies((keys) => findLogBodies(options.db, keys)),
		taken: new Map(),
		inFlight: 0,
		wanted: "all",
		claimLost: false,
		renewAt: 0,
		sweepAt: 0,
		dueAt: 0,
		healthy: true,
		stopping: false,
		ended: false,
	}
}

export const timeOf = (work: Work): number => work.options.ports.now().getTime()

export const newLane = (work: Work, host: LeasedHost, leaseUntil: number): Lane => ({
	...host,
	leaseUntil,
	lost: false,
	stale: true,
	flying: 0,
	lastTaken: work.taken.get(host.host) ?? 0,
	stumbled: null,
	// a host that does not answer is not asked what it runs as well
	nodeinfo:
		host.failures > 0 || timeOf(work) - (host.nodeinfoAt?.getTime() ?? 0) < limits.nodeinfoAge
			? "fresh"
			: "due",
	tracks: new Map(),
	messages: [],
	turn: 0,
})

/** Remembers that a host took something, so that its next lane need not begin carefully. */
export const rememberTaken = (work: Work, lane: Lane): void => {
	work.taken.delete(lane.host)
	work.taken.set(lane.host, lane.lastTaken)
	if (work.taken.size > limits.hostsKnown) work.taken.delete(work.taken.keys().next().value!)
}

/** Looks for what may be claimed no later than at a moment, but not all the time. */
export const dueBy = (work: Work, at: number): void => {
	work.dueAt = Math.min(work.dueAt, Math.max(at, timeOf(work) + betweenLooks))
}

/** Adds to what is looked for next. */
export const want = (work: Work, groups: readonly string[] | null): void => {
	if (groups === null || work.wanted === "all") work.wanted = "all"
	else work.wanted = new Set([...(work.wanted ?? []), ...groups])
}

export const outcomesWaiting = ({ outcomes }: Work): number =>
	outcomes.positions.size +
	outcomes.delivered.length +
	outcomes.entriesSetAside.length +
	outcomes.messagesSetAside.length +
	outcomes.closed.length +
	outcomes.inboxes.size +
	outcomes.messages.size +
	outcomes.hosts.size
