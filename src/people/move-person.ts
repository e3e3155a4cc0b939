import type { Transaction } from "../../db/connect.ts"
import { record } from "../../db/events.ts"
import { findBan, findMember, groupsOf, upsertMember } from "../../db/members.ts"
import { bansOf, insertAdmission } from "../../db/moves.ts"
import { findPause, pausesOf, upsertPause } from "../../db/pauses.ts"
import { leaveGroup } from "../groups/leave-group.ts"
import { atLeast } from "../groups/member.ts"
import { banMember } from "../moderation/ban-member.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"
import type { Actor } from "./actor.ts"

export type Move = { from: Actor; to: Actor }

/**
 * Somebody goes on under another name, which both accounts have said. The old one leaves its groups, since its server
 * follows again from the new one; a member is a member there at once, while moderators give a higher role again. Bans and
 * pauses go along with the person.
 */
export const movePerson = async (world: World, tx: Transaction, move: Move): Promise<Result> => {
	const { from, to } = move
	if (from.local || from.kind === "server") return refused("forbidden", "That account does not move.")
	if (to.kind === "group" || to.goneAt) return refused("invalid", "There is nobody to move to.")
	for (const groupId of await groupsOf(tx, from.id)) await carryOver(world, tx, move, groupId)
	for (const { groupId, until, reason } of await bansOf(tx, from.id, world.ports.now()))
		if (!holdsAsLong(await findBan(tx, groupId, to.id), until))
			await banMember(world, tx, { groupId, person: to, by: "operator", until, reason })
	for (const pause of await pausesOf(tx, from.id, world.ports.now()))
		if (!holdsAsLong(await findPause(tx, pause.groupId, to.id), pause.until))
			await upsertPause(tx, { ...pause, actorId: to.id })
	return done(undefined)
}

/** What the new account has to wait for already does not become shorter by what the old one had. */
const holdsAsLong = (own: { until: Date | null } | null, until: Date | null): boolean =>
	own !== null && (own.until === null || (until !== null && own.until >= until))

const carryOver = async (
	world: World,
	tx: Transaction,
	{ from, to }: Move,
	groupId: string,
): Promise<void> => {
	const was = await findMember(tx, groupId, from.id)
	const left = await leaveGroup(world, tx, { groupId, person: from })
	// A last owner stays one under the old name, too, until somebody makes another.
	if (!was || (!left.ok && was.role !== "owner")) return
	const facts = { to: to.uri, role: was.role }
	await record(tx, world.ports, { type: "member-moved", groupId, personId: from.id, facts })
	if (!atLeast(was.role, "member")) return
	const already = await findMember(tx, groupId, to.id)
	if (!already) await insertAdmission(tx, { groupId, actorId: to.id, formerId: from.id })
	else if (!atLeast(already.role, "member"))
		await upsertMember(tx, { ...already, role: "member", requestedAt: null })
}
