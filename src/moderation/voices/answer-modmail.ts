import type { Transaction } from "../../../db/connect.ts"
import { record } from "../../../db/events.ts"
import { insertModmailMessage, lockModmail, markModmail } from "../../../db/modmail.ts"
import { done, type Result, refused } from "../../result.ts"
import type { World } from "../../world.ts"
import { actorOf, type By, mayDo } from "../by.ts"
import { wordsProblem } from "./write-to-moderators.ts"

/** A moderator answers somebody who wrote to the group: in its name, so that it does not matter which of them it was. */
export const answerModmail = async (
	world: World,
	tx: Transaction,
	{ groupId, modmailId, by, html }: { groupId: string; modmailId: string; by: By; html: string },
): Promise<Result> => {
	const problem = wordsProblem(html)
	if (problem) return refused("invalid", problem)
	const allowed = await mayDo(tx, by, groupId, "answer-modmail")
	if (!allowed.ok) return allowed
	const letters = await lockModmail(tx, groupId, modmailId)
	if (!letters) return refused("not-found", "There are no such letters.")
	const [now, id, moderatorId] = [world.ports.now(), world.ports.newId(), actorOf(by)]
	await insertModmailMessage(tx, { id, modmailId, byGroup: true, moderatorId, html, createdAt: now })
	await markModmail(tx, modmailId, { activeAt: now, closedAt: null })
	await record(tx, world.ports, {
		type: "modmail-answered",
		groupId,
		personId: letters.personId,
		actorId: moderatorId,
		facts: { modmailId, messageId: id },
	})
	return done(undefined)
}
