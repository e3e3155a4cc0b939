import { findActor } from "../../db/actors.ts"
import type { Transaction } from "../../db/connect.ts"
import { record } from "../../db/events.ts"
import { listGroupsCarrying } from "../../db/following.ts"
import { findMember } from "../../db/members.ts"
import { findShares, lockShare, setShareState } from "../../db/posts.ts"
import { limits } from "../limits.ts"
import { handleOf } from "../people/actor.ts"
import type { World } from "../world.ts"

/**
 * What a group has taken out, the groups here that only carried it show no more either, unless another one that they
 * follow shares it still: no group decides for another.
 */
export const dropCarried = async (
	world: World,
	tx: Transaction,
	{ fromId, postId }: { fromId: string; postId: string },
): Promise<void> => {
	const from = await findActor(tx, fromId)
	const reason = from ? `${handleOf(from)} took it out.` : ""
	for (const { id: groupId } of await listGroupsCarrying(tx, fromId, limits.groupsCarrying)) {
		const share = await lockShare(tx, groupId, postId)
		if (share?.state !== "shared" || share.eventId) continue
		if (await hasFromAnother(tx, groupId, { fromId, postId })) continue
		await setShareState(tx, groupId, postId, "removed", reason, null)
		const facts = { shareId: null }
		await record(tx, world.ports, { type: "post-removed", groupId, postId, actorId: fromId, reason, facts })
	}
}

const hasFromAnother = async (
	tx: Transaction,
	groupId: string,
	{ fromId, postId }: { fromId: string; postId: string },
): Promise<boolean> => {
	for (const share of await findShares(tx, postId)) {
		if (share.state !== "shared" || !share.eventId || share.groupId === fromId) continue
		if (await findMember(tx, share.groupId, groupId)) return true
	}
	return false
}
