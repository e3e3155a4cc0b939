import { getLogger } from "@logtape/logtape"
import { releaseAll } from "../../db/delivery.ts"
import { pause } from "../../src/ports.ts"
import { cycle, flush } from "./cycle.ts"
import { dispatch } from "./deliver.ts"
import { hasWork, type Lane, wantsMore } from "./lane.ts"
import { nextDue, nextSends } from "./next-sends.ts"
import { type DeliveryOptions, newWork, outcomesWaiting, timeOf, type Work, want } from "./work.ts"

export type { DeliveryOptions } from "./work.ts"

export type Delivery = {
	/** There is something new in these groups' logs, or anywhere; single messages are looked for as well. */
	wake(groupIds?: readonly string[]): void
	/** Resolves when nothing is under way and nothing is due now; what backs off does not count. */
	idle(): Promise<void>
	/** Ends: lets requests finish for a few seconds, writes what became of them and gives the leases up. */
	stop(): Promise<void>
}

const logger = getLogger(["snug", "delivery"])
// Acknowledgements gather this long before they are written together.
const gathering = 25
const retryDatabase = 500
const patience = 4000

/** Delivers what logs and messages hold to other servers, a lane per host (docs/decisions/0005), until stopped. */
export const startDelivery = (options: DeliveryOptions): Delivery => new Running(newWork(options))

class Running implements Delivery {
	readonly #work: Work
	readonly #ready = new Set<Lane>()
	#callOff = (): void => {}
	/** How long the timer was set for. */
	#waits = Number.POSITIVE_INFINITY
	#turning: Promise<void> | null = null
	#again = false
	#idle: (() => void)[] = []

	constructor(work: Work) {
		this.#work = work
		this.#schedule(0)
	}

	wake(groupIds: readonly string[] = []): void {
		want(this.#work, groupIds.length > 0 ? groupIds : null)
		for (const lane of this.#work.lanes.values()) lane.stale = true
		this.#schedule(0)
	}

	idle(): Promise<void> {
		const idle = new Promise<void>((resolve) => this.#idle.push(resolve))
		this.wake()
		return idle
	}

	async stop(): Promise<void> {
		const work = this.#work
		work.stopping = true
		this.#callOff()
		await this.#turning
		for (let waited = 0; work.inFlight > 0 && waited < patience; waited += 20)
			await pause(work.options.ports, 20)
		work.ended = true
		try {
			await flush(work)
			await work.options.db.transaction((tx) => releaseAll(tx, work.owner))
			await work.options.ports.failpoint("deliver:released")
		} catch (error) {
			logger.warn("leases are left to end by themselves: {error}", { error })
		}
		for (const resolve of this.#idle.splice(0)) resolve()
	}

	// A timer only decides when to look; what is due is decided by ports.now, whose clock may be put forward meanwhile.
	#schedule(delay: number): void {
		if (this.#work.stopping) return
		if (this.#turning) this.#again ||= delay <= gathering
		else if (delay < this.#waits) {
			this.#callOff()
			this.#waits = delay
			this.#callOff = this.#work.options.ports.timer(() => this.#turn(), delay)
		}
	}

	#turn(): void {
		this.#waits = Number.POSITIVE_INFINITY
		this.#again = false
		this.#turning = this.#once().then((next) => {
			this.#turning = null
			this.#schedule(this.#again ? Math.min(next, gathering) : next)
		})
	}

	/** One turn; answers with the milliseconds until the next. */
	async #once(): Promise<number> {
		const work = this.#work
		try {
			for (const lane of await cycle(work)) this.#ready.add(lane)
			// what stands still may have waited for its time, or for the database
			for (const lane of work.lanes.values()) if (lane.flying === 0) this.#ready.add(lane)
			work.healthy = true
		} catch (error) {
			work.healthy = false
			logger.warn("the delivery lanes cannot reach the database: {error}", { error })
			return retryDatabase
		}
		this.#dispatchReady()
		this.#tellIdle()
		return this.#untilNext()
	}

	#dispatchReady(): void {
		const work = this.#work
		for (const lane of this.#ready) {
			if (work.inFlight >= work.options.inFlight) return
			this.#ready.delete(lane)
			dispatch(work, lane, this.#changed)
		}
	}

	readonly #changed = (lane: Lane): void => {
		if (!lane.lost) this.#ready.add(lane)
		this.#dispatchReady()
		this.#schedule(gathering)
	}

	#untilNext(): number {
		const work = this.#work
		if (outcomesWaiting(work) > 0 || work.wanted !== null) return gathering
		const now = timeOf(work)
		let next = Math.min(work.sweepAt, work.dueAt)
		if (work.lanes.size > 0) next = Math.min(next, work.renewAt)
		for (const lane of work.lanes.values()) {
			if (lane.flying > 0) continue
			if (wantsMore(lane)) return gathering
			next = Math.min(next, nextDue(lane, now) ?? next)
		}
		return Math.max(next - now, 1)
	}

	#tellIdle(): void {
		const work = this.#work
		if (this.#idle.length === 0 || this.#again || work.wanted !== null || outcomesWaiting(work) > 0) return
		const now = timeOf(work)
		for (const lane of work.lanes.values()) {
			if (lane.flying > 0 || wantsMore(lane) || (lane.nodeinfo === "due" && hasWork(lane))) return
			if (nextSends(lane, now, 1).length > 0) return
		}
		for (const resolve of this.#idle.splice(0)) resolve()
	}
}
