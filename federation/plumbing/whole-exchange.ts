import type { NetworkAnswer } from "../../src/ports.ts"
import { NetworkFailure } from "./network-failure.ts"

/** The time one exchange may take, from the look-up of the name to the last byte of the body. */
export class Whole {
	readonly #controller = new AbortController()
	readonly #timer: NodeJS.Timeout
	readonly #outer: AbortSignal | undefined
	readonly #abort = (): void => this.#controller.abort(this.#outer?.reason)

	constructor(milliseconds: number, outer?: AbortSignal) {
		this.#timer = setTimeout(() => {
			this.#controller.abort(new NetworkFailure("timeout", "no complete answer in time"))
		}, milliseconds)
		this.#outer = outer
		if (outer?.aborted) this.#abort()
		outer?.addEventListener("abort", this.#abort, { once: true })
	}

	get signal(): AbortSignal {
		return this.#controller.signal
	}

	/** The answer, unless the time is up first; its body stays under the same clock until it is closed. */
	hold(sent: Promise<NetworkAnswer>): Promise<NetworkAnswer> {
		const { signal } = this
		return new Promise<NetworkAnswer>((resolve, reject) => {
			// while a connection is being made undici does not hear the signal, so the caller is let go here
			const giveUp = () => reject(signal.reason)
			if (signal.aborted) giveUp()
			signal.addEventListener("abort", giveUp, { once: true })
			sent.then(
				(answer) => {
					answer.body.once("close", () => this.#end())
					// nobody may be listening when the time is up after an answer was given away
					if (signal.aborted) answer.body.on("error", () => {}).destroy()
					resolve(answer)
				},
				(error) => {
					this.#end()
					reject(error)
				},
			)
		})
	}

	#end(): void {
		clearTimeout(this.#timer)
		this.#outer?.removeEventListener("abort", this.#abort)
	}
}
