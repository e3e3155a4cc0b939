import type { Outcomes } from "../../db/delivery-outcomes.ts"
import { limits } from "../../src/limits.ts"
import { goneWait, inboxWait, poisonWait } from "./back-off.ts"
import type { Verdict } from "./judge.ts"
import { type Item, type Lane, type Message, rest, settleTrack, type Track } from "./lane.ts"
import type { Trouble, Troubles } from "./troubles.ts"

/** Where verdicts are noted: in memory, until they are written together. */
export type Book = { outcomes: Outcomes; troubles: Troubles; newId(): string }

export const newOutcomes = (): Outcomes => ({
	positions: new Map(),
	delivered: [],
	entriesSetAside: [],
	messagesSetAside: [],
	closed: [],
	inboxes: new Map(),
	messages: new Map(),
	hosts: new Map(),
})

/** Notes what became of one delivery, in its lane and in the book; `now` in milliseconds. */
export const settle = (book: Book, lane: Lane, item: Item, verdict: Verdict, now: number): void => {
	if (item.state === "flying") item.state = "waiting"
	const alive = !["later", "poison", "unsendable"].includes(verdict.kind)
	if (alive && lane.failures > 0) recover(book, lane)
	if (verdict.kind === "later") settleLater(book, lane, item, verdict, now)
	else if (verdict.kind === "declined") settleDeclined(book, lane, item, verdict.reason, now)
	else if (verdict.kind === "gone") settleGone(book, lane, item, verdict.reason, now)
	else if (verdict.kind === "poison") settlePoison(book, lane, item, verdict.reason, now)
	else if (verdict.kind === "refused" || verdict.kind === "unsendable")
		setAside(book, lane, item, verdict.reason)
	else {
		lane.lastTaken = now
		finish(book, lane, item)
	}
	rest(lane, item, now)
}

type Later = Extract<Verdict, { kind: "later" }>

const settleLater = (book: Book, lane: Lane, item: Item, verdict: Later, now: number): void => {
	if (!verdict.passing) {
		const trouble = book.troubles.begin(item.key, now, item.trouble)
		item.trouble = trouble
		trouble.serverErrors++
		if (trouble.serverErrors >= limits.serverErrors && lane.lastTaken > trouble.since) {
			const often = `${verdict.reason}, ${trouble.serverErrors} times while other activities were taken`
			setAside(book, lane, item, often)
			return
		}
	}
	const wait = Math.max(lane.stumbled?.wait ?? 0, verdict.wait ?? 0)
	lane.stumbled = { reason: lane.stumbled?.reason ?? verdict.reason, wait: wait || null }
}

const settleDeclined = (book: Book, lane: Lane, item: Item, reason: string, now: number): void => {
	const subject = subjectOf(item)
	if ((subject.trouble?.notBefore ?? 0) > now) return
	subject.trouble = book.troubles.begin(subject.key, now, subject.trouble)
	const wait = inboxWait(++subject.trouble.refusals)
	if (wait !== null) subject.trouble.notBefore = now + wait
	noteRefused(book, lane, subject, now)
	if (wait === null) setAside(book, lane, item, reason)
}

const settleGone = (book: Book, lane: Lane, item: Item, reason: string, now: number): void => {
	const subject = subjectOf(item)
	const trouble = book.troubles.begin(subject.key, now, subject.trouble)
	subject.trouble = trouble
	trouble.goneAt ??= now
	if (now - trouble.goneAt < goneWait) {
		trouble.notBefore = trouble.goneAt + goneWait
		noteRefused(book, lane, subject, now)
	} else if (item.kind === "message") setAside(book, lane, item, reason)
	else closeTrack(book, lane, item.track)
}

const settlePoison = (book: Book, lane: Lane, item: Item, reason: string, now: number): void => {
	item.trouble = book.troubles.begin(item.key, now, item.trouble)
	const wait = poisonWait(++item.trouble.misfires)
	if (wait === null) setAside(book, lane, item, reason)
	else item.trouble.notBefore = now + wait
}

