import { Tries } from "../accounts/tries.ts"
import { limits } from "../limits.ts"
import type { World } from "../world.ts"

/** How much of a kind one person here may do in how long; each process counts for itself. */
const paced = {
	/** Posts, answers and edits. */
	words: limits.wordsPace,
	/** Thanks and emoji, given or taken back. */
	gestures: limits.gesturesPace,
	reports: limits.reportsPace,
	/** Posts elsewhere, looked up to be quoted. */
	quotes: limits.quotesPace,
	/** People elsewhere, looked up to be named. */
	names: limits.namesPace,
	/** Pictures brought, sent with something or not. */
	pictures: limits.mediaPace,
} as const

const names = limits.namesCounted
const paces = new WeakMap<World, Record<keyof typeof paced, Tries>>()

/** Whether somebody has done so much of a kind lately that they have to wait; if not, this counts. */
export const isTooFast = (world: World, kind: keyof typeof paced, personId: string): boolean =>
	paceOf(world)[kind].take(personId, world.ports.now()) > 0

const paceOf = (world: World): Record<keyof typeof paced, Tries> => {
	const known = paces.get(world)
	if (known) return known
	const tries = (kind: keyof typeof paced) => new Tries({ ...paced[kind], names })
	const fresh = {
		words: tries("words"),
		gestures: tries("gestures"),
		reports: tries("reports"),
		quotes: tries("quotes"),
		names: tries("names"),
		pictures: tries("pictures"),
	}
	paces.set(world, fresh)
	return fresh
}
