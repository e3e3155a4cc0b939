import { DatabaseUnavailable, isPassing } from "../database-errors.ts"
import type { Slot } from "./slot.ts"

/** The moment at which a call is given up, told to whoever holds it then. */
export type Deadline = { passed: Error | null; onPassing: ((cause: Error) => void) | null }

type Waiting = { since: number; take: (slot: Slot) => void; refuse: (cause: Error) => void }

export type PoolSettings = {
	open: () => Promise<Slot>
	size: number
	/** Milliseconds to wait for a free slot before the call fails. */
	longestWait: number
	/** Milliseconds during which a refused connection is tried again, as while the server restarts. */
	persistence: number
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
const closed = () => new DatabaseUnavailable("closed", "The database connections were closed.")

/** A fixed number of sessions, lent to one borrower at a time. A dead one is thrown away and replaced when needed. */
export class Pool {
	readonly #settings: PoolSettings
	readonly #slots = new Set<Slot>()
	readonly #idle: Slot[] = []
	readonly #waiting = new Set<Waiting>()
	#opening = 0
	#closed = false
	#onEmpty: (() => void) | null = null

	constructor(settings: PoolSettings) {
		this.#settings = settings
	}

	/** Lends a session. Fails when none is free in time, when the deadline passes, or when none can be opened. */
	borrow(deadline: Deadline): Promise<Slot> {
		if (this.#closed) return Promise.reject(closed())
		if (deadline.passed) return Promise.reject(deadline.passed)
		const idle = this.#idle.pop()
		if (idle) return Promise.resolve(idle)
		return new Promise<Slot>((resolve, reject) => {
			const busy = () =>
				waiting.refuse(new DatabaseUnavailable("busy", "No database connection was free in time."))
			const timer = setTimeout(busy, this.#settings.longestWait)
			const settle = () => {
				clearTimeout(timer)
				deadline.onPassing = null
				this.#waiting.delete(waiting)
			}
			const waiting: Waiting = {
				since: performance.now(),
				take: (slot) => {
					settle()
					resolve(slot)
				},
				refuse: (cause) => {
					settle()
					reject(cause)
				},
			}
			deadline.onPassing = waiting.refuse
			this.#waiting.add(waiting)
			this.#openMore()
		})
	}

	/** Milliseconds that the first in line has waited; 0 when nobody waits. */
	queueAge(): number {
		const first = this.#waiting.values().next().value
		return first ? performance.now() - first.since : 0
	}

	/** Takes a session back: to the next who waits, to rest, or away if it died. */
	giveBack(slot: Slot): void {
		const next = this.#waiting.values().next().value
		if (slot.dead) this.#openMore()
		else if (next) next.take(slot)
		else if (this.#closed) slot.end().then(() => this.#forget(slot))
		else this.#idle.push(slot)
	}

	/** Lends nothing more, lets what is under way finish for at most `limit` milliseconds, then cuts it off. */
	async close(limit: number): Promise<void> {
		this.#closed = true
		for (const waiting of [...this.#waiting]) waiting.refuse(closed())
		const resting = this.#idle.splice(0)
		await Promise.all(resting.map((slot) => slot.end().then(() => this.#forget(slot))))
		if (this.#slots.size === 0 && this.#opening === 0) return
		const empty = new Promise<void>((resolve) => {
			this.#onEmpty = resolve
		})
		const timer = setTimeout(() => this.#cutAll(), limit)
		await empty
		clearTimeout(timer)
	}

	#cutAll(): void {
		for (const slot of [...this.#slots]) slot.destroy(closed())
	}

	#forget(slot: Slot): void {
		this.#slots.delete(slot)
		const at = this.#idle.indexOf(slot)
		if (at >= 0) this.#idle.splice(at, 1)
		if (this.#slots.size === 0 && this.#opening === 0) this.#onEmpty?.()
	}

	#openMore(): void {
		while (this.#opening < this.#waiting.size && this.#slots.size + this.#opening < this.#settings.size) {
			this.#opening++
			this.#open().then(
				(slot) => this.#welcome(slot),
				(error: Error) => this.#lament(error),
			)
		}
	}

	async #open(): Promise<Slot> {
		const { open, persistence } = this.#settings
		let giveUp = false
		const timer = setTimeout(() => {
			giveUp = true
		}, persistence)
		try {
			for (let wait = 25; ; wait = Math.min(wait * 2, 400)) {
				try {
					return await open()
				} catch (error) {
					if (giveUp || this.#closed || this.#waiting.size === 0 || !isPassing(error)) throw error
					await pause(wait)
				}
			}
		} finally {
			clearTimeout(timer)
		}
	}

	#welcome(slot: Slot): void {
		this.#opening--
		this.#slots.add(slot)
		slot.onDeath = () => {
			this.#forget(slot)
			this.#openMore()
		}
		if (slot.dead) this.#forget(slot)
		this.giveBack(slot)
	}

	// Who waits may still be served by a session that is alive; when none is, none of them will be.
	#lament(error: Error): void {
		this.#opening--
		if (this.#slots.size === 0) for (const waiting of [...this.#waiting]) waiting.refuse(error)
		if (this.#slots.size === 0 && this.#opening === 0) this.#onEmpty?.()
	}
}
