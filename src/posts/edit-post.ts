import { isDeepStrictEqual } from "node:util"
import type { Transaction } from "../../db/connect.ts"
import { record } from "../../db/events.ts"
import { findGroup } from "../../db/groups.ts"
import { lockPoll, replacePoll } from "../../db/polls.ts"
import { findShares, lockPostUri, replacePost } from "../../db/posts.ts"
import type { Heard } from "../events.ts"
import { holdCarried } from "../groups/carry-post.ts"
import { judgePost } from "../moderation/judge-post.ts"
import { tellAuthor } from "../moderation/tell-author.ts"
import type { Actor } from "../people/actor.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"
import { type PollDraft, sameQuestion } from "./poll.ts"
import type { Post } from "./post.ts"
import type { Draft } from "./submit-post.ts"

type Wording = Pick<
	Draft,
	"title" | "html" | "source" | "contentWarning" | "sensitive" | "language" | "attachments" | "audience"
>

export type Edit = {
	author: Actor
	uri: string
	wording: Wording
	/** A poll as its own server tells it now. */
	poll?: PollDraft | null
	editedAt: Date | null
	heard: Heard
}

/**
 * Replaces the wording of somebody's own post and keeps the one before. An edit older than the last one is passed over,
 * and one that would make the post less public than it was is refused: it was shared under another promise. Nothing
 * happens when nobody's word comes with it and the words are the same: anybody may hint at an edit that never was.
 */
export const editPost = async (world: World, tx: Transaction, edit: Edit): Promise<Result<Post>> => {
	const post = await lockPostUri(tx, edit.uri)
	if (!post) return refused("not-found", "There is no such post here.")
	if (post.deletedAt) return refused("gone", "The post was deleted.")
	if (post.authorId !== edit.author.id) return refused("forbidden", "Only its author edits a post.")
	if (post.audience !== edit.wording.audience)
		return refused("forbidden", "An edit cannot change who may read a post.")
	if (saysTheSame(post, edit.wording) && (await isTally(tx, post, edit.poll))) return done(post)
	if (edit.heard.activity === undefined && !edit.poll && saysTheSame(post, edit.wording)) return done(post)
	const now = world.ports.now()
	const editedAt = edit.editedAt && edit.editedAt < now ? edit.editedAt : now
	if (edit.editedAt && post.editedAt && edit.editedAt <= post.editedAt)
		return refused("too-late", "A newer edit is known.")

	const groupIds = await groupsThatTake(world, tx, { ...post, ...edit.wording }, edit.author, now)
	if (groupIds.length === 0) return refused("forbidden", "The author may not post where the post is.")
	await replacePost(tx, post, edit.wording, editedAt)
	if (edit.poll) await replacePoll(tx, post.id, edit.poll)
	for (const groupId of groupIds)
		await record(tx, world.ports, {
			type: "post-edited",
			groupId,
			postId: post.id,
			actorId: edit.author.id,
			facts: edit.heard,
		})
	return done({ ...post, ...edit.wording, editedAt, version: post.version + 1 })
}

/** Whether nothing of a poll is new but how it stands, which is noted: no edit, and no earlier wording to keep. */
const isTally = async (tx: Transaction, post: Post, poll: PollDraft | null | undefined): Promise<boolean> => {
	const known = poll ? await lockPoll(tx, post.id) : null
	if (!poll || !known || !sameQuestion(known, poll)) return false
	await replacePoll(tx, post.id, poll)
	return true
}

const saysTheSame = (post: Post, wording: Wording): boolean =>
	(Object.keys(wording) as (keyof Wording)[]).every((name) => isDeepStrictEqual(post[name], wording[name]))

const groupsThatTake = async (
	world: World,
	tx: Transaction,
	post: Post,
	author: Actor,
	now: Date,
): Promise<string[]> => {
	const takes: string[] = []
	for (const share of await findShares(tx, post.id)) {
		const group = share.state === "shared" ? await findGroup(tx, share.groupId) : null
		if (!group) continue
		if (!share.eventId) {
			await holdCarried(world, tx, { group, post, author })
			continue
		}
		const verdict = await judgePost(tx, { group, author, post, now })
		if (verdict.verdict === "accept") takes.push(group.id)
		else {
			const facts = { postUri: post.uri }
			const refusal = {
				type: "post-refused",
				groupId: group.id,
				actorId: author.id,
				reason: verdict.reason,
				facts,
			} as const
			const aboutId = await record(tx, world.ports, refusal)
			await tellAuthor(world, tx, { group, author, verdict, aboutId, postUri: post.uri })
		}
	}
	return takes
}
