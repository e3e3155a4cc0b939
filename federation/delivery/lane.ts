import type { Backlog, Dialect, LeasedHost, WaitingMessage } from "../../db/delivery.ts"
import { type Trouble, type Troubles, troubleOf } from "./troubles.ts"

/** One entry of a group's log on its way to one inbox. */
export type Entry = {
	kind: "entry"
	key: string
	track: Track
	/** Where it stands in the log; `bodyAt` differs when it is told in the other dialect after all. */
	position: number
	bodyAt: number
	dialect: Dialect
	activityUri: string
	objectUri: string
	signerId: string
	state: "waiting" | "flying" | "done"
	trouble: Trouble | null
}

/** A group's log as far as one inbox has it: a window of entries after the received prefix. */
export type Track = {
	key: string
	groupId: string
	inbox: string
	/** Everything up to here is received. */
	received: number
	/** Everything up to here is loaded or passed over. */
	loaded: number
	/** True when the window ends where the log ends. */
	whole: boolean
	entries: Entry[]
	trouble: Trouble | null
}

export type Message = WaitingMessage & {
	kind: "message"
	key: string
	state: "waiting" | "flying"
	trouble: Trouble | null
}
export type Item = Entry | Message

/** Everything on its way to one host, while this worker holds the lease. */
export type Lane = LeasedHost & {
	/** Milliseconds; nothing is begun so late that it could end after this. */
	leaseUntil: number
	/** Its lease went to another worker: nothing may be written any more. */
	lost: boolean
	/** There may be more in the database than is loaded. */
	stale: boolean
	flying: number
	/** When the host last took anything from this process, in milliseconds; 0 for never. */
	lastTaken: number
	/** Why the host takes nothing now; the lane is given up when nothing is under way any more. */
	stumbled: { reason: string; wait: number | null } | null
	nodeinfo: "fresh" | "due" | "reading"
	tracks: Map<string, Track>
	messages: Message[]
	/** Where the next turn begins, so that every inbox gets its turn. */
	turn: number
}

/** Entries of one log loaded ahead for one inbox; bounds what a worker keeps in memory. */
export const windowSize = 8

export const trackKey = (of: { groupId: string; inbox: string }): string => `${of.groupId} ${of.inbox}`

/**
 * Adds what was found in the database to a lane, leaving what it already knows. `received` is the newest prefix known
 * here, which the database may not have yet.
 */
export const mergeBacklog = (lane: Lane, found: Backlog, received: number, troubles: Troubles): Track => {
	const key = trackKey(found)
	const track = lane.tracks.get(key) ?? newTrack(key, found, received)
	lane.tracks.set(key, track)
	const known = new Set(track.entries.map((entry) => entry.position))
	for (const row of found.entries) {
		if (row.position <= track.loaded || known.has(row.position)) continue
		const entryKey = `${key} ${row.position}`
		const trouble = troubles.of(entryKey)
		const { dialect } = lane
		track.entries.push({
			...row,
			kind: "entry",
			key: entryKey,
			track,
			bodyAt: row.position,
			dialect,
			state: "waiting",
			trouble,
		})
	}
	track.entries.sort((one, other) => one.position - other.position)
	track.whole = found.entries.length < windowSize
	track.loaded = Math.max(track.loaded, track.whole ? found.head : found.entries.at(-1)!.position)
	settleTrack(track)
	return track
}

const newTrack = (key: string, found: Backlog, received: number): Track => ({
	key,
	groupId: found.groupId,
	inbox: found.inbox,
	received,
	loaded: received,
	whole: false,
	entries: [],
	trouble: troubleOf(found),
})

/** Adds messages a lane does not know yet, in their order. */
export const mergeMessage = (lane: Lane, found: WaitingMessage, troubles: Troubles): void => {
	if (lane.messages.some((message) => message.id === found.id)) return
	const key = `message ${found.id}`
	const trouble = troubleOf(found, troubles.of(key))
	lane.messages.push({ ...found, kind: "message", key, state: "waiting", trouble })
}

/** Moves the received prefix over everything that is done. */
export const settleTrack = (track: Track): void => {
	const first = track.entries.findIndex((entry) => entry.state !== "done")
	// entries in flight from before a change of dialect stand beyond what is loaded
	const received = first < 0 ? track.loaded : Math.min(track.loaded, track.entries[first]!.position - 1)
	track.entries.splice(0, first < 0 ? track.entries.length : first)
	track.received = Math.max(track.received, received)
}

/** Forgets what is not under way, so that it is loaded again in the dialect the host turned out to speak. */
export const changeDialect = (lane: Lane, dialect: Dialect): void => {
	lane.dialect = dialect
	lane.stale = true
	for (const track of lane.tracks.values()) {
		track.entries = track.entries.filter((entry) => entry.state !== "waiting")
		track.loaded = track.received
		track.whole = false
	}
}

/** Lets go of what its inbox does not want now: the database says when it is to be asked again. */
export const rest = (lane: Lane, item: Item, now: number): void => {
	if (item.kind === "message") {
		if (isResting(item, now)) lane.messages = lane.messages.filter((message) => message !== item)
	} else if (isResting(item.track, now) && item.track.entries.every((entry) => entry.state !== "flying"))
		lane.tracks.delete(item.track.key)
}

/** Whether an inbox declined what it was sent and is left alone for now. */
export const isResting = ({ trouble }: Message | Track, now: number): boolean =>
	trouble !== null && trouble.notBefore > now && (trouble.refusals > 0 || trouble.goneAt !== null)

/** Drops what the database no longer names and `keep` does not hold: its cursor was closed, passed over or taken away. */
export const forgetMissing = (lane: Lane, found: Set<string>, keep: (track: Track) => boolean): void => {
	for (const track of lane.tracks.values()) {
		if (found.has(track.key) || keep(track)) continue
		track.entries = track.entries.filter((entry) => entry.state === "flying")
		track.whole = true
		if (track.entries.length === 0) lane.tracks.delete(track.key)
	}
}

/** True when nothing is left to send, load or wait for. */
export const isFinished = (lane: Lane): boolean =>
	lane.flying === 0 && !lane.stale && lane.messages.length === 0 && lane.tracks.size === 0

/** True when there is anything to send, now or later. */
export const hasWork = (lane: Lane): boolean => lane.tracks.size > 0 || lane.messages.length > 0

/** True when a track's window has room for more of the log. */
export const wantsMore = (lane: Lane): boolean => {
	if (lane.stale) return true
	for (const track of lane.tracks.values())
		if (!track.whole && track.entries.length <= windowSize / 2) return true
	return false
}
