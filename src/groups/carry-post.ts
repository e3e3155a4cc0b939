import type { Transaction } from "../../db/connect.ts"
import { record } from "../../db/events.ts"
import { listGroupsCarrying } from "../../db/following.ts"
import { findShare, insertShare, setShareState, touchThread } from "../../db/posts.ts"
import { limits } from "../limits.ts"
import { judgePost } from "../moderation/judge-post.ts"
import { recordVerdict } from "../moderation/record-verdict.ts"
import type { Actor } from "../people/actor.ts"
import type { Post } from "../posts/post.ts"
import type { World } from "../world.ts"
import type { Group } from "./group.ts"

/**
 * What a group shares, the groups here that follow it show among their own (FEP-d36d). They do not announce it again, so
 * that nothing goes round in circles, and their own bans, filters and decisions about servers apply. Its author never
 * asked them for anything, so they are not told when one of them keeps it out.
 */
export const carryPost = async (
	world: World,
	tx: Transaction,
	{ from, post, author }: { from: Group; post: Post; author: Actor },
): Promise<void> => {
	if (from.visibility !== "public" || post.audience !== "public") return
	const now = world.ports.now()
	for (const group of await listGroupsCarrying(tx, from.id, limits.groupsCarrying)) {
		if (await findShare(tx, group.id, post.id)) continue
		const begun = post.threadId === post.id ? null : await findShare(tx, group.id, post.threadId)
		if (post.inReplyTo && !begun) continue
		const verdict = await judgePost(tx, { group, author, post, now, coming: "carried" })
		if (verdict.verdict === "refuse") continue
		const [groupId, postId, actorId] = [group.id, post.id, author.id]
		await insertShare(tx, {
			groupId,
			postId,
			threadId: post.threadId,
			topLevel: !begun,
			state: verdict.verdict === "hold" ? "held" : "shared",
			reason: verdict.verdict === "hold" ? verdict.reason : null,
			sharedAt: now,
			activeAt: now,
		})
		await record(tx, world.ports, {
			type: "post-carried",
			groupId,
			postId,
			actorId,
			facts: { fromId: from.id },
		})
		if (verdict.verdict === "hold") await recordVerdict(world, tx, { group, author, verdict, post })
		else if (begun) await touchThread(tx, groupId, post.threadId, now)
	}
}

/** A post that a group carries was changed: if the group would not carry it as it is now, it waits for a moderator. */
export const holdCarried = async (
	world: World,
	tx: Transaction,
	{ group, post, author }: { group: Group; post: Post; author: Actor },
): Promise<void> => {
	const now = world.ports.now()
	const verdict = await judgePost(tx, { group, author, post, now, coming: "carried" })
	if (verdict.verdict === "accept") return
	await setShareState(tx, group.id, post.id, "held", verdict.reason, null)
	await recordVerdict(world, tx, { group, author, verdict: { ...verdict, verdict: "hold" }, post })
}
