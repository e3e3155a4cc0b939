import type { Transaction } from "../../db/connect.ts"
import { record } from "../../db/events.ts"
import { countRole, lockMember, upsertMember } from "../../db/members.ts"
import { type Role, roles } from "../groups/member.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"
import type { PersonDeed } from "./ban-member.ts"
import { actorOf, mayDo } from "./by.ts"

/** Somebody comes to do more in a group, or less, a step at a time. A group always keeps an owner. */
export const changeRole = async (
	world: World,
	tx: Transaction,
	step: "promote" | "demote",
	{ groupId, person, by, reason, heard }: PersonDeed,
): Promise<Result<Role>> => {
	const allowed = await mayDo(tx, by, groupId, "change-role")
	if (!allowed.ok) return allowed
	const member = await lockMember(tx, groupId, person.id)
	if (!member) return refused("not-found", "They do not follow this group.")
	const role = roles[roles.indexOf(member.role) + (step === "promote" ? 1 : -1)]
	if (!role) return refused("too-late", `They are ${member.role} already; there is no further step.`)
	if (member.role === "owner" && (await countRole(tx, groupId, "owner")) < 2)
		return refused("forbidden", "A group keeps an owner: make somebody else one first.")
	await upsertMember(tx, { ...member, role, requestedAt: null })
	const facts = { from: member.role, to: role, ...heard }
	await record(tx, world.ports, {
		type: "role-changed",
		groupId,
		personId: person.id,
		actorId: actorOf(by),
		reason,
		facts,
	})
	return done(role)
}
