type Window = { taken: number; ends: number }

/** Counts tries under a name: so many within a span, then none until it ends. Of too many names the oldest is forgotten. */
export class Tries {
	readonly #windows = new Map<string, Window>()
	readonly #most: number
	readonly #span: number
	readonly #names: number

	/** `span` is in milliseconds. */
	constructor({ most, span, names }: { most: number; span: number; names: number }) {
		this.#most = most
		this.#span = span
		this.#names = names
	}

	/** Takes one try; answers 0, or for how many milliseconds there is none. */
	take(name: string, now: Date): number {
		const at = now.getTime()
		const known = this.#windows.get(name)
		if (!known || known.ends <= at) {
			this.#windows.delete(name)
			this.#windows.set(name, { taken: 1, ends: at + this.#span })
			if (this.#windows.size > this.#names) this.#windows.delete(this.#windows.keys().next().value!)
			return 0
		}
		if (known.taken >= this.#most) return known.ends - at
		known.taken++
		return 0
	}

	/** A try that succeeded does not count. */
	giveBack(name: string): void {
		const known = this.#windows.get(name)
		if (known) known.taken--
	}
}
