import type { Transaction } from "../../db/connect.ts"
import { listPostsIn } from "../../db/moderation.ts"
import { limits } from "../limits.ts"
import { done, type Result } from "../result.ts"
import type { World } from "../world.ts"
import type { PersonDeed } from "./ban-member.ts"
import { takeOutPost } from "./take-out-post.ts"

/** Everything that somebody has in a group is taken out, the latest first; answers how many posts that were. */
export const takeOutPosts = async (
	world: World,
	tx: Transaction,
	{ groupId, person, by, reason }: PersonDeed,
): Promise<Result<number>> => {
	let taken = 0
	for (const postId of await listPostsIn(tx, groupId, person.id, limits.takenOutAtOnce)) {
		const out = await takeOutPost(world, tx, "remove", { groupId, postId, by, reason })
		if (!out.ok) return out
		taken++
	}
	return done(taken)
}
