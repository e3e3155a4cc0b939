import type { Transaction } from "../../../db/connect.ts"
import { findEvent, findLastEvent, record } from "../../../db/events.ts"
import { findPost, lockShare } from "../../../db/posts.ts"
import { done, type Result, refused } from "../../result.ts"
import type { World } from "../../world.ts"
import type { PostDeed } from "../approve-post.ts"
import { actorOf, mayDo, reasonProblem } from "../by.ts"
import { standing } from "../standing.ts"

/**
 * A moderator asks the author of a post, shared or waiting, to change it, and says what. Nothing else happens to it; it is
 * asked again only once they have changed something.
 */
export const askForChange = async (
	world: World,
	tx: Transaction,
	{ groupId, postId, by, reason }: PostDeed,
): Promise<Result<string>> => {
	const problem = reason.trim() === "" ? "Please say what should be changed." : reasonProblem(reason)
	if (problem) return refused("invalid", problem)
	const allowed = await mayDo(tx, by, groupId, "remove-post")
	if (!allowed.ok) return allowed
	const share = await lockShare(tx, groupId, postId)
	const post = await findPost(tx, postId)
	if (!share || !post) return refused("not-found", "There is no such post in this group.")
	if (share.state !== "shared" && share.state !== "held") return refused("too-late", standing[share.state])
	const last = await findLastEvent(tx, groupId, postId, ["change-asked"])
	const asked = last ? await findEvent(tx, last.id) : null
	if (asked && (!post.editedAt || post.editedAt < asked.at))
		return refused("too-late", "They were asked already, and have not changed it yet.")
	const event = { type: "change-asked", groupId, postId, actorId: actorOf(by), reason } as const
	return done(await record(tx, world.ports, event))
}
