import type { Transaction } from "../../db/connect.ts"
import { record } from "../../db/events.ts"
import { type HeldBy, lockHeld, removeWaiting } from "../../db/held.ts"
import { insertTrust } from "../../db/policies.ts"
import { limits } from "../limits.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"
import { approvePost } from "./approve-post.ts"
import { actorOf, type By, mayDo, reasonProblem } from "./by.ts"
import { takeOutPost } from "./take-out-post.ts"

export type Settling = {
	groupId: string
	whose: HeldBy
	/** `let-in`: what they wrote is let through, and nothing of theirs waits for their being new again. */
	way: "approve" | "remove" | "let-in"
	by: By
	reason: string
}

/**
 * A moderator decides at once about all that waits of a person, of several, of a server, or of a wave of strangers: the
 * longest waiting first. It is one act, with one line in the mod log. Answers how many posts that were.
 */
export const settleHeld = async (
	world: World,
	tx: Transaction,
	settling: Settling,
): Promise<Result<number>> => {
	const { groupId, whose, way, by, reason } = settling
	const problem = reasonProblem(reason)
	if (problem) return refused("invalid", problem)
	const allowed = await mayDo(tx, by, groupId, way === "remove" ? "remove-post" : "approve-post")
	if (!allowed.ok) return allowed
	const most = "wave" in whose && way === "remove" ? limits.waveAtOnce : limits.heldAtOnce
	const ids = await lockHeld(tx, groupId, whose, most)
	if (ids.length === 0) return refused("too-late", "Nothing of theirs waits any more.")
	const letIn = way === "let-in" ? peopleIn(whose) : []
	for (const actorId of letIn) await insertTrust(tx, { groupId, actorId, createdAt: world.ports.now() })
	const line = await record(tx, world.ports, {
		type: "held-settled",
		groupId,
		personId: "personId" in whose ? whose.personId : null,
		actorId: actorOf(by),
		reason,
		facts: {
			way,
			host: "host" in whose ? whose.host : null,
			times: ids.length,
			...("wave" in whose && { wave: true }),
			...(letIn.length > 0 && { letIn }),
		},
	})
	const rest = way === "remove" ? await removeAtOnce(world, tx, settling, ids, line) : ids
	for (const postId of rest) {
		const deed = { groupId, postId, by, reason, line }
		const settled =
			way === "remove" ? await takeOutPost(world, tx, "remove", deed) : await approvePost(world, tx, deed)
		if (!settled.ok) throw new Error(`${postId} was held still, and yet: ${settled.reason}`)
	}
	return done(ids.length)
}

const peopleIn = (whose: HeldBy): string[] =>
	"personIds" in whose ? whose.personIds : "personId" in whose ? [whose.personId] : []

/** What was never shared leaves nobody to be told, so it goes in one statement; answers with what is left to do. */
const removeAtOnce = async (
	world: World,
	tx: Transaction,
	{ groupId, by, reason }: Settling,
	ids: string[],
	line: string,
): Promise<string[]> => {
	const removed = new Set(await removeWaiting(tx, groupId, ids, reason))
	const event = { type: "post-removed", groupId, actorId: actorOf(by), reason } as const
	const facts = { shareId: null, line }
	await Promise.all([...removed].map((postId) => record(tx, world.ports, { ...event, postId, facts })))
	return ids.filter((id) => !removed.has(id))
}
