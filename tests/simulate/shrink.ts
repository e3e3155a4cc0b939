import type { Acquainted } from "./acquaint.ts"
import type { Place } from "./place.ts"
import type { Plan } from "./plan.ts"
import { type Outcome, run } from "./run.ts"
import type { Violation } from "./stage.ts"

/**
 * Looks for a shorter plan that breaks the same invariant: halves of the steps are left out, then quarters, and so on, as
 * long as it still fails, for so many tries at most; then bad weather and wrong clocks, if they do not matter.
 */
export const shrink = async (
	place: Place,
	acquainted: Acquainted,
	plan: Plan,
	violations: Violation[],
	tries: number,
	progress: (line: string) => void,
): Promise<Outcome & { plan: Plan }> => {
	const wanted = new Set(violations.map(({ invariant }) => invariant))
	let best: (Outcome & { plan: Plan }) | null = null
	let left = tries
	const attempt = async (smaller: Plan): Promise<boolean> => {
		if (left-- <= 0) return false
		progress(`shrinking: ${smaller.steps.length} deeds, ${left} tries left`)
		const outcome = await run(place, acquainted, smaller)
		if (!outcome.violations.some(({ invariant }) => wanted.has(invariant))) return false
		best = { ...outcome, plan: smaller }
		return true
	}
	let now = plan
	const calm = { lost: 0, answerLost: 0, twice: 0, slow: 0, latency: now.weather.latency }
	for (const change of [{ weather: calm }, { skews: now.skews.map(() => 0) }]) {
		const calmer = { ...now, ...change }
		if (await attempt(calmer)) now = calmer
	}
	for (let size = Math.ceil(now.steps.length / 2); size >= 1 && left > 0; size = Math.floor(size / 2)) {
		for (let from = 0; from < now.steps.length && left > 0; ) {
			const steps = now.steps.toSpliced(from, size)
			if (await attempt({ ...now, steps })) now = { ...now, steps }
			else from += size
		}
	}
	progress("")
	return best ?? { ...(await run(place, acquainted, plan)), plan }
}
