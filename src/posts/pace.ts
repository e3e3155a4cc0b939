import { Tries } from "../accounts/tries.ts"
import type { World } from "../world.ts"

const minutes = 60_000

/** How much of a kind one person here may do in how long; each process counts for itself. */
const limits = {
	/** Posts, answers and edits. */
	words: { most: 30, span: 10 * minutes },
	/** Thanks and emoji, given or taken back. */
	gestures: { most: 120, span: 10 * minutes },
	reports: { most: 20, span: 60 * minutes },
} as const

const names = 20_000
const paces = new WeakMap<World, Record<keyof typeof limits, Tries>>()

/** Whether somebody has done so much of a kind lately that they have to wait; if not, this counts. */
export const isTooFast = (world: World, kind: keyof typeof limits, personId: string): boolean =>
	paceOf(world)[kind].take(personId, world.ports.now()) > 0

const paceOf = (world: World): Record<keyof typeof limits, Tries> => {
	const known = paces.get(world)
	if (known) return known
	const tries = (kind: keyof typeof limits) => new Tries({ ...limits[kind], names })
	const fresh = { words: tries("words"), gestures: tries("gestures"), reports: tries("reports") }
	paces.set(world, fresh)
	return fresh
}
