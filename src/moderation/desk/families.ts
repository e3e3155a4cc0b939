import type { EventType } from "../../events.ts"

/** What one decision changes, and another one changes back. */
const families: readonly (readonly EventType[])[] = [
	["post-approved", "post-removed", "post-suspended", "post-restored", "post-unshared"],
	["thread-locked", "thread-unlocked"],
	["post-pinned", "post-unpinned"],
	["member-banned", "ban-lifted"],
	["member-paused", "pause-lifted"],
]

/** The decisions that settle the same as this one; none where it can not be undone. */
export const familyOf = (type: EventType): readonly EventType[] =>
	families.find((family) => family.includes(type)) ?? []

/** Decisions that can be undone, as long as nothing of their family was decided since. */
export const isUndoable = (type: EventType): boolean => type !== "post-unshared" && familyOf(type).length > 0

type Decided = { id: string; type: EventType; postId: string | null; personId: string | null }

/** Which of some decisions, the latest first, still stand and can be undone. */
export const stillStanding = (decisions: readonly Decided[]): Set<string> => {
	const seen = new Set<string>()
	const standing = new Set<string>()
	for (const { id, type, postId, personId } of decisions) {
		const family = familyOf(type)
		if (family.length === 0) continue
		const settled = `${family[0]} ${postId ?? personId}`
		if (!seen.has(settled) && isUndoable(type)) standing.add(id)
		seen.add(settled)
	}
	return standing
}
