import type { Transaction } from "../../db/connect.ts"
import { record } from "../../db/events.ts"
import { findGroup } from "../../db/groups.ts"
import { rememberGone } from "../../db/inbox.ts"
import { buryPoll } from "../../db/polls.ts"
import { buryPost, findShares, lockPostUri } from "../../db/posts.ts"
import { revokeQuotes } from "../../db/quotes.ts"
import type { Heard } from "../events.ts"
import type { Actor } from "../people/actor.ts"
import { authorizationUri } from "../quotes/authorization-uri.ts"
import { endQuoting } from "../quotes/end-quoting.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"
import type { Post } from "./post.ts"

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
	await buryPoll(tx, post.id)
	const [share] = shares
	if (share) await endQuotes(world, tx, share.groupId, post)
	for (const share of shares)
		if (share.state === "shared" || (author.local && !(await isHere(tx, share.groupId))))
			await record(tx, world.ports, {
				type: "post-deleted",
				groupId: share.groupId,
				postId: post.id,
				actorId: author.id,
				facts: heard,
			})
	return done(undefined)
}

/** Whether a group is of this server. One elsewhere that has taken a post out still holds it, and can put it back. */
const isHere = async (tx: Transaction, groupId: string): Promise<boolean> =>
	(await findGroup(tx, groupId))?.local ?? true

/** Nobody may quote what is gone, and whoever was allowed to is told (FEP-044f). */
const endQuotes = async (world: World, tx: Transaction, groupId: string, post: Post): Promise<void> => {
	for (const { id, quoteUri, actorId } of await revokeQuotes(tx, post.id, world.ports.now())) {
		await record(tx, world.ports, {
			type: "quote-revoked",
			groupId,
			postId: post.id,
			personId: actorId,
			facts: { quoteUri, quoteId: id },
		})
		await endQuoting(world, tx, { authorization: authorizationUri(post, id) })
	}
}
