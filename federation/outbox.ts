import { getLogger } from "@logtape/logtape"
import type { Transaction } from "../db/connect.ts"
import { isDatabasesFault, isTooSlow } from "../db/database-errors.ts"
import { lockWaitingEvents, markHandedOver, markNotHandedOver, tryHandOverLock } from "../db/events.ts"
import { appendToLog, insertMessages } from "../db/log.ts"
import type { EventRecord } from "../src/events.ts"
import { limits } from "../src/limits.ts"
import type { World } from "../src/world.ts"
import { type FactParts, gatherFacts } from "./gather-facts.ts"
import { activitiesFor } from "./outgoing.ts"
import { letterTo } from "./saying/letters.ts"
import type { Outgoing } from "./saying/parts.ts"
import { departed } from "./saying/people.ts"
import { forwarded } from "./saying/reports.ts"
import { visitCode } from "./saying/visits.ts"

const log = getLogger(["snug", "outbox"])

/** Milliseconds until what another process may not have seen while it was handing over is looked for. */
const others = 300

export type Outbox = {
	/** Something happened that others may have to hear. */
	wake(): void
	stop(): Promise<void>
	/** Resolves when every event so far has been handed over. */
	idle(): Promise<void>
}

export type OutboxParts = FactParts & {
	/** Milliseconds between two looks of its own accord. */
	lookEvery: number
	/** Told after the commit which groups have something new in their logs. */
	handedOver(groupIds: string[]): void
}

/** What we tell others. The only place that decides to send: it turns events into rows for the delivery lanes. */
export const startOutbox = (parts: OutboxParts): Outbox => {
	let stopping = false
	let running: Promise<void> | null = null
	let woken = false
	/** How many events are handed over at a time; fewer for a while where that many took too long. */
	let size: number = limits.eventsAtOnce
	let callOff = (): void => {}

	const run = async (): Promise<void> => {
		do {
			woken = false
			try {
				let handed: number | null | "spoilt"
				let whole: boolean
				do {
					handed = await handOver(parts, size)
					whole = handed === size || handed === "spoilt"
					if (whole) size = handed === "spoilt" ? 1 : Math.min(size * 2, limits.eventsAtOnce)
				} while (!stopping && whole)
				if (handed === null) later(others)
			} catch (error) {
				log.error("The outbox stopped for a moment: {error}", { error })
				if (isTooSlow(error)) size = Math.ceil(size / 4)
				later(1000)
			}
		} while (woken && !stopping)
		running = null
	}
	const wake = (): void => {
		woken = true
		if (!stopping) running ??= run()
	}
	// Other processes record events as well; their notice may be lost, so look now and then.
	const later = (milliseconds: number): void => {
		callOff()
		if (!stopping)
			callOff = parts.world.ports.timer(() => {
				later(parts.lookEvery)
				wake()
			}, milliseconds)
	}
	later(parts.lookEvery)
	wake()
	return {
		wake,
		async stop() {
			stopping = true
			callOff()
			await running
		},
		async idle() {
			while (running) await running
		},
	}
}

/**
 * Hands over the oldest waiting events, in one transaction with the mark that says so; answers how many, null when another
 * process is at it, and "spoilt" when one of several cannot be said: taken one by one it is found out which.
 */
const handOver = async (parts: OutboxParts, size: number): Promise<number | null | "spoilt"> => {
	const { world } = parts
	let events: EventRecord[] = []
	const groupIds = new Set<string>()
	try {
		const handed = await world.db.transaction(async (tx) => {
			groupIds.clear()
			events = []
			if (!(await tryHandOverLock(tx))) return null
			events = await lockWaitingEvents(tx, size)
			if (events.length === 0) return 0
			await world.ports.failpoint("outbox:locked")
			const said = await sayAll(tx, parts, events)
			await keep(tx, world, said)
			for (const { groupId } of said) if (groupId) groupIds.add(groupId)
			await world.ports.failpoint("outbox:kept")
			const ids = events.map((event) => event.id)
			await markHandedOver(tx, ids, world.ports.now())
			await world.ports.failpoint("outbox:before-commit")
			return events.length
		})
		if (!handed) return handed
		await world.ports.failpoint("outbox:handed-over")
		parts.handedOver([...groupIds])
		return handed
	} catch (error) {
		// nor is the database's trouble an event's, as long as several share it
		if (events.length === 0 || isDatabasesFault(error) || (size > 1 && isTooSlow(error))) throw error
		if (events.length > 1) return "spoilt"
		// One event that cannot be said must not silence the others.
		const { id, type } = events[0]!
		log.error("{type} {id} could not be handed over: {error}", { type, id, error })
		await markNotHandedOver(world.db, id, String(error), limits.eventTries)
		return size
	}
}

type Said = { event: EventRecord; outgoing: Outgoing[]; groupId?: string }

/** What is to be said of each event, in their order; what must be known for it is asked of the database for all of them at once. */
const sayAll = async (tx: Transaction, parts: OutboxParts, events: EventRecord[]): Promise<Said[]> => {
	const gathered = await Promise.allSettled(events.map((event) => gatherFacts(tx, parts, event)))
	const boosts = new Set<string>()
	return gathered.map((one, index): Said => {
		if (one.status === "rejected") throw one.reason
		const [event, facts] = [events[index]!, one.value]
		if (!facts) return { event, outgoing: [] }
		if ("departed" in facts) return { event, outgoing: departed(event, facts) }
		if ("said" in facts) return { event, outgoing: [letterTo(event, facts)] }
		if ("code" in facts) return { event, outgoing: [visitCode(event, facts)] }
		if ("report" in facts) return { event, outgoing: [forwarded(event, facts)] }
		const boosted =
			facts.boosted || (facts.boostUri !== null && boosts.has(`${facts.group.id} ${facts.boostUri}`))
		const outgoing = activitiesFor(event, { ...facts, boosted })
		for (const { activityUri } of outgoing) boosts.add(`${facts.group.id} ${activityUri}`)
		return { event, outgoing, groupId: facts.group.id }
	})
}

const keep = async (tx: Transaction, world: World, said: Said[]): Promise<void> => {
	const { newId } = world.ports
	const outgoing = said.flatMap(({ event, outgoing }) => outgoing.map((one) => ({ event, one })))
	await appendToLog(
		tx,
		outgoing.flatMap(({ event, one }) => {
			if (one.to !== "followers") return []
			const { to: _, ...entry } = one
			return [{ ...entry, groupId: event.groupId!, eventId: event.id }]
		}),
	)
	await insertMessages(
		tx,
		outgoing.flatMap(({ event, one }) => {
			if (one.to !== "person") return []
			const { person, to: _, ...rest } = one
			return [{ ...rest, id: newId(), eventId: event.id, inbox: person.inbox, host: person.host }]
		}),
	)
}
