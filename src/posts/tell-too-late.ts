import type { Transaction } from "../../db/connect.ts"
import { findShare } from "../../db/posts.ts"
import type { Group } from "../groups/group.ts"
import { judgePost } from "../moderation/judge-post.ts"
import { tellAuthor } from "../moderation/tell-author.ts"
import type { Actor } from "../people/actor.ts"
import type { World } from "../world.ts"
import type { Post } from "./post.ts"

const gone = {
	verdict: "refuse",
	rule: "answers-gone",
	reason: "What it answers is not in the group any more.",
} as const

/**
 * An answer came to a group when what it answers was deleted or taken out, which its author's server may not have known.
 * It is not taken, and whoever wrote it hears so; where the group would not have taken it anyway, that is what they hear.
 */
export const tellTooLate = async (
	world: World,
	tx: Transaction,
	{ author, post, parent, addressed }: { author: Actor; post: Post; parent: Post; addressed: Group[] },
): Promise<void> => {
	for (const group of addressed) {
		const share = await findShare(tx, group.id, parent.id)
		if (!share || share.state === "shared") continue
		const judged = await judgePost(tx, { group, author, post, now: world.ports.now() })
		const verdict = judged.verdict === "refuse" ? judged : gone
		await tellAuthor(world, tx, { group, author, verdict, aboutId: null, postUri: post.uri })
	}
}
