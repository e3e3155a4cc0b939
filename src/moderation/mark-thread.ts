import type { Transaction } from "../../db/connect.ts"
import { record } from "../../db/events.ts"
import { lockShare, markShare } from "../../db/posts.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"
import type { PostDeed } from "./approve-post.ts"
import { actorOf, mayDo, reasonProblem } from "./by.ts"

type Mark = "lock" | "unlock" | "pin" | "unpin"

const events = {
	lock: "thread-locked",
	unlock: "thread-unlocked",
	pin: "post-pinned",
	unpin: "post-unpinned",
} as const

/** A moderator closes a thread to answers, or keeps a post at the top; and the other way round. */
export const markThread = async (
	world: World,
	tx: Transaction,
	mark: Mark,
	{ groupId, postId, by, reason, heard }: PostDeed,
): Promise<Result> => {
	const problem = reasonProblem(reason)
	if (problem) return refused("invalid", problem)
	const allowed = await mayDo(tx, by, groupId, mark.endsWith("lock") ? "lock-thread" : "pin-post")
	if (!allowed.ok) return allowed
	const share = await lockShare(tx, groupId, postId)
	if (!share?.topLevel || share.state !== "shared")
		return refused("not-found", "Only a post that begins a thread can be marked.")
	const marked = (mark.endsWith("lock") ? share.lockedAt : share.pinnedAt) !== null
	if (marked !== mark.startsWith("un"))
		return refused("too-late", marked ? "That is so already." : "That is not so already.")
	const at = mark.startsWith("un") ? null : world.ports.now()
	await markShare(tx, groupId, postId, mark.endsWith("lock") ? { lockedAt: at } : { pinnedAt: at })
	await record(tx, world.ports, {
		type: events[mark],
		groupId,
		postId,
		actorId: actorOf(by),
		reason,
		facts: { ...heard },
	})
	return done(undefined)
}
