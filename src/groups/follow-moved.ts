import { isBlockedPerson } from "../../db/borders/standing.ts"
import type { Transaction } from "../../db/connect.ts"
import { listFollowersHere } from "../../db/following.ts"
import { findBan } from "../../db/members.ts"
import { limits } from "../limits.ts"
import type { Actor } from "../people/actor.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"
import { followIn, unfollowIn } from "./follow-group.ts"

/** A group has moved, as both its addresses say: whoever here followed the old one follows the new one. */
export const followMoved = async (
	world: World,
	tx: Transaction,
	{ from, to }: { from: Actor; to: Actor },
): Promise<Result<number>> => {
	if (to.kind !== "group" || to.goneAt || to.movedTo)
		return refused("invalid", "There is no group to move to.")
	let moved = 0
	for (const person of await listFollowersHere(tx, from.id, null, limits.movedFollows)) {
		if (person.id === to.id || (await keepsOut(tx, person, to))) continue
		const follows = await followIn(world, tx, { person, group: to })
		if (!follows.ok) continue
		await unfollowIn(world, tx, { person, group: from })
		moved++
	}
	return done(moved)
}

/** A group here that blocks the server of the new one, or has banned it, does not come to follow it by a move. */
const keepsOut = async (tx: Transaction, { id, kind }: Actor, to: Actor): Promise<boolean> =>
	kind === "group" && ((await isBlockedPerson(tx, to, id)) || (await findBan(tx, id, to.id)) !== null)
