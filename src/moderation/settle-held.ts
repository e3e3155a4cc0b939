import type { Transaction } from "../../db/connect.ts"
import { record } from "../../db/events.ts"
import { type HeldBy, lockHeld } from "../../db/held.ts"
import { limits } from "../limits.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"
import { approvePost } from "./approve-post.ts"
import { actorOf, type By, mayDo, reasonProblem } from "./by.ts"
import { takeOutPost } from "./take-out-post.ts"

export type Settling = {
	groupId: string
	whose: HeldBy
	way: "approve" | "remove"
	by: By
	reason: string
}

/**
 * A moderator decides at once about all that waits of one person, or of one server: the longest waiting first, at most
 * 500. It is one act, with one line in the mod log. Answers how many posts that were.
 */
export const settleHeld = async (
	world: World,
	tx: Transaction,
	{ groupId, whose, way, by, reason }: Settling,
): Promise<Result<number>> => {
	const problem = reasonProblem(reason)
	if (problem) return refused("invalid", problem)
	const allowed = await mayDo(tx, by, groupId, way === "approve" ? "approve-post" : "remove-post")
	if (!allowed.ok) return allowed
	const ids = await lockHeld(tx, groupId, whose, limits.heldAtOnce)
	if (ids.length === 0) return refused("too-late", "Nothing of theirs waits any more.")
	const line = await record(tx, world.ports, {
		type: "held-settled",
		groupId,
		personId: "personId" in whose ? whose.personId : null,
		actorId: actorOf(by),
		reason,
		facts: { way, host: "host" in whose ? whose.host : null, times: ids.length },
	})
	for (const postId of ids) {
		const deed = { groupId, postId, by, reason, line }
		const settled =
			way === "approve" ? await approvePost(world, tx, deed) : await takeOutPost(world, tx, "remove", deed)
		if (!settled.ok) throw new Error(`${postId} was held still, and yet: ${settled.reason}`)
	}
	return done(ids.length)
}
