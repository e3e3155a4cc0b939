import type { Transaction } from "../../db/connect.ts"
import { findLastEvent } from "../../db/events.ts"
import { findShare, keepCreate, setShareState } from "../../db/posts.ts"
import type { Group } from "../groups/group.ts"
import { judgePost } from "../moderation/judge-post.ts"
import { recordVerdict } from "../moderation/record-verdict.ts"
import type { Actor } from "../people/actor.ts"
import type { World } from "../world.ts"
import type { Post } from "./post.ts"
import { shareWaiting } from "./share-waiting.ts"

/**
 * A post that waits has new words. What a moderator took out waits on; what a rule held is asked about anew, so that who
 * mends what was asked of them need wait no longer, and nobody slips anything into a post that has its turn to come.
 */
export const judgeWaiting = async (
	world: World,
	tx: Transaction,
	{ group, post, author }: { group: Group; post: Post; author: Actor },
): Promise<void> => {
	const [groupId, postId, now] = [group.id, post.id, world.ports.now()]
	// The words it was first sent in are not what is let through.
	await keepCreate(tx, postId, { createBytes: null })
	const share = await findShare(tx, groupId, postId)
	const last = await findLastEvent(tx, groupId, postId, ["post-held", "post-suspended"])
	if (!share || share.eventId || last?.type !== "post-held") return
	const verdict = await judgePost(tx, { group, author, post, now, coming: share.dueAt ? "edited" : "new" })
	if (verdict.verdict === "accept" && share.dueAt) return
	if (verdict.verdict === "accept") return shareWaiting(world, tx, { group, post, author })
	const dueAt = verdict.verdict === "hold" ? (verdict.until ?? null) : null
	await setShareState(tx, groupId, postId, "held", verdict.reason, null, dueAt)
	if (verdict.reason !== share.reason)
		await recordVerdict(world, tx, { group, author, verdict: { ...verdict, verdict: "hold" }, post })
}
