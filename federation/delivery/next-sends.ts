import { limits } from "../../src/limits.ts"
import type { Entry, Item, Lane, Message, Track } from "./lane.ts"

/** Entries of one log under way to one inbox at once. */
const perInbox = 4

/**
 * What to send to a host next, at most `room` requests. While a host is being probed after a failure it gets one;
 * messages go before logs, and logs wait for every message that is on its first try (an Accept must arrive before the
 * first Announce); entries about one object keep their order.
 */
export const nextSends = (lane: Lane, now: number, room: number): Item[] => {
	if (lane.lost || lane.stumbled || lane.nodeinfo !== "fresh") return []
	const probing = lane.failures > 0
	const free = Math.min(room, (lane.lastTaken > 0 && !probing ? limits.deliveriesToHost : 1) - lane.flying)
	if (free <= 0) return []
	const messages = readyMessages(lane, now)
	const entries = firstTries(lane) ? [] : readyEntries(lane, now)
	const ready: Item[] = [...messages, ...entries]
	if (!probing) return ready.slice(0, free)
	const best = ready.reduce<Item | null>(
		(one, other) => (one && rank(one) <= rank(other) ? one : other),
		null,
	)
	return best ? [best] : []
}

// A probe that failed twice makes way, so that one activity a host chokes on does not hold up the others.
const rank = ({ trouble }: Item): number => {
	const errors = trouble?.serverErrors ?? 0
	return errors < 2 ? 0 : errors
}

const firstTries = (lane: Lane): boolean => lane.messages.some((message) => message.trouble === null)

const readyMessages = (lane: Lane, now: number): Message[] => {
	const busy = new Set<string>()
	return lane.messages.filter((message) => {
		const line = `${message.signerId} ${message.inbox}`
		const first = !busy.has(line)
		busy.add(line)
		return first && message.state === "waiting" && isDue(message, now)
	})
}

// One of each inbox in turn, then the second of each.
const readyEntries = (lane: Lane, now: number): Entry[] => {
	const tracks = [...lane.tracks.values()]
	const start = tracks.length > 0 ? lane.turn % tracks.length : 0
	const turns = [...tracks.slice(start), ...tracks.slice(0, start)].map((track) => readyInTrack(track, now))
	return Array.from({ length: perInbox }, (_, round) => turns.flatMap((ready) => ready[round] ?? [])).flat()
}

const readyInTrack = (track: Track, now: number): Entry[] => {
	if (!isDue(track, now)) return []
	const flying = track.entries.filter((entry) => entry.state === "flying").length
	const room = (track.trouble ? 1 : perInbox) - flying
	const busy = new Set<string>()
	const ready: Entry[] = []
	for (const entry of track.entries) {
		if (entry.state === "done") continue
		if (entry.state === "waiting" && !busy.has(entry.objectUri) && ready.length < room && isDue(entry, now))
			ready.push(entry)
		busy.add(entry.objectUri)
	}
	return ready
}

const isDue = ({ trouble }: { trouble: { notBefore: number } | null }, now: number): boolean =>
	trouble === null || trouble.notBefore <= now

/** The earliest moment at which something that waits because of a trouble is due; null when nothing does. */
export const nextDue = (lane: Lane, now: number): number | null => {
	let earliest: number | null = null
	const look = (one: { trouble: { notBefore: number } | null }) => {
		const at = one.trouble?.notBefore ?? 0
		if (at > now && (earliest === null || at < earliest)) earliest = at
	}
	lane.messages.forEach(look)
	for (const track of lane.tracks.values()) {
		look(track)
		track.entries.forEach(look)
	}
	return earliest
}
