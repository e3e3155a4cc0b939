import { getLogger } from "@logtape/logtape"
import { isDatabasesFault } from "../db/database-errors.ts"
import {
	claimHeard,
	type HeardRow,
	LeaseLost,
	markBegun,
	nextHeardDue,
	postponeHeard,
	releaseHeard,
	setAsideHeard,
} from "../db/inbox.ts"
import { begun, leftByTheDead } from "../db/presence.ts"
import { limits } from "../src/limits.ts"
import { newToken } from "../src/ports.ts"
import { type Commit, commitTogether } from "./commit-together.ts"
import { again, type Listening, mostAsks, mostTries, NotYet, TooEarly } from "./inbox.ts"
import { understand } from "./understand.ts"

const log = getLogger(["snug", "inbox"])

const lease = 60_000
const minute = 60_000

export type InboxWorker = {
	/** Something new was kept. */
	wake(): void
	/** Finishes what is begun, gives back the rest. */
	stop(): Promise<void>
	/** Resolves when nothing is due now. */
	idle(): Promise<void>
}

/** Told who sent what has been dealt with. */
type Spoke = (signerUri: string) => Promise<void>

/** Works through what was heard: in order for each actor, several actors at once, each activity once. */
export const startInboxWorker = (
	listening: Listening,
	worker = newToken(),
	spoke: Spoke = async () => {},
	/** Milliseconds between two looks of its own accord. */
	lookEvery = minute,
): InboxWorker => {
	const { db, ports } = listening.world
	const dealing: Dealing = {
		listening,
		commit: commitTogether(listening.world),
		spoke,
		isStopping: () => stopping,
	}
	let stopping = false
	let callOff = (): void => {}
	let running: Promise<void> | null = null
	let woken = false
	/** Something may be leased that nobody is dealing with. */
	let leftOver = false

	const runOnce = async (): Promise<number> => {
		if (leftOver) await releaseHeard(db, worker)
		// should the answer to the claim be lost, nobody would deal with what it took until the lease ends
		leftOver = true
		const now = ports.now()
		const rows = await claimHeard(db, {
			token: worker,
			now,
			leaseUntil: new Date(now.getTime() + lease),
			limit: limits.inboxBatch,
		})
		await ports.failpoint("inbox:claimed")
		const { calm, suspect } = queuesOf(rows)
		leftOver = rows.length > 0
		const drained = await Promise.allSettled([
			...Array.from({ length: limits.actorsAtOnce - 1 }, () => drain(calm)),
			drain(suspect, now.getTime() + limits.suspectsTime).then((whole) =>
				drain(calm).then((rest) => whole && rest),
			),
		])
		for (const one of drained) if (one.status === "rejected") throw one.reason
		leftOver = stopping || drained.some((one) => one.status === "fulfilled" && !one.value)
		if (stopping) await releaseHeard(db, worker)
		return rows.length
	}

	/** False when it left something for later. */
	const drain = async (queues: HeardRow[][], until = Number.POSITIVE_INFINITY): Promise<boolean> => {
		let whole = true
		const goesOn = () => !stopping && ports.now().getTime() < until
		for (let queue = queues.shift(); queue; queue = queues.shift())
			for (const row of queue)
				if (!goesOn() || !(await hear(dealing, row))) {
					whole = false
					break
				}
		return whole
	}

	const run = async (): Promise<void> => {
		do {
			woken = false
			try {
				while (!stopping && (await runOnce()) > 0);
				schedule(await nextHeardDue(db))
			} catch (error) {
				log.error("The inbox stopped for a moment: {error}", { error })
				schedule(new Date(ports.now().getTime() + 1000))
			}
		} while (woken && !stopping)
		running = null
	}

	const wake = (): void => {
		woken = true
		if (!stopping) running ??= run()
	}

	const schedule = (due: Date | null): void => {
		callOff()
		const wait = due ? Math.max(due.getTime() - ports.now().getTime(), 10) : lookEvery
		if (!stopping) callOff = ports.timer(wake, Math.min(wait, lookEvery))
	}

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
 * Each actor's activities, in their order. Those that a dead process left are dealt with one by one, so that when one of
 * them is what kills it is found out; the least suspicious first.
 */
const queuesOf = (rows: HeardRow[]): { calm: HeardRow[][]; suspect: HeardRow[][] } => {
	const queues = [...Map.groupBy(rows, (row) => row.actorUri).values()]
	const isSuspect = (queue: HeardRow[]) => queue.some((row) => row.outcome === leftByTheDead)
	const blame = (queue: HeardRow[]) => Math.max(...queue.map((row) => row.attempts))
	return {
		calm: queues.filter((queue) => !isSuspect(queue)),
		suspect: queues.filter(isSuspect).sort((one, other) => blame(one) - blame(other)),
	}
}

/** Whether it has waited for another server; otherwise its tries are those of processes that died of it. */
const wasPostponed = ({ outcome }: HeardRow): boolean =>
	outcome !== null && outcome !== leftByTheDead && outcome !== begun

type Dealing = { listening: Listening; commit: Commit; spoke: Spoke; isStopping(): boolean }

/** Deals with one activity; false when its actor's later ones must wait for another try. */
const hear = async ({ listening, commit, spoke, isStopping }: Dealing, row: HeardRow): Promise<boolean> => {
	const { world } = listening
	if (row.attempts > (wasPostponed(row) ? mostAsks : mostTries)) {
		await setAsideHeard(world.db, row, "it was begun several times and never finished")
		return true
	}
	try {
		if (row.outcome === leftByTheDead) await markBegun(world.db, row)
		const hearing = await understand(listening, row)
		await world.ports.failpoint("inbox:understood")
		const outcome = await commit(row, hearing)
		await world.ports.failpoint("inbox:committed")
		log.debug("{type} by {actor}: {outcome}", {
			type: row.type,
			actor: row.actorUri,
			outcome: String(outcome),
		})
		world.wake()
		await spoke(row.signerUri)
		await world.ports.failpoint("inbox:spoken")
		return outcome !== again
	} catch (error) {
		// While the server stops, what fails may fail because of that: it is given back as if it had not been begun.
		if (error instanceof LeaseLost || isStopping()) return false
		// nothing is an activity's fault while the database cannot be written
		if (isDatabasesFault(error)) throw error
		return tryLater(listening, row, error)
	}
}

const tryLater = async ({ world }: Listening, row: HeardRow, error: unknown): Promise<boolean> => {
	const reason = error instanceof Error ? error.message : String(error)
	const early = error instanceof TooEarly
	const mayAsk = error instanceof NotYet && !early
	if (row.attempts >= (mayAsk ? mostAsks : mostTries)) {
		await setAsideHeard(world.db, row, reason)
		if (!(error instanceof NotYet))
			log.error("{type} by {actor} was set aside: {error}", { type: row.type, actor: row.actorUri, error })
		return true
	}
	const waits = early ? limits.earlyTries : limits.hearingTries
	const wait = waits[row.attempts - 1] ?? waits.at(-1)!
	await postponeHeard(world.db, row, new Date(world.ports.now().getTime() + wait), reason)
	// What it waits for may be the next thing its actor said; and nobody waits for a server that is away for long.
	return early || row.attempts >= mostTries
}
