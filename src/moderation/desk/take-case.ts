import { findActor } from "../../../db/actors.ts"
import type { Transaction } from "../../../db/connect.ts"
import { deleteDeskCase, upsertDeskCase } from "../../../db/desk-notes.ts"
import { record } from "../../../db/events.ts"
import { done, type Result, refused } from "../../result.ts"
import type { World } from "../../world.ts"
import type { PersonDeed } from "../ban-member.ts"
import { actorOf, mayDo } from "../by.ts"

/**
 * One moderator looks after what waits about somebody, so that not two begin with it; null lets go. It binds nobody: the
 * others see who has taken it, and may decide all the same.
 */
export const takeCase = async (
	world: World,
	tx: Transaction,
	{ groupId, person, by, holderId }: Omit<PersonDeed, "reason" | "heard"> & { holderId: string | null },
): Promise<Result> => {
	const allowed = await mayDo(tx, by, groupId, "see-desk")
	if (!allowed.ok) return allowed
	const holder = holderId ? await findActor(tx, holderId) : null
	if (holderId && !(holder && (await mayDo(tx, { actorId: holder.id }, groupId, "see-desk")).ok))
		return refused("invalid", "Only somebody who looks after the group can take it on.")
	const [personId, since] = [person.id, world.ports.now()]
	if (holder) await upsertDeskCase(tx, { groupId, personId, holderId: holder.id, since })
	else if (!(await deleteDeskCase(tx, groupId, personId)))
		return refused("too-late", "Nobody has taken it on.")
	const event = { type: "case-taken", groupId, personId, actorId: actorOf(by) } as const
	await record(tx, world.ports, { ...event, facts: { holderId } })
	return done(undefined)
}
