import { decide, type Policy, type Submission, type Verdict } from "../policy.ts"
import { isStranger } from "./arrivals.ts"
import { morningAfter } from "./morning.ts"

/** A post as it came once; what happened around it is found anew. */
export type Came = {
	authorId: string
	submission: Omit<Submission, "lately">
	/** Whether the group has it now: then its author is known the better for it. */
	taken: boolean
}

const minute = 60_000
const hour = 60 * minute

/**
 * What a policy would have said of posts, given in the order in which they came; nothing is asked and nothing kept. Who was
 * taken in then counts as taken in, since moderators would have let them through.
 */
export const replay = (policy: Policy, all: readonly Came[]): Verdict[] => {
	const { flood, slow, quiet } = policy.rules
	const [strange, turns, known] = [
		[] as number[],
		new Map<string, Date>(),
		new Map<string, { taken: number; since: Date | null }>(),
	]
	let [oldest, wave] = [0, Number.NEGATIVE_INFINITY]
	let night: { from: Date; morning: Date } | null = null
	return all.map(({ authorId, submission, taken }) => {
		const { now } = submission
		const at = now.getTime()
		const before = known.get(authorId) ?? { taken: submission.author.taken, since: submission.author.since }
		const author = { ...submission.author, ...before }
		while (oldest < strange.length && strange[oldest]! <= at - (flood?.minutes ?? 0) * minute) oldest++
		const strangers = Math.min(strange.length - oldest, flood?.strangers ?? 0)
		const line = slow?.whose === "each" ? authorId : "all"
		if (!night || now < night.from || now >= night.morning) {
			const morning = morningAfter(quiet, now)
			night = morning && { from: now, morning }
		}
		const lately = {
			strangers,
			wave: at - wave < hour,
			turn: turns.get(line) ?? null,
			morning: night?.morning ?? null,
		}
		const verdict = decide(policy, { ...submission, author, lately })
		if (flood && verdict.verdict !== "refuse" && isStranger(author, now)) {
			if (lately.wave || strangers >= flood.strangers) wave = at
			strange.push(at)
		}
		const turn = verdict.verdict === "accept" ? now : verdict.verdict === "hold" ? verdict.until : undefined
		if (turn) turns.set(line, turn)
		if (taken) known.set(authorId, { taken: before.taken + 1, since: before.since ?? now })
		return verdict
	})
}