const subjectOf = (item: Item): Message | Track => (item.kind === "entry" ? item.track : item)

/** Puts what an inbox said into the book, so that every worker knows, also after a restart. */
const noteRefused = (book: Book, lane: Lane, subject: Message | Track, now: number): void => {
	const { host, fence } = lane
	const { refusals, goneAt, notBefore } = subject.trouble ?? well
	const goneSince = goneAt === null ? null : new Date(goneAt)
	const row = { host, fence, refusals, goneSince, nextTryAt: notBefore > now ? new Date(notBefore) : null }
	if ("id" in subject) book.outcomes.messages.set(subject.id, { ...row, id: subject.id })
	else {
		const { key, groupId, inbox } = subject
		book.outcomes.inboxes.set(key, { ...row, groupId, inbox })
		book.troubles.end(key)
	}
}

const well = { refusals: 0, goneAt: null, notBefore: 0 } satisfies Partial<Trouble>

const closeTrack = (book: Book, lane: Lane, track: Track): void => {
	const { host, fence } = lane
	book.outcomes.closed.push({ host, fence, groupId: track.groupId, inbox: track.inbox })
	track.entries = track.entries.filter((entry) => entry.state === "flying")
	track.loaded = track.received
	lane.tracks.delete(track.key)
}

const setAside = (book: Book, lane: Lane, item: Item, reason: string): void => {
	const { host, fence } = lane
	const row = { host, fence, id: book.newId(), reason: reason.slice(0, 500) }
	if (item.kind === "message") {
		book.outcomes.messagesSetAside.push({ ...row, messageId: item.id })
		lane.messages = lane.messages.filter((message) => message !== item)
	} else {
		const { groupId, inbox } = item.track
		book.outcomes.entriesSetAside.push({ ...row, groupId, inbox, position: item.bodyAt })
		finishEntry(book, lane, item)
	}
	book.troubles.end(item.key)
}

const finish = (book: Book, lane: Lane, item: Item): void => {
	book.troubles.end(item.key)
	if (item.kind === "entry") {
		const known = item.track.trouble
		item.track.trouble = null
		if (known) noteRefused(book, lane, item.track, 0)
		finishEntry(book, lane, item)
	} else {
		book.outcomes.delivered.push({ host: lane.host, fence: lane.fence, id: item.id })
		lane.messages = lane.messages.filter((message) => message !== item)
	}
}

/** Counts an entry as done and moves its inbox's received prefix, without a word about why. */
export const finishEntry = (book: Book, lane: Lane, entry: Extract<Item, { kind: "entry" }>): void => {
	entry.state = "done"
	settleTrack(entry.track)
	noteReceived(book, lane, entry.track)
}

/** Puts a track's received prefix into the book, and forgets the track when it has the whole log. */
export const noteReceived = (book: Book, lane: Lane, track: Track): void => {
	const { host, fence } = lane
	const { key, groupId, inbox, received: position } = track
	if (lane.tracks.get(key) !== track) return
	book.outcomes.positions.set(key, { host, fence, groupId, inbox, position })
	if (track.whole && track.entries.length === 0) lane.tracks.delete(key)
}

/** Puts what is now known of a host into the book; with `release` the lease ends as well. */
export const noteHost = (book: Book, lane: Lane, release: boolean): void => {
	const { host, fence, software, softwareVersion, dialect, nodeinfoAt, signature } = lane
	const { failures, failingSince, lastError, nextTryAt } = lane
	book.outcomes.hosts.set(host, {
		...{ host, fence, software, softwareVersion, dialect, nodeinfoAt, signature },
		...{ failures, failingSince, lastError, nextTryAt, release },
	})
}

const recover = (book: Book, lane: Lane): void => {
	Object.assign(lane, { failures: 0, failingSince: null, lastError: null, nextTryAt: null })
	noteHost(book, lane, false)
}
