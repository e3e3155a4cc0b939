import type { Transaction } from "../../../db/connect.ts"
import { record } from "../../../db/events.ts"
import { lockMember } from "../../../db/members.ts"
import { deletePause, findPause } from "../../../db/pauses.ts"
import { done, type Result, refused } from "../../result.ts"
import type { World } from "../../world.ts"
import type { PersonDeed } from "../ban-member.ts"
import { actorOf, mayDo, reasonProblem } from "../by.ts"

/** A pause ends before its time: they may write again. */
export const liftPause = async (
	world: World,
	tx: Transaction,
	{ groupId, person, by, reason }: PersonDeed,
): Promise<Result> => {
	const problem = reasonProblem(reason)
	if (problem) return refused("invalid", problem)
	const allowed = await mayDo(tx, by, groupId, "pause-member")
	if (!allowed.ok) return allowed
	await lockMember(tx, groupId, person.id)
	const pause = await findPause(tx, groupId, person.id)
	await deletePause(tx, groupId, person.id)
	if (!pause || pause.until <= world.ports.now())
		return refused("not-found", "They may write; nothing is to be lifted.")
	const event = { groupId, personId: person.id, actorId: actorOf(by), reason } as const
	await record(tx, world.ports, { type: "pause-lifted", ...event })
	return done(undefined)
}
