import type { Transaction } from "../../db/connect.ts"
import { findLastEvent, record } from "../../db/events.ts"
import { findPost, lockShare, setShareEvent, setShareState } from "../../db/posts.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"
import type { PostDeed } from "./approve-post.ts"
import { actorOf, mayDo, reasonProblem } from "./by.ts"
import { standing } from "./standing.ts"

/** A moderator puts a removed post back: it is shared anew, under a new id, since the old share was undone. */
export const restorePost = async (
	world: World,
	tx: Transaction,
	{ groupId, postId, by, reason, heard }: PostDeed,
): Promise<Result> => {
	const problem = reasonProblem(reason)
	if (problem) return refused("invalid", problem)
	const allowed = await mayDo(tx, by, groupId, "restore-post")
	if (!allowed.ok) return allowed
	const share = await lockShare(tx, groupId, postId)
	const post = await findPost(tx, postId)
	if (!share || !post) return refused("not-found", "There is no such post in this group.")
	if (post.deletedAt) return refused("gone", "Its author has deleted the post; nobody can bring it back.")
	if (share.state !== "removed") return refused("too-late", standing[share.state])
	const removal = await findLastEvent(tx, groupId, postId, ["post-removed", "post-unshared"])
	if (removal?.type === "post-unshared")
		return refused("forbidden", "Its author took the post out; only they may share it again.")
	const removalId = removal?.id ?? null
	await setShareState(tx, groupId, postId, "shared", null, world.ports.now())
	const facts = { removalId, ...heard }
	const event = { type: "post-restored", groupId, postId, actorId: actorOf(by), reason, facts } as const
	const eventId = await record(tx, world.ports, event)
	// What the group only carried was never announced by it, and is not now.
	const carried = !share.eventId && (await findLastEvent(tx, groupId, postId, ["post-carried"]))
	if (!carried) await setShareEvent(tx, groupId, postId, eventId)
	return done(undefined)
}
