import { isDatabasesFault } from "../db/database-errors.ts"
import { finishHeard, type HeardRow } from "../db/inbox.ts"
import { leftByTheDead } from "../db/presence.ts"
import { limits } from "../src/limits.ts"
import type { World } from "../src/world.ts"
import { again, type Hearing } from "./inbox.ts"

type Outcome = Awaited<ReturnType<Hearing>>
type Waiting = {
	row: HeardRow
	hearing: Hearing
	resolve(outcome: Outcome): void
	reject(error: unknown): void
}

/** Does what an activity asks for and marks it as dealt with, in one transaction; resolves after the commit. */
export type Commit = (row: HeardRow, hearing: Hearing) => Promise<Outcome>

/**
 * Commits activities that have nothing to do with each other in one transaction. Whenever that fails, each of them is
 * begun anew in a transaction of its own, so that one that cannot be dealt with holds up nobody else.
 */
export const commitTogether = (world: World): Commit => {
	const alone = gate(limits.heardAlone)
	let waiting: Waiting[] = []
	let running = false

	const run = async (): Promise<void> => {
		running = true
		while (waiting.length > 0) {
			const [now, later] = disjoint(waiting)
			waiting = later
			await commitAll(now)
		}
		running = false
	}

	const commitAll = async (all: Waiting[]): Promise<void> => {
		try {
			const outcomes = await inOne(world, all)
			for (const [index, { resolve }] of all.entries()) resolve(outcomes[index]!)
		} catch (error) {
			if (all.length === 1 || isDatabasesFault(error)) for (const { reject } of all) reject(error)
			else await Promise.all(all.map((one) => commitAlone(one).then(one.resolve, one.reject)))
		}
	}

	const commitAlone = (one: Pick<Waiting, "row" | "hearing">): Promise<Outcome> =>
		alone(async () => (await inOne(world, [one]))[0]!)

	return (row, hearing) => {
		// Whatever may have brought a process down is dealt with by itself.
		if (!hearing.changes || row.outcome === leftByTheDead) return commitAlone({ row, hearing })
		return new Promise((resolve, reject) => {
			waiting.push({ row, hearing, resolve, reject })
			if (waiting.length === 1 && !running) setImmediate(() => !running && void run())
		})
	}
}

const inOne = (world: World, all: Pick<Waiting, "row" | "hearing">[]): Promise<Outcome[]> =>
	world.db.transaction(async (tx) => {
		const settled = await Promise.allSettled(
			all.map(async ({ row, hearing }) => {
				const outcome = await hearing(tx)
				await finishHeard(tx, row, outcome === again ? null : outcome)
				await world.ports.failpoint("inbox:before-commit")
				return outcome
			}),
		)
		// None may still be at it when the transaction ends.
		return settled.map((one) => {
			if (one.status === "rejected") throw one.reason
			return one.value
		})
	})

/** As many as may go together, in their order, and the rest: no two of them change the same thing. */
const disjoint = (waiting: Waiting[]): [now: Waiting[], later: Waiting[]] => {
	const changed = new Set<string>()
	const [now, later]: [Waiting[], Waiting[]] = [[], []]
	for (const one of waiting) {
		const changes = one.hearing.changes ?? []
		const fits = now.length < limits.heardTogether && !changes.some((change) => changed.has(change))
		for (const change of changes) changed.add(change)
		if (fits) now.push(one)
		else later.push(one)
	}
	return [now, later]
}

/** Lets so many pieces of work go on at a time, the others after them in their order. */
const gate = (width: number) => {
	const queue: (() => void)[] = []
	let inside = 0
	return async <T>(work: () => Promise<T>): Promise<T> => {
		if (inside >= width) await new Promise<void>((resolve) => queue.push(resolve))
		else inside++
		try {
			return await work()
		} finally {
			const next = queue.shift()
			if (next) next()
			else inside--
		}
	}
}
