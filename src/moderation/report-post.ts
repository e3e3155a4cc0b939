import { findActor } from "../../db/actors.ts"
import type { Transaction } from "../../db/connect.ts"
import { findPlacesToReport } from "../../db/following.ts"
import type { Actor } from "../people/actor.ts"
import type { Post } from "../posts/post.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"
import { reasonProblem } from "./by.ts"
import { fileReport } from "./file-report.ts"
import { forwardReport } from "./forward-report.ts"

export type PostReport = {
	person: Actor
	post: Post
	reason: string
	/** Whether it is about its author and all they do, rather than about this one post. */
	aboutAuthor?: boolean
	/** Whether those who look after the author's server are to hear of it, too. */
	forward?: boolean
}

/**
 * Somebody with an account here complains about a post or its author: to the moderators of each group that holds it. One
 * of another server has its moderators there, so it is told at once. Answers with the reports.
 */
export const reportPost = async (
	world: World,
	tx: Transaction,
	{ person, post, reason, aboutAuthor = false, forward = false }: PostReport,
): Promise<Result<string[]>> => {
	const problem = reason.trim() === "" ? "A report needs a few words." : reasonProblem(reason)
	if (problem) return refused("invalid", problem)
	const ids: string[] = []
	let told = (await findActor(tx, post.authorId))?.local ?? true
	for (const group of await findPlacesToReport(tx, post.id, { actorId: person.id })) {
		const postId = aboutAuthor ? null : post.id
		const complaint = { reporterId: person.id, subjectId: post.authorId, postId, words: reason }
		const report = await fileReport(world, tx, { uri: null, groupId: group.id, ...complaint })
		if (!report.ok) continue
		ids.push(report.value)
		if (group.local && (!forward || told)) continue
		await forwardReport(world, tx, { reportId: report.value, by: "operator" })
		if (group.local) told = true
	}
	return ids.length > 0
		? done(ids)
		: refused("not-found", "There is nothing here that they could report anew.")
}
