import type { Transaction } from "../../db/connect.ts"
import { record } from "../../db/events.ts"
import { findGroup } from "../../db/groups.ts"
import { upsertMember } from "../../db/members.ts"
import { hasRoom, nextInLine } from "../../db/places.ts"
import { findPolicies } from "../../db/policies.ts"
import { limits } from "../limits.ts"
import type { World } from "../world.ts"

/** Whether a group has a place for one member more. Until the transaction ends nobody else takes it. */
export const hasPlace = async (tx: Transaction, groupId: string): Promise<boolean> => {
	const { cap } = (await findPolicies(tx, groupId)).rules
	return cap === null || hasRoom(tx, groupId, cap)
}

/**
 * Places have become free in a group: those who wait longest become members, if its door is open. Where members are
 * welcomed one by one, its moderators choose.
 */
export const admitNext = async (world: World, tx: Transaction, groupId: string): Promise<void> => {
	const group = await findGroup(tx, groupId)
	if (!group?.local || group.joining !== "open" || group.goneAt) return
	for (let taken = 0; taken < limits.placesGiven; taken++) {
		if (!(await hasPlace(tx, groupId))) return
		const next = await nextInLine(tx, groupId)
		if (!next) return
		await upsertMember(tx, { ...next, role: "member", requestedAt: null })
		await record(tx, world.ports, {
			type: "member-admitted",
			groupId,
			personId: next.actorId,
			actorId: null,
			reason: "A place became free.",
		})
	}
}
