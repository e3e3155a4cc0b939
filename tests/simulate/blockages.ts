import type { Slot } from "../../db/connection/slot.ts"
import type { Outcome } from "./memory.ts"
import type { Scheduler } from "./scheduler.ts"

/** A session of PostgreSQL's, and whether a transaction is open in it. */
export type Seat = { slot: Slot; pid: number; inTransaction: boolean }
type Statement = { text: string; parameters: readonly unknown[]; shape: "rows" | "values" }
type Parked = { seat: Seat; begun: Promise<Outcome>; settle: (outcome: Outcome) => void }

const patience = 3
/** Longer than PostgreSQL waits until it looks for a deadlock, here. */
const untilDeadlockIsFound = 60

/** What becomes of it within a moment, or null. */
const soon = (begun: Promise<Outcome>): Promise<Outcome | null> =>
	new Promise((resolve) => {
		const timer = setTimeout(() => resolve(null), patience)
		void begun.then((outcome) => {
			clearTimeout(timer)
			resolve(outcome)
		})
	})

/**
 * Statements that wait for a lock of somebody else's. They are laid aside, so that others can go on, and taken up when
 * the lock is free; which of them wait is asked of PostgreSQL, never guessed from the time they take.
 */
export class Blockages {
	readonly monitor: Slot
	readonly #scheduler: Scheduler
	readonly #parked: Parked[] = []
	/** How often something had to wait. */
	count = 0

	constructor(monitor: Slot, scheduler: Scheduler) {
		this.monitor = monitor
		this.#scheduler = scheduler
	}

	has(seat: Seat): boolean {
		return this.#parked.some((one) => one.seat === seat)
	}

	/** Runs a statement, or lays it aside; `settle` is told what became of it, now or then. */
	async run(seat: Seat, { text, parameters, shape }: Statement, settle: Parked["settle"]): Promise<void> {
		const begun: Promise<Outcome> = seat.slot.run(text, parameters, shape).then(
			(answer) => ({ answer }),
			(error: unknown) => ({ error }),
		)
		const outcome = await this.#outcomeOf(seat, begun)
		if (!outcome) {
			this.count++
			this.#parked.push({ seat, begun, settle })
			return
		}
		if (/^\s*begin/i.test(text)) seat.inTransaction = true
		if (/^\s*(commit|rollback(?! to))/i.test(text)) seat.inTransaction = false
		settle(outcome)
		if (!seat.inTransaction || /^\s*rollback/i.test(text)) await this.#takeUp()
	}

	/** Forgets what sessions wait for; their statements are cut off. */
	async dropAll(seats: Seat[]): Promise<void> {
		const dropped = this.#parked.filter(({ seat }) => seats.includes(seat))
		for (const one of dropped) {
			this.#parked.splice(this.#parked.indexOf(one), 1)
			await this.monitor.run("select pg_cancel_backend($1)", [one.seat.pid])
			await one.begun
			await one.seat.slot.run("rollback")
		}
	}

	/** Null when it waits for somebody who is not waiting themselves. */
	async #outcomeOf(seat: Seat, begun: Promise<Outcome>): Promise<Outcome | null> {
		let circular = 0
		for (;;) {
			const outcome = await soon(begun)
			if (outcome) return outcome
			const by = await this.#blockersOf(seat)
			if (by.length === 0) continue
			const inCircle = by.some((pid) => this.#parked.some((one) => one.seat.pid === pid))
			circular += patience
			if (!inCircle || circular > untilDeadlockIsFound) return null
		}
	}

	async #blockersOf({ pid }: Seat): Promise<number[]> {
		const rows = await this.monitor.run(
			`select unnest(pg_blocking_pids($1)) as pid where exists (
				select 1 from pg_locks where pid = $1 and not granted)`,
			[pid],
		)
		return (rows as unknown as { pid: number }[]).map((row) => row.pid)
	}

	/** Something was let go of: whoever waited for it goes on, the first come first. */
	async #takeUp(): Promise<void> {
		for (const one of [...this.#parked]) {
			const outcome = await this.#outcomeOf(one.seat, one.begun)
			if (!outcome || !this.#parked.includes(one)) continue
			this.#parked.splice(this.#parked.indexOf(one), 1)
			this.#scheduler.after(0.1, `a lock is free`, async () => {
				one.settle(outcome)
				if (!one.seat.inTransaction) await this.#takeUp()
			})
		}
	}
}
