import type { Transaction } from "../../db/connect.ts"
import { record } from "../../db/events.ts"
import { countRole, heldSince, lockMember, type Membership, upsertMember } from "../../db/members.ts"
import { admitNext } from "../groups/admit-next.ts"
import { atLeast, type Role, roles } from "../groups/member.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"
import type { PersonDeed } from "./ban-member.ts"
import { actorOf, type By, mayDo, reasonProblem } from "./by.ts"
import { mayDismiss, roleDeed } from "./permission.ts"

/** A step up or down; or onto the list of moderators or off it, wherever they stand. */
type Change = "promote" | "demote" | "appoint" | "dismiss"

/** Somebody comes to do more in a group, or less: than they were last `seen` to, if that is said. A group always keeps an owner. */
export const changeRole = async (
	world: World,
	tx: Transaction,
	change: Change,
	{ groupId, person, by, reason, heard, seen }: PersonDeed & { seen?: Role },
): Promise<Result<Role>> => {
	const member = await lockMember(tx, groupId, person.id)
	const role = member && roleAfter(member.role, change)
	const wordy = reasonProblem(reason)
	if (wordy) return refused("invalid", wordy)
	const allowed = await mayDo(tx, by, groupId, member && role ? roleDeed(member.role, role) : "see-desk")
	if (!allowed.ok) return allowed
	if (!member) return refused("not-found", "They do not follow this group.")
	if (seen && seen !== member.role)
		return refused("too-late", "That has changed meanwhile. Please look again.")
	if (!role) return refused("too-late", `They are ${member.role} already; there is no further step.`)
	if (role === member.role) return refused("too-late", `They are ${role} already.`)
	if (member.role === "moderator" && !atLeast(role, "moderator") && !(await isBelow(tx, by, member)))
		return refused("forbidden", "They became a moderator before you did; only an owner dismisses them.")
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
	if (role === "follower") await admitNext(world, tx, groupId)
	return done(role)
}

/** Null where there is no further step. */
const roleAfter = (from: Role, change: Change): Role | null => {
	const listed = atLeast(from, "moderator")
	if (change === "appoint") return listed ? from : "moderator"
	if (change === "dismiss") return listed ? "member" : from
	return roles[roles.indexOf(from) + (change === "promote" ? 1 : -1)] ?? null
}

/** Everybody may step down; others a moderator dismisses by the order in which they were appointed. */
const isBelow = async (tx: Transaction, by: By, { groupId, actorId, role }: Membership): Promise<boolean> => {
	if (by === "operator" || by.actorId === actorId) return true
	const own = await heldSince(tx, groupId, by.actorId)
	const since = (await heldSince(tx, groupId, actorId))?.since
	return since !== undefined && mayDismiss(own, { role, since })
}
