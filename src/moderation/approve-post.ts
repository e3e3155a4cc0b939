import type { Transaction } from "../../db/connect.ts"
import { findLastEvent, record } from "../../db/events.ts"
import { findPost, lockShare, setShareEvent, setShareState, touchThread } from "../../db/posts.ts"
import type { InLine } from "../event-facts.ts"
import type { Event, Heard } from "../events.ts"
import { askToQuote } from "../quotes/ask-to-quote.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"
import { actorOf, type By, mayDo, reasonProblem } from "./by.ts"
import { standing } from "./standing.ts"

/** What is done about a post in a group; `heard` is the activity that asked for it, if a moderator elsewhere did. */
export type PostDeed = { groupId: string; postId: string; by: By; reason: string; heard?: Heard } & InLine

/** A moderator lets a held post through: it is shared as if it had come now. */
export const approvePost = async (
	world: World,
	tx: Transaction,
	{ groupId, postId, by, reason, heard, line }: PostDeed,
): Promise<Result> => {
	const problem = reasonProblem(reason)
	if (problem) return refused("invalid", problem)
	const allowed = await mayDo(tx, by, groupId, "approve-post")
	if (!allowed.ok) return allowed
	const share = await lockShare(tx, groupId, postId)
	const post = await findPost(tx, postId)
	if (!share || !post) return refused("not-found", "There is no such post in this group.")
	if (share.state !== "held") return refused("too-late", standing[share.state])
	const now = world.ports.now()
	await setShareState(tx, groupId, postId, "shared", null, now)
	const inLine: InLine = line ? { line } : {}
	await record(tx, world.ports, {
		type: "post-approved",
		groupId,
		postId,
		actorId: actorOf(by),
		reason,
		facts: inLine,
	})
	await touchThread(tx, groupId, post.threadId, now)
	// What the group only carries, it does not announce.
	if (!share.eventId && (await findLastEvent(tx, groupId, postId, ["post-carried"]))) return done(undefined)
	const held = await findLastEvent(tx, groupId, postId, ["post-suspended"])
	// What was shared before is put back where it was taken down; what waited from the first is shared.
	const shared = held
		? {
				type: "post-restored",
				actorId: actorOf(by),
				reason,
				facts: { removalId: held.id, ...heard, ...inLine },
			}
		: { type: "post-shared", actorId: post.authorId }
	const event = { groupId, postId, ...shared } as Event
	await setShareEvent(tx, groupId, postId, await record(tx, world.ports, event))
	if (!held) await askToQuote(world, tx, { postId, groupId })
	return done(undefined)
}
