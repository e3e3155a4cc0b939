import type { Transaction } from "../../db/connect.ts"
import { record } from "../../db/events.ts"
import { findGroup } from "../../db/groups.ts"
import { replaceMentions } from "../../db/mentions.ts"
import { lockPoll, replacePoll } from "../../db/polls.ts"
import { findShares, lockPostUri, replacePost, setShareState } from "../../db/posts.ts"
import { replaceTags } from "../../db/tags.ts"
import type { Heard } from "../events.ts"
import { holdCarried } from "../groups/carry-post.ts"
import type { Group } from "../groups/group.ts"
import { judgePost } from "../moderation/judge-post.ts"
import type { Verdict } from "../moderation/policy.ts"
import { recordVerdict } from "../moderation/record-verdict.ts"
import { tellAuthor } from "../moderation/tell-author.ts"
import { commandOf } from "../moderation/voices/obey-command.ts"
import type { Actor } from "../people/actor.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"
import { judgeWaiting } from "./judge-waiting.ts"
import { mentionedIn } from "./mentions.ts"
import { momentOfEdit } from "./moment-of-edit.ts"
import { type PollDraft, sameQuestion } from "./poll.ts"
import type { Post } from "./post.ts"
import { saysTheSame, type Wording } from "./says-the-same.ts"
import { tagsOf } from "./tags.ts"

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
	const same = saysTheSame(post, edit.wording)
	if (same && edit.heard.activity === undefined && !edit.poll) return done(post)
	const words = { ...post, ...edit.wording, poll: edit.poll }
	if (
		await commandOf(tx, {
			author: edit.author,
			words: { ...words, inReplyTo: post.uri },
			parent: post,
			addressed: [],
		})
	)
		return refused("forbidden", "What a moderator asks of a group is not a post.")
	const now = world.ports.now()
	const { takes, refuses, waiting } = await placesOf(tx, words, edit.author, now)
	if (same && takes.length > 0 && (await isTally(tx, post, edit.poll))) return done(post)
	const editedAt = momentOfEdit(post.editedAt, edit.editedAt, now)
	if (edit.editedAt && post.editedAt && edit.editedAt <= post.editedAt)
		return refused("too-late", "A newer edit is known.")
	if (takes.length === 0 && (refuses.length > 0 || waiting.length === 0)) {
		for (const place of refuses) await refuse(world, tx, post, edit.author, place)
		return refused("forbidden", "The author may not post where the post is.")
	}
	// What is new may be something that is not kept here, such as a permission to quote: then nothing was edited.
	const isEdited = !same || edit.poll != null || edit.editedAt !== null
	if (isEdited) await replacePost(tx, post, edit.wording, editedAt)
	if (isEdited) await replaceTags(tx, post.id, tagsOf(edit.wording))
	if (isEdited) await replaceMentions(tx, post.id, mentionedIn(world, edit.author, edit.wording, []))
	if (edit.poll) await replacePoll(tx, post.id, edit.poll)
	for (const place of refuses) await suspend(world, tx, post, edit.author, place)
	for (const group of waiting)
		await judgeWaiting(world, tx, {
			group,
			post: { ...words, version: post.version + 1 },
			author: edit.author,
		})
	for (const { group } of takes)
		await record(tx, world.ports, {
			type: "post-edited",
			groupId: group.id,
			postId: post.id,
			actorId: edit.author.id,
			facts: edit.heard,
		})
	for (const group of await carriers(tx, post.id))
		await holdCarried(world, tx, { group, post: words, author: edit.author })
	return done(isEdited ? { ...post, ...edit.wording, editedAt, version: post.version + 1 } : post)
}

/** Whether nothing of a poll is new but how it stands, which is noted: no edit, and no earlier wording to keep. */
const isTally = async (tx: Transaction, post: Post, poll: PollDraft | null | undefined): Promise<boolean> => {
	const known = poll ? await lockPoll(tx, post.id) : null
	if (!poll || !known || !sameQuestion(known, poll)) return false
	await replacePoll(tx, post.id, poll)
	return true
}

type Place = { group: Group; verdict: Verdict; shareId: string }

/** The groups that share a post by themselves: those that take its new words, and those that do not. */
const placesOf = async (
	tx: Transaction,
	post: Post & { poll?: PollDraft | null },
	author: Actor,
	now: Date,
): Promise<{ takes: Place[]; refuses: Place[]; waiting: Group[] }> => {
	const [takes, refuses]: Place[][] = [[], []]
	const waiting: Group[] = []
	for (const { groupId, state, eventId: shareId } of await findShares(tx, post.id)) {
		const group = state === "held" || (state === "shared" && shareId) ? await findGroup(tx, groupId) : null
		if (group && state === "held") waiting.push(group)
		if (!group || !shareId || state === "held") continue
		const verdict = await judgePost(tx, { group, author, post, now, coming: "edited" })
		;(verdict.verdict === "accept" ? takes! : refuses!).push({ group, verdict, shareId })
	}
	refuses!.sort((one, other) => (one.group.id < other.group.id ? -1 : 1))
	return { takes: takes!, refuses: refuses!, waiting }
}

const carriers = async (tx: Transaction, postId: string): Promise<Group[]> => {
	const groups: Group[] = []
	for (const share of await findShares(tx, postId)) {
		const group = share.state === "shared" && !share.eventId ? await findGroup(tx, share.groupId) : null
		if (group) groups.push(group)
	}
	return groups
}

/** Nothing of the edit is taken anywhere: the post stays as it is. */
const refuse = async (
	world: World,
	tx: Transaction,
	post: Post,
	author: Actor,
	{ group, verdict }: Place,
): Promise<void> => {
	if (verdict.verdict === "accept") return
	await recordVerdict(world, tx, { group, author, verdict: { ...verdict, verdict: "refuse" }, post })
	await tellAuthor(world, tx, { group, author, verdict, aboutId: null, postUri: post.uri })
}

/** The post has new words, which this group does not take while another does: here it waits for a moderator. */
const suspend = async (
	world: World,
	tx: Transaction,
	{ id: postId, uri: postUri }: Post,
	author: Actor,
	{ group, verdict, shareId }: Place,
): Promise<void> => {
	const reason = reasonIn(verdict)
	await setShareState(tx, group.id, postId, "held", reason, null)
	const hold = { type: "post-suspended", groupId: group.id, postId, actorId: author.id, reason } as const
	const aboutId = await record(tx, world.ports, { ...hold, facts: { shareId } })
	await tellAuthor(world, tx, {
		group,
		author,
		verdict: { ...verdict, verdict: "hold" } as Verdict,
		aboutId,
		postUri,
	})
}

const reasonIn = (verdict: Verdict): string => (verdict.verdict === "accept" ? "" : verdict.reason)
