import type { Cluster } from "./cluster.ts"

/** What every line is given. */
export type Place = {
	quick: boolean
	profile: string | null
	cluster: Cluster
	/** What is done, last first, when the line ends, however it ends. */
	after(undo: () => Promise<unknown>): void
}

/** One measurement of one server. Latencies in milliseconds. */
export type Measured = {
	/** Items a second. */
	value: number
	/** CPU of the server process and of its PostgreSQL, in milliseconds an item; null where /proc is missing. */
	cpu: number | null
	/** The part of it that is PostgreSQL's. */
	database: number | null
	/** CPU of whatever asks and answers the server, in milliseconds an item. */
	generator: number | null
	p50: number
	p99: number
	/** Memory of the server process, in MB. */
	rss: number | null
	/** Further numbers of this line alone. */
	more?: Record<string, number>
}

/** Snug and its floor, measured one after the other. */
export type Pair = { snug: Measured; floor: Measured }

export type Line = {
	name: string
	/** What one item is: `activities/s`, … */
	unit: string
	/** Starts the servers and warms them; each call of what it answers with is one run. */
	open(place: Place): Promise<() => Promise<Pair>>
}

/** Something that is wrong with what a server did, so that its speed means nothing. */
class Wrong extends Error {}

/** @throws Wrong, saying what was expected, unless it holds. */
export const demand = (holds: boolean, complaint: string): void => {
	if (!holds) throw new Wrong(complaint)
}

/** The value below which a fraction of some numbers lies. */
export const quantile = (numbers: ArrayLike<number>, fraction: number): number => {
	const sorted = Float64Array.from(numbers).sort()
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * fraction))] ?? 0
}

/** Asks every few milliseconds until it holds. @throws Wrong when it does not within `patience` milliseconds. */
export const until = async (
	holds: () => Promise<boolean>,
	what: string,
	patience = 240_000,
	every = 40,
): Promise<void> => {
	const end = performance.now() + patience
	while (!(await holds())) {
		demand(performance.now() < end, `after ${patience / 1000} s still not: ${what}`)
		await new Promise((resolve) => setTimeout(resolve, every))
	}
}
