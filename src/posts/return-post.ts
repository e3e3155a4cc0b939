import type { Transaction } from "../../db/connect.ts"
import { findLastEvent, record } from "../../db/events.ts"
import { findGroup } from "../../db/groups.ts"
import { replaceMentions } from "../../db/mentions.ts"
import { findShares, lockPostUri, setShareEvent, setShareState, unburyPost } from "../../db/posts.ts"
import { replaceTags } from "../../db/tags.ts"
import type { Heard } from "../events.ts"
import type { Group } from "../groups/group.ts"
import { type Judging, judgePost } from "../moderation/judge-post.ts"
import type { Actor } from "../people/actor.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"
import { mentionedIn } from "./mentions.ts"
import type { Draft } from "./submit-post.ts"
import { tagsOf } from "./tags.ts"

type Return = { author: Actor; draft: Draft; heard: Heard }

/**
 * An author takes back that they deleted a post (Lemmy, Mbin). It returns to the groups in which it was seen until then,
 * where they take it as it is now; what moderators had taken out before stays out.
 */
export const returnPost = async (
	world: World,
	tx: Transaction,
	{ author, draft, heard }: Return,
): Promise<Result> => {
	const post = await lockPostUri(tx, draft.uri)
	if (!post?.deletedAt) return refused("not-found", "There is no deleted post here.")
	if (post.authorId !== author.id) return refused("forbidden", "Only its author brings a post back.")
	if (post.audience !== draft.audience)
		return refused("forbidden", "An edit cannot change who may read a post.")
	const { title, html, source, contentWarning, sensitive, language, attachments } = draft
	const words = { title, html, source, contentWarning, sensitive, language, attachments }
	const now = world.ports.now()
	const groups = await groupsLeft(tx, post.id)
	const takers: Group[] = []
	for (const group of groups)
		if (await takesBack(tx, { group, author, post: { ...post, ...words }, now, coming: "edited" }))
			takers.push(group)
	if (takers.length === 0) return refused("forbidden", "No group here takes it back.")
	await unburyPost(tx, post.id, words)
	await replaceTags(tx, post.id, tagsOf(words))
	await replaceMentions(tx, post.id, mentionedIn(world, author, words, []))
	for (const { id: groupId } of takers) {
		await setShareState(tx, groupId, post.id, "shared", null, now)
		const event = {
			type: "post-returned",
			groupId,
			postId: post.id,
			actorId: author.id,
			facts: heard,
		} as const
		await setShareEvent(tx, groupId, post.id, await record(tx, world.ports, event))
	}
	return done(undefined)
}

const takesBack = async (tx: Transaction, judging: Judging): Promise<boolean> =>
	(await judgePost(tx, judging)).verdict === "accept"

/** Where it was seen until its author deleted it. */
const groupsLeft = async (tx: Transaction, postId: string): Promise<Group[]> => {
	const groups: Group[] = []
	for (const { groupId, state } of await findShares(tx, postId)) {
		const last = await findLastEvent(tx, groupId, postId, [...outs])
		const group = state === "deleted" && last?.type === "post-deleted" ? await findGroup(tx, groupId) : null
		if (group && !group.goneAt) groups.push(group)
	}
	return groups
}

const outs = ["post-deleted", "post-removed", "post-suspended", "post-unshared", "post-held"] as const
