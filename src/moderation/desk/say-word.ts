import type { Transaction } from "../../../db/connect.ts"
import { record } from "../../../db/events.ts"
import { lockMember } from "../../../db/members.ts"
import { countWords } from "../../../db/person-at-desk.ts"
import { limits } from "../../limits.ts"
import { done, type Result, refused } from "../../result.ts"
import type { World } from "../../world.ts"
import type { PersonDeed } from "../ban-member.ts"
import { actorOf, mayDo, reasonProblem } from "../by.ts"

/**
 * A word from the moderators to somebody, without any consequence: the group says it, they hear it among their
 * notifications or by a direct message, and it stands in the mod log. Answers with the event.
 */
export const sayWord = async (
	world: World,
	tx: Transaction,
	{ groupId, person, by, reason }: Omit<PersonDeed, "heard">,
): Promise<Result<string>> => {
	const problem = reason.trim() === "" ? "A word to somebody needs a few words." : reasonProblem(reason)
	if (problem) return refused("invalid", problem)
	const allowed = await mayDo(tx, by, groupId, "see-desk")
	if (!allowed.ok) return allowed
	if (person.kind !== "person" || person.goneAt) return refused("gone", "They cannot be reached any more.")
	await lockMember(tx, groupId, person.id)
	const now = world.ports.now().getTime()
	const { most, span } = limits.wordsToOne
	if ((await countWords(tx, groupId, person.id, new Date(now - span))) >= most)
		return refused("too-late", "They have heard a good deal today. Please wait until tomorrow.")
	const event = { type: "word-said", groupId, personId: person.id, actorId: actorOf(by), reason } as const
	const all = limits.wordsOfGroup
	if ((await countWords(tx, groupId, null, new Date(now - all.span))) >= all.most)
		return refused("too-late", "The group has said a great deal to people today. Please wait until tomorrow.")
	return done(await record(tx, world.ports, { ...event, facts: {} }))
}
