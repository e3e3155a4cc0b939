import type { Transaction } from "../../../db/connect.ts"
import { record } from "../../../db/events.ts"
import { lockModmail, markModmail } from "../../../db/modmail.ts"
import { done, type Result, refused } from "../../result.ts"
import type { World } from "../../world.ts"
import { actorOf, type By, mayDo } from "../by.ts"

/** A moderator says that nothing more is to be done about some letters. Another word of the person takes them up again. */
export const closeModmail = async (
	world: World,
	tx: Transaction,
	{ groupId, modmailId, by }: { groupId: string; modmailId: string; by: By },
): Promise<Result> => {
	const allowed = await mayDo(tx, by, groupId, "answer-modmail")
	if (!allowed.ok) return allowed
	const letters = await lockModmail(tx, groupId, modmailId)
	if (!letters) return refused("not-found", "There are no such letters.")
	if (letters.closedAt) return refused("too-late", "They are put away already.")
	await markModmail(tx, modmailId, { closedAt: world.ports.now() })
	await record(tx, world.ports, {
		type: "modmail-closed",
		groupId,
		personId: letters.personId,
		actorId: actorOf(by),
		facts: { modmailId },
	})
	return done(undefined)
}
