import type { Transaction } from "../../db/connect.ts"
import { record } from "../../db/events.ts"
import { countFilters, deleteFilter, upsertFilter } from "../../db/moderation.ts"
import { limits } from "../limits.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"
import { actorOf, type By, mayDo } from "./by.ts"
import { patternProblem } from "./policy/patterns.ts"

export type FilterDeed = {
	groupId: string | null
	word: string
	/** It is a pattern (RE2), not a word. */
	pattern?: boolean
	effect: "hold" | "refuse" | null
	by: By
	reason: string
}

/** A word that makes posts wait for a moderator, or keeps them out; null takes the word off the list. */
export const changeFilter = async (
	world: World,
	tx: Transaction,
	deed: FilterDeed,
): Promise<Result<string>> => {
	const { groupId, effect, by, reason, pattern = false } = deed
	const typed = deed.word.normalize("NFC").trim()
	const word = pattern ? typed : typed.toLowerCase()
	if (word.length < 2 || word.length > limits.filterWord)
		return refused("invalid", "A filter has 2 to 100 characters.")
	const problem = pattern && effect ? patternProblem(word) : null
	if (problem) return refused("invalid", problem)
	if (!groupId && by !== "operator")
		return refused("forbidden", "Only the operator decides for the whole server.")
	const allowed = groupId ? await mayDo(tx, by, groupId, "set-filter") : done(undefined)
	if (!allowed.ok) return allowed
	if (effect && (await countFilters(tx, groupId)) >= limits.filters)
		return refused("invalid", `There are ${limits.filters} filters already.`)
	if (effect && pattern && (await countFilters(tx, groupId, "patterns")) >= limits.patterns)
		return refused("invalid", `There are ${limits.patterns} patterns already.`)
	if (effect) await upsertFilter(tx, { id: world.ports.newId(), groupId, word, effect, pattern })
	else if (!(await deleteFilter(tx, groupId, word))) return refused("not-found", `${word} is not filtered.`)
	await record(tx, world.ports, {
		type: "filter-changed",
		groupId,
		actorId: actorOf(by),
		reason,
		facts: { word, effect },
	})
	return done(word)
}
