import type { Transaction } from "../../db/connect.ts"
import { record } from "../../db/events.ts"
import { lockDuePolls, setPoll } from "../../db/polls.ts"
import { findPost, findShares } from "../../db/posts.ts"
import type { World } from "../world.ts"

const batch = 50

/**
 * What is due with polls: those whose time is over close, and tallies that changed are to be said to other servers.
 * Answers how many there were. A poll of another server closes here without a word; that is for its own server to say.
 */
export const tendPolls = async (world: World, tx: Transaction): Promise<number> => {
	const due = await lockDuePolls(tx, world.ports.now(), batch)
	for (const { poll, local, over } of due) {
		await setPoll(tx, poll.postId, { tallyDueAt: null, ...(over && { closedAt: poll.endsAt }) })
		const post = local ? await findPost(tx, poll.postId) : null
		if (!post || post.deletedAt) continue
		for (const share of await findShares(tx, post.id))
			if (share.state === "shared")
				await record(tx, world.ports, {
					type: over ? "poll-closed" : "poll-tallied",
					groupId: share.groupId,
					postId: post.id,
				})
	}
	return due.length
}
