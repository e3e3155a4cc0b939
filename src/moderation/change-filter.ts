import type { Transaction } from "../../db/connect.ts"
import { record } from "../../db/events.ts"
import { countFilters, deleteFilter, listFilters, upsertFilter } from "../../db/moderation.ts"
import { limits } from "../limits.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"
import { actorOf, type By, mayDo } from "./by.ts"
import { patternProblem, sizeOf } from "./policy/patterns.ts"

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
	if (effect && pattern && (await sizeWith(tx, groupId, word)) > limits.patternsSize)
		return refused("invalid", "Together with the others this pattern is too large. Make one of them simpler.")
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

/** How large the patterns of a list are with one more: all are looked for in each post, while everybody waits. */
const sizeWith = async (tx: Transaction, groupId: string | null, word: string): Promise<number> => {
	const known = (await listFilters(tx, groupId)).filter(({ pattern }) => pattern)
	return sizeOf([...new Set([...known.map((filter) => filter.word), word])])
}
