import type { Transaction } from "../../db/connect.ts"
import { findGroup } from "../../db/groups.ts"
import { findShares } from "../../db/posts.ts"
import type { Group } from "../groups/group.ts"
import { judgePost } from "../moderation/judge-post.ts"
import type { Actor } from "../people/actor.ts"
import type { World } from "../world.ts"

const quiet = { title: null, html: "", contentWarning: null, attachments: [], audience: "public" } as const

/** The groups that share a post and are open to this person at all: not banned, not of a blocked server. */
export const groupsOpenTo = async (
	world: World,
	tx: Transaction,
	postId: string,
	person: Actor,
): Promise<Group[]> => {
	const open: Group[] = []
	for (const share of await findShares(tx, postId)) {
		const group = share.state === "shared" ? await findGroup(tx, share.groupId) : null
		if (!group) continue
		const verdict = await judgePost(tx, {
			group,
			coming: "carried",
			author: person,
			post: { ...quiet, id: postId, threadId: postId, attachments: [] },
			now: world.ports.now(),
		})
		if (verdict.verdict !== "refuse") open.push(group)
	}
	return open
}
