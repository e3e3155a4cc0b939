/** What went wrong with one inbox, or one activity for one inbox, since it last went well. Times in milliseconds. */
export type Trouble = {
	/** When it began. */
	since: number
	/** Server errors of a host that may be this activity's own fault. */
	serverErrors: number
	/** How often the inbox declined us, or we could not make the request. */
	refusals: number
	notBefore: number
	/** When the inbox first said that it is gone. */
	goneAt: number | null
}

/**
 * Troubles by key, for the lifetime of a process. After a restart a troubled inbox is asked a few times more, which
 * harms nobody; what a host as a whole did stands in its row.
 */
export class Troubles {
	readonly #known = new Map<string, Trouble>()
	readonly #limit: number

	constructor(limit = 20_000) {
		this.#limit = limit
	}

	of(key: string): Trouble | null {
		return this.#known.get(key) ?? null
	}

	begin(key: string, now: number): Trouble {
		const trouble = this.#known.get(key) ?? {
			since: now,
			serverErrors: 0,
			refusals: 0,
			notBefore: 0,
			goneAt: null,
		}
		this.#known.set(key, trouble)
		if (this.#known.size > this.#limit) this.#known.delete(this.#known.keys().next().value!)
		return trouble
	}

	end(key: string): void {
		this.#known.delete(key)
	}
}
