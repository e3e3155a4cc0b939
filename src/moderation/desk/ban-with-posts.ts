import type { Transaction } from "../../../db/connect.ts"
import { listPostsIn } from "../../../db/moderation.ts"
import { limits } from "../../limits.ts"
import { done, type Result } from "../../result.ts"
import type { World } from "../../world.ts"
import { banMember, type PersonDeed } from "../ban-member.ts"
import { takeOutPost } from "../take-out-post.ts"

/**
 * Somebody may not be in a group, and what they have posted in it goes with them: the latest 500 posts. It is one line in
 * the mod log, by which all of it can be undone. Answers how many posts that were.
 */
export const banWithPosts = async (
	world: World,
	tx: Transaction,
	deed: PersonDeed & { until: Date | null },
): Promise<Result<number>> => {
	const { groupId, person, by, reason } = deed
	const ids = await listPostsIn(tx, groupId, person.id, limits.takenOutAtOnce)
	const ban = await banMember(world, tx, { ...deed, posts: ids.length, withPosts: true })
	if (!ban.ok) return ban
	for (const postId of ids) {
		const out = await takeOutPost(world, tx, "remove", { groupId, postId, by, reason, line: ban.value })
		if (!out.ok) throw new Error(`${postId} was there still, and yet: ${out.reason}`)
	}
	return done(ids.length)
}
