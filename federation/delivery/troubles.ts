import type { Refused } from "../../db/delivery.ts"
import { limits } from "../../src/limits.ts"

/** What went wrong with one inbox, or one activity for one inbox, since it last went well. Times in milliseconds. */
export type Trouble = {
	/** When it began. */
	since: number
	/** Server errors of a host that may be this activity's own fault. */
	serverErrors: number
	/** How often the inbox declined us. */
	refusals: number
	/** How often we could not even make the request. */
	misfires: number
	notBefore: number
	/** When the inbox first said that it is gone. */
	goneAt: number | null
}

const newTrouble = (now: number): Trouble => ({
	since: now,
	serverErrors: 0,
	refusals: 0,
	misfires: 0,
	notBefore: 0,
	goneAt: null,
})

/** What stands in the database about an inbox or a message, on top of what this process knows; null when all is well. */
export const troubleOf = (row: Refused, known: Trouble | null = null): Trouble | null => {
	if (row.refusals === 0 && row.goneSince === null) return known
	const trouble = known ?? newTrouble(0)
	trouble.refusals = row.refusals
	trouble.goneAt = row.goneSince?.getTime() ?? null
	trouble.notBefore = Math.max(trouble.notBefore, row.nextTryAt?.getTime() ?? 0)
	return trouble
}

/**
 * Troubles of single activities by key, for the lifetime of a process. After a restart such an activity is tried a few
 * times more, which harms nobody; what an inbox or a host as a whole said stands in the database.
 */
export class Troubles {
	readonly #known = new Map<string, Trouble>()
	readonly #limit: number

	constructor(limit: number = limits.troublesKnown) {
		this.#limit = limit
	}

	of(key: string): Trouble | null {
		return this.#known.get(key) ?? null
	}

	begin(key: string, now: number, known: Trouble | null = null): Trouble {
		const trouble = this.#known.get(key) ?? known ?? newTrouble(now)
		if (trouble.since === 0) trouble.since = now
		this.#known.set(key, trouble)
		if (this.#known.size > this.#limit) this.#known.delete(this.#known.keys().next().value!)
		return trouble
	}

	end(key: string): void {
		this.#known.delete(key)
	}
}
