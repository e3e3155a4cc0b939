import { findSoftware } from "../../db/hosts.ts"
import { findPostByUri } from "../../db/posts.ts"
import { hasMoved, takesPolls } from "../groups/group.ts"
import { judgePost } from "../moderation/judge-post.ts"
import type { Verdict } from "../moderation/policy.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"
import { localDraft, type Writing, writingProblem } from "./local-draft.ts"
import { mayQuote } from "./may-quote.ts"

/** What the group's policy would say of a post if it were sent at this moment. Nothing is kept, and nobody hears of it. */
export const foreseePost = async (world: World, writing: Writing): Promise<Result<Verdict>> => {
	const problem = writingProblem(writing)
	if (problem) return refused("invalid", problem)
	const { group, author } = writing
	const moved = hasMoved(group)
	if (moved) return done(moved)
	if (writing.poll && !takesPolls(group, await findSoftware(world.db, group.host)))
		return refused("invalid", "The server of that group takes no polls.")
	const draft = await localDraft(world, writing, "note")
	return world.db.transaction(async (tx): Promise<Result<Verdict>> => {
		const quotable = await mayQuote(tx, writing, draft)
		if (!quotable.ok) return quotable
		const parent = draft.inReplyTo ? await findPostByUri(tx, draft.inReplyTo) : null
		const post = { ...draft, threadId: parent?.threadId ?? draft.id }
		return done(await judgePost(tx, { group, author, post, now: world.ports.now() }))
	})
}
