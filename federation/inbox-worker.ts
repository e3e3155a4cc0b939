import { getLogger } from "@logtape/logtape"
import {
	claimHeard,
	finishHeard,
	type HeardRow,
	LeaseLost,
	nextHeardDue,
	postponeHeard,
	releaseHeard,
	setAsideHeard,
} from "../db/inbox.ts"
import { newToken } from "../src/ports.ts"
import { again, type Listening, NotYet } from "./inbox.ts"
import { understand } from "./understand.ts"

const log = getLogger(["snug", "inbox"])

const lease = 60_000
const batch = 100
const atOnce = 6
/** How often an activity may take the process down with it, or fail, before it is set aside. */
const mostTries = 5
const backOff = [1_000, 5_000, 30_000, 300_000]

export type InboxWorker = {
	/** Something new was kept. */
	wake(): void
	/** Finishes what is begun, gives back the rest. */
	stop(): Promise<void>
	/** Resolves when nothing is due now. */
	idle(): Promise<void>
}

/** Works through what was heard: in order for each actor, several actors at once, each activity once. */
export const startInboxWorker = (listening: Listening): InboxWorker => {
	const { db, ports } = listening.world
	let stopping = false
	let timer: NodeJS.Timeout | undefined
	let running: Promise<void> | null = null
	let woken = false

	const runOnce = async (): Promise<number> => {
		const token = newToken()
		const now = ports.now()
		const rows = await claimHeard(db, { token, now, leaseUntil: new Date(now.getTime() + lease), limit: batch })
		const queues = [...Map.groupBy(rows, (row) => row.actorUri).values()]
		await Promise.all(Array.from({ length: atOnce }, () => drain(queues)))
		if (stopping) await releaseHeard(db, token)
		return rows.length
	}

	const drain = async (queues: HeardRow[][]): Promise<void> => {
		for (let queue = queues.pop(); queue && !stopping; queue = queues.pop())
			for (const row of queue) if (stopping || !(await hear(listening, row))) break
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
		clearTimeout(timer)
		const wait = due ? Math.max(due.getTime() - ports.now().getTime(), 10) : 30_000
		if (!stopping) timer = setTimeout(wake, Math.min(wait, 30_000))
	}

	wake()
	return {
		wake,
		async stop() {
			stopping = true
			clearTimeout(timer)
			await running
		},
		async idle() {
			while (running) await running
		},
	}
}

/** Deals with one activity; false when its actor's later ones must wait for another try. */
const hear = async (listening: Listening, row: HeardRow): Promise<boolean> => {
	const { world } = listening
	try {
		const hearing = await understand(listening, row)
		const outcome = await world.db.transaction(async (tx) => {
			const outcome = await hearing(tx)
			await finishHeard(tx, row, outcome === again ? null : outcome)
			return outcome
		})
		await world.ports.failpoint("inbox:committed")
		log.debug("{type} by {actor}: {outcome}", { type: row.type, actor: row.actorUri, outcome: String(outcome) })
		world.wake()
		return outcome !== again
	} catch (error) {
		if (error instanceof LeaseLost) return false
		return tryLater(listening, row, error)
	}
}

const tryLater = async ({ world }: Listening, row: HeardRow, error: unknown): Promise<boolean> => {
	const reason = error instanceof Error ? error.message : String(error)
	if (row.attempts >= mostTries) {
		await setAsideHeard(world.db, row, reason)
		if (!(error instanceof NotYet)) log.error("{type} by {actor} was set aside: {error}", { type: row.type, actor: row.actorUri, error })
		return true
	}
	const wait = backOff[row.attempts - 1] ?? backOff.at(-1)!
	await postponeHeard(world.db, row, new Date(world.ports.now().getTime() + wait), reason)
	return false
}
