import { record } from "../../db/events.ts"
import { lockShare, setShareState } from "../../db/posts.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"
import type { PostDeed } from "./approve-post.ts"
import { actorOf, mayDo, reasonProblem } from "./by.ts"

/** A moderator takes a shared post back to be looked at: it is out of the group until somebody lets it through again. */
export const holdPost = async (world: World, { groupId, postId, by, reason }: PostDeed): Promise<Result> => {
	const problem = reasonProblem(reason)
	if (problem) return refused("invalid", problem)
	const result = await world.db.transaction(async (tx): Promise<Result> => {
		const allowed = await mayDo(tx, by, groupId, "remove-post")
		if (!allowed.ok) return allowed
		const share = await lockShare(tx, groupId, postId)
		if (!share) return refused("not-found", "There is no such post in this group.")
		if (share.state !== "shared") return refused("too-late", `The post is ${share.state}, not shared.`)
		await setShareState(tx, groupId, postId, "held", reason, null)
		const facts = { shareId: share.eventId }
		await record(tx, world.ports, {
			type: "post-suspended",
			groupId,
			postId,
			actorId: actorOf(by),
			reason,
			facts,
		})
		return done(undefined)
	})
	world.wake()
	return result
}
