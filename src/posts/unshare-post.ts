import type { Transaction } from "../../db/connect.ts"
import { record } from "../../db/events.ts"
import { findShares, lockShare, setShareState } from "../../db/posts.ts"
import type { Actor } from "../people/actor.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"
import type { Post } from "./post.ts"

/** An author takes a post out of the groups it is in, and keeps it where it was written. */
export const unsharePost = async (
	world: World,
	tx: Transaction,
	{ author, post }: { author: Actor; post: Post },
): Promise<Result> => {
	if (post.authorId !== author.id) return refused("forbidden", "Only its author takes a post out of a group.")
	let taken = 0
	for (const { groupId } of await findShares(tx, post.id)) {
		const share = await lockShare(tx, groupId, post.id)
		if (share?.state !== "shared" && share?.state !== "held") continue
		await setShareState(tx, groupId, post.id, "removed", "Taken out by its author", null)
		const facts = { shareId: share.state === "shared" ? share.eventId : null }
		await record(tx, world.ports, {
			type: "post-unshared",
			groupId,
			postId: post.id,
			actorId: author.id,
			facts,
		})
		taken++
	}
	return taken > 0 ? done(undefined) : refused("too-late", "The post is in no group here any more.")
}

/** Whether a reply asks for that and nothing else: "unshare", beside the names it greets. */
export const asksToUnshare = (words: string): boolean =>
	words
		.replace(/@[\w.-]+(@[\w.:-]+)?/g, "")
		.trim()
		.toLowerCase()
		.replace(/[.!]$/, "") === "unshare"
