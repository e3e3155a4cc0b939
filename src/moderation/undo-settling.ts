import type { Transaction } from "../../db/connect.ts"
import { record } from "../../db/events.ts"
import { letWait } from "../../db/held.ts"
import { deleteTrust } from "../../db/policies.ts"
import { lockSettling, postsSettled } from "../../db/settlings.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"
import { actorOf, type By, mayDo, reasonProblem } from "./by.ts"
import { takeOutPost } from "./take-out-post.ts"

export type Undoing = { groupId: string; settlingId: string; by: By; reason: string }

/**
 * A decision about many posts at once is taken back: what was taken out waits again, and what was let through is out of the
 * group and waits, as far as nobody decided about it since. Answers how many posts that were.
 */
export const undoSettling = async (
	world: World,
	tx: Transaction,
	{ groupId, settlingId, by, reason }: Undoing,
): Promise<Result<number>> => {
	const problem = reasonProblem(reason)
	if (problem) return refused("invalid", problem)
	const allowed = await mayDo(tx, by, groupId, "restore-post")
	if (!allowed.ok) return allowed
	const settling = await lockSettling(tx, groupId, settlingId)
	if (!settling) return refused("not-found", "There is no such decision in this group.")
	if (settling.undone) return refused("too-late", "That was taken back already.")
	for (const actorId of settling.letIn) await deleteTrust(tx, groupId, actorId)
	const { removed, approved } = await postsSettled(tx, groupId, settlingId)
	const why = "A decision about it was taken back; a moderator looks at it anew."
	const waiting = await letWait(tx, groupId, removed, why)
	const facts = { settlingId, way: settling.way, times: waiting.length }
	const { personId } = settling
	const undone = { type: "settling-undone", groupId, personId, actorId: actorOf(by), reason } as const
	const line = await record(tx, world.ports, { ...undone, facts })
	const held = { type: "post-suspended", groupId, actorId: actorOf(by), reason: why } as const
	await Promise.all(
		waiting.map((postId) => record(tx, world.ports, { ...held, postId, facts: { shareId: null, line } })),
	)
	let taken = 0
	for (const postId of approved) {
		const out = await takeOutPost(world, tx, "hold", { groupId, postId, by, reason: why, line })
		if (out.ok) taken++
	}
	return done(waiting.length + taken)
}
