import type { Transaction } from "../../db/connect.ts"
import { record } from "../../db/events.ts"
import { deleteMember, lockMember, upsertMember } from "../../db/members.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"

/** A group elsewhere says yes or no to somebody here, at once or later; a no ends what a yes began. */
export const answerFollow = async (
	world: World,
	tx: Transaction,
	{ groupId, personId, accepted }: { groupId: string; personId: string; accepted: boolean },
): Promise<Result> => {
	const member = await lockMember(tx, groupId, personId)
	if (!member) return refused("not-found", "They did not ask.")
	if (accepted && member.requestedAt === null) return refused("too-late", "They are in already.")
	if (accepted) await upsertMember(tx, { ...member, requestedAt: null })
	else await deleteMember(tx, groupId, personId)
	await record(tx, world.ports, { type: accepted ? "follow-accepted" : "follow-rejected", groupId, personId })
	return done(undefined)
}
