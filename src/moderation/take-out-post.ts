import type { Transaction } from "../../db/connect.ts"
import { record } from "../../db/events.ts"
import { findPost, lockShare, setShareState } from "../../db/posts.ts"
import { dropCarried } from "../groups/drop-carried.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"
import type { PostDeed } from "./approve-post.ts"
import { actorOf, mayDo, reasonProblem } from "./by.ts"
import { tellPerson } from "./desk/tell-person.ts"
import { standing } from "./standing.ts"

/** On hold until somebody lets it through again, or removed until somebody brings it back. */
type Way = "hold" | "remove"

const ways = {
	hold: { state: "held", type: "post-suspended" },
	remove: { state: "removed", type: "post-removed" },
} as const

/** A moderator takes a post out of a group. Its author's server keeps it; this group shows it no more. */
export const takeOutPost = async (
	world: World,
	tx: Transaction,
	way: Way,
	{ groupId, postId, by, reason, heard, line }: PostDeed,
): Promise<Result> => {
	const problem = reasonProblem(reason)
	if (problem) return refused("invalid", problem)
	const allowed = await mayDo(tx, by, groupId, "remove-post")
	if (!allowed.ok) return allowed
	const share = await lockShare(tx, groupId, postId)
	if (!share) return refused("not-found", "There is no such post in this group.")
	const standsForIt = share.state === "shared" || (way === "remove" && share.state === "held")
	if (!standsForIt) return refused("too-late", standing[share.state])
	const { state, type } = ways[way]
	await setShareState(tx, groupId, postId, state, reason, null)
	const facts = { shareId: share.state === "shared" ? share.eventId : null, ...heard, ...(line && { line }) }
	const aboutId = await record(tx, world.ports, {
		type,
		groupId,
		postId,
		actorId: actorOf(by),
		reason,
		facts,
	})
	const post = line ? null : await findPost(tx, postId)
	if (post && reason)
		await tellPerson(world, tx, {
			groupId,
			personId: post.authorId,
			aboutId,
			what: type,
			reason,
			postUri: post.uri,
		})
	if (way === "remove") await dropCarried(world, tx, { fromId: groupId, postId })
	return done(undefined)
}
