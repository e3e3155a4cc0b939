import { getLogger } from "@logtape/logtape"
import type { Ports } from "./ports.ts"

const log = getLogger(["snug", "schedule"])
const minute = 60_000

export type Repeated = {
	/** There may be something to do earlier than was thought. */
	soon(): void
	/** Waits for what is under way, and does no more. */
	stop(): Promise<void>
}

/**
 * Does something again and again, never twice at a time: first after some milliseconds, then whenever it says itself, a
 * minute after it failed; and `soon` milliseconds after somebody said that there is something.
 */
export const repeat = (
	ports: Pick<Ports, "timer">,
	{ first, soon }: { first: number; soon: number },
	work: () => Promise<number>,
): Repeated => {
	let callOff = (): void => {}
	let [early, busy, stopped] = [false, false, false]
	let running: Promise<void> = Promise.resolve()
	const later = (milliseconds: number): void => {
		if (stopped) return
		callOff()
		callOff = ports.timer(() => {
			running = run()
		}, milliseconds)
	}
	const run = async (): Promise<void> => {
		;[early, busy] = [false, true]
		let wait = minute
		try {
			wait = await work()
		} catch (error) {
			log.warning("What happens unasked waits for a while: {error}", { error })
		}
		busy = false
		later(early ? Math.min(wait, soon) : wait)
	}
	later(first)
	return {
		soon() {
			if (early) return
			early = true
			if (!busy) later(soon)
		},
		async stop() {
			stopped = true
			callOff()
			await running
		},
	}
}
