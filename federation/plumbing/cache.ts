/** A small memory of recent things: the least recently used one makes room, and nothing is kept longer than it is good for. */
export class Recent<V> {
	readonly #entries = new Map<string, { value: V; until: number }>()
	readonly #most: number
	readonly #now: () => Date

	constructor(most: number, now: () => Date) {
		this.#most = most
		this.#now = now
	}

	get(key: string): V | undefined {
		const entry = this.#entries.get(key)
		if (!entry) return undefined
		this.#entries.delete(key)
		if (entry.until <= this.#now().getTime()) return undefined
		this.#entries.set(key, entry)
		return entry.value
	}

	/** Remembers for some milliseconds. */
	set(key: string, value: V, milliseconds: number): void {
		this.#entries.delete(key)
		this.#entries.set(key, { value, until: this.#now().getTime() + milliseconds })
		if (this.#entries.size > this.#most) this.#entries.delete(this.#entries.keys().next().value!)
	}

	delete(key: string): void {
		this.#entries.delete(key)
	}
}

/** Makes callers who ask for the same thing at the same time share one answer. */
export const singleFlight = <V>(): ((key: string, ask: () => Promise<V>) => Promise<V>) => {
	const flights = new Map<string, Promise<V>>()
	return (key, ask) => {
		const flying = flights.get(key)
		if (flying) return flying
		const flight = ask().finally(() => flights.delete(key))
		flights.set(key, flight)
		return flight
	}
}
