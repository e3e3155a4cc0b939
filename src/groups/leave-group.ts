import type { Transaction } from "../../db/connect.ts"
import { record } from "../../db/events.ts"
import { closeUnusedCursor, countRole, deleteMember, lockMember } from "../../db/members.ts"
import { type Actor, deliveryInbox } from "../people/actor.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"

/** Somebody unfollows a group; nothing more is sent for them. The last owner stays until another takes over. */
export const leaveGroup = async (
	world: World,
	tx: Transaction,
	{ groupId, person }: { groupId: string; person: Actor },
): Promise<Result> => {
	const member = await lockMember(tx, groupId, person.id)
	if (!member) return refused("not-found", "They do not follow this group.")
	if (member.role === "owner" && person.local && (await countRole(tx, groupId, "owner")) < 2)
		return refused("forbidden", "An owner hands the group over before leaving.")
	await deleteMember(tx, groupId, person.id)
	if (!person.local) await closeUnusedCursor(tx, groupId, deliveryInbox(person))
	await record(tx, world.ports, { type: "member-left", groupId, personId: person.id })
	return done(undefined)
}
