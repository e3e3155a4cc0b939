import type { Transaction } from "../../db/connect.ts"
import { record } from "../../db/events.ts"
import { rememberGone } from "../../db/inbox.ts"
import { buryPost, findShares, lockPostUri } from "../../db/posts.ts"
import type { Heard } from "../events.ts"
import type { Actor } from "../people/actor.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"

/**
 * An author takes a post back: its words go, a tombstone stays. A deletion that arrives before its post is remembered,
 * so that the post finds the door closed (Mastodon does the same).
 */
export const deletePost = async (
	world: World,
	tx: Transaction,
	{ author, uri, heard }: { author: Actor; uri: string; heard: Heard },
): Promise<Result> => {
	const post = await lockPostUri(tx, uri)
	if (!post) {
		await rememberGone(tx, uri, author.uri)
		return refused("not-found", "There is no such post here; should it arrive, it will not be taken.")
	}
	if (post.authorId !== author.id) return refused("forbidden", "Only its author deletes a post.")
	if (post.deletedAt) return refused("gone", "The post was deleted.")
	const shares = await findShares(tx, post.id)
	await buryPost(tx, post.id, world.ports.now())
	for (const share of shares)
		if (share.state === "shared")
			await record(tx, world.ports, {
				type: "post-deleted",
				groupId: share.groupId,
				postId: post.id,
				actorId: author.id,
				facts: heard,
			})
	return done(undefined)
}
