import type { Transaction } from "../../db/connect.ts"
import { record } from "../../db/events.ts"
import { setShareEvent, setShareState, touchThread } from "../../db/posts.ts"
import { carryPost } from "../groups/carry-post.ts"
import type { Group } from "../groups/group.ts"
import type { Actor } from "../people/actor.ts"
import { askToQuote } from "../quotes/ask-to-quote.ts"
import type { World } from "../world.ts"
import type { Post } from "./post.ts"

/** What waited in a group is shared as if it had come now, with nobody's decision: its turn has come, or it was mended. */
export const shareWaiting = async (
	world: World,
	tx: Transaction,
	{ group, post, author }: { group: Group; post: Post; author: Actor },
): Promise<void> => {
	const [groupId, postId, now] = [group.id, post.id, world.ports.now()]
	await setShareState(tx, groupId, postId, "shared", null, now)
	const event = { type: "post-shared", groupId, postId, actorId: author.id } as const
	await setShareEvent(tx, groupId, postId, await record(tx, world.ports, event))
	if (post.threadId !== postId) await touchThread(tx, groupId, post.threadId, now)
	await askToQuote(world, tx, { postId, groupId })
	await carryPost(world, tx, { from: group, post, author })
}
