import type { Transaction } from "../../db/connect.ts"
import { record } from "../../db/events.ts"
import {
	countRole,
	findMember,
	lockMember,
	longestIn,
	type Membership,
	upsertMember,
} from "../../db/members.ts"
import { mayDo } from "../moderation/by.ts"
import type { Actor } from "../people/actor.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"
import { atLeast, type Role } from "./member.ts"

type HandOver = { groupId: string; from: Actor; to: Actor; reason: string }

/** An owner makes somebody who belongs to the group its owner in their place, and stays as a moderator. */
export const handOverGroup = async (
	world: World,
	tx: Transaction,
	{ groupId, from, to, reason }: HandOver,
): Promise<Result> => {
	const by = { actorId: from.id }
	const allowed = await mayDo(tx, by, groupId, "hand-over")
	if (!allowed.ok) return allowed
	// Always in the same order, so that two who hand over to each other do not wait for each other.
	for (const id of [from.id, to.id].sort()) await lockMember(tx, groupId, id)
	await countRole(tx, groupId, "owner")
	const [giver, taker] = [await findMember(tx, groupId, from.id), await findMember(tx, groupId, to.id)]
	if (giver?.role !== "owner" || from.id === to.id)
		return refused("too-late", "That is not yours to hand over any more.")
	if (!taker || to.goneAt || to.kind !== "person" || !atLeast(taker.role, "member"))
		return refused("invalid", "A group is handed over to one of its members.")
	if (taker.role === "owner") return refused("too-late", "They are owner already.")
	await become(world, tx, taker, { role: "owner", actorId: from.id, reason })
	await become(world, tx, giver, { role: "moderator", actorId: from.id, reason })
	return done(undefined)
}

type Step = { role: Role; actorId: string | null; reason: string }

const become = async (
	world: World,
	tx: Transaction,
	member: Membership,
	{ role, actorId, reason }: Step,
): Promise<void> => {
	await upsertMember(tx, { ...member, role, requestedAt: null })
	await record(tx, world.ports, {
		type: "role-changed",
		groupId: member.groupId,
		personId: member.actorId,
		actorId,
		reason,
		facts: { from: member.role, to: role },
	})
}

/**
 * The last owner goes: whoever has helped to look after the group the longest comes after them; once they are gone for
 * good, any member. False when there is nobody.
 */
export const passOn = async (
	world: World,
	tx: Transaction,
	{ groupId, from, forGood }: { groupId: string; from: Actor; forGood: boolean },
): Promise<boolean> => {
	const heir =
		(await longestIn(tx, groupId, ["moderator"], from.id)) ??
		(forGood ? await longestIn(tx, groupId, ["member"], from.id) : null)
	if (!heir) return false
	const reason = "The last owner left; nobody has helped to look after the group for longer."
	await become(world, tx, heir, { role: "owner", actorId: null, reason })
	return true
}
