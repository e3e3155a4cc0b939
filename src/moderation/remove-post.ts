import { record } from "../../db/events.ts"
import { lockShare, setShareState } from "../../db/posts.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"
import type { PostDeed } from "./approve-post.ts"
import { actorOf, mayDo, reasonProblem } from "./by.ts"

/** A moderator takes a post, held or shared, out of a group. Its author's server keeps it; this group shows it no more. */
export const removePost = async (
	world: World,
	{ groupId, postId, by, reason }: PostDeed,
): Promise<Result> => {
	const problem = reasonProblem(reason)
	if (problem) return refused("invalid", problem)
	const result = await world.db.transaction(async (tx): Promise<Result> => {
		const allowed = await mayDo(tx, by, groupId, "remove-post")
		if (!allowed.ok) return allowed
		const share = await lockShare(tx, groupId, postId)
		if (!share) return refused("not-found", "There is no such post in this group.")
		if (share.state !== "shared" && share.state !== "held")
			return refused("too-late", `The post is ${share.state} already.`)
		await setShareState(tx, groupId, postId, "removed", reason, null)
		const facts = { shareId: share.state === "shared" ? share.eventId : null }
		await record(tx, world.ports, {
			type: "post-removed",
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
