import { findActorByUri } from "../../db/actors.ts"
import { findMember } from "../../db/members.ts"
import { leaveGroup } from "../../src/groups/leave-group.ts"
import type { Heard, Hearing, Listening } from "../inbox.ts"
import { idOf } from "../translate/reading.ts"

/** Somebody leaves a group, as Mobilizon says it; whoever blocks one leaves it, too. */
export const receiveLeave = async ({ world }: Listening, heard: Heard): Promise<Hearing> => {
	const uri = idOf(heard.json.object)
	return async (tx) => {
		const group = uri ? await findActorByUri(tx, uri) : null
		if (!group?.local || group.kind !== "group" || !(await findMember(tx, group.id, heard.actor.id)))
			return "ignored: it is about nobody they have to do with here"
		const left = await leaveGroup(world, tx, { groupId: group.id, person: heard.actor })
		return left.ok ? "left" : `refused: ${left.reason}`
	}
}
