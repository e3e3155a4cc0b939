import { getLogger } from "@logtape/logtape"
import { notify } from "../db/notify.ts"
import { limits } from "./limits.ts"
import type { World } from "./world.ts"

const log = getLogger(["snug", "bell"])
const pause = 50

export type Bell = {
	/** There is something new; with words, where. */
	ring(words?: readonly string[]): void
	/** Rings what is still to be rung. */
	stop(): Promise<void>
}

/**
 * A bell for the other processes that share the database: rung at once, and then at most once in 50 ms. A notice that is
 * lost costs time only, since whoever listens also looks now and then.
 */
export const bell = ({ db, ports }: Pick<World, "db" | "ports">, channel: string): Bell => {
	let callOff: (() => void) | null = null
	let said: Set<string> | "anything" | null = null
	let ringing = Promise.resolve()
	const now = (): void => {
		if (said === null) return
		const words = said === "anything" || said.size > limits.idsNotified ? "" : [...said].join(",")
		said = null
		ringing = notify(db, channel, words).catch((error) => {
			log.debug("could not ring {channel}: {error}", { channel, error })
		})
		callOff = ports.timer(() => {
			callOff = null
			now()
		}, pause)
	}
	return {
		ring(words = []) {
			if (words.length === 0 || said === "anything") said = "anything"
			else said = new Set([...(said ?? []), ...words])
			if (!callOff) now()
		},
		async stop() {
			callOff?.()
			await ringing
			now()
			callOff?.()
			await ringing
		},
	}
}
