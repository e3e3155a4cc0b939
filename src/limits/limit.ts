/** Who notices that there is a limit: another server, somebody here or at a page, or who runs the server. */
type Meets = "peer" | "person" | "operator"

/** Something may happen so often in a span of milliseconds. */
type Rate = { readonly most: number; readonly span: number }

/** How a value is meant. Times are milliseconds; several of them are the waits between one try and the next. */
export type Unit =
	| "bytes"
	| "time"
	| "characters"
	| "levels"
	| "things"
	| "a second"
	| "bits"
	| "times"
	| "requests"

/** One line of the table: how much of what, and what happens beyond it. */
export type Limit<V = number | Rate | readonly number[]> = {
	readonly meets: Meets
	readonly value: V
	readonly unit: Unit
	/** What it bounds. */
	readonly bounds: string
	/** What happens beyond it, or when it is reached. */
	readonly beyond: string
}

type Line = <const V extends Limit["value"]>(value: V, unit: Unit, bounds: string, beyond: string) => Limit<V>

const metBy =
	(meets: Meets): Line =>
	(value, unit, bounds, beyond) => ({ meets, value, unit, bounds, beyond })

export const peer = metBy("peer")
export const person = metBy("person")
export const operator = metBy("operator")

export const second = 1000
export const minute = 60 * second
export const hour = 60 * minute
export const day = 24 * hour
export const kib = 1024
export const mib = 1024 * kib
