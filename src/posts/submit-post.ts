import { takeIntoWave } from "../../db/arrivals.ts"
import type { Transaction } from "../../db/connect.ts"
import { record } from "../../db/events.ts"
import { findGroup } from "../../db/groups.ts"
import { isGone, rememberGone } from "../../db/inbox.ts"
import { insertMentions } from "../../db/mentions.ts"
import { insertPoll } from "../../db/polls.ts"
import {
	findPostByUri,
	findShare,
	findShares,
	insertPost,
	insertShare,
	type KeptPost,
	keepCreate,
	lockPostUri,
	setShareEvent,
	setShareState,
	touchThread,
} from "../../db/posts.ts"
import { insertTags } from "../../db/tags.ts"
import { carryPost } from "../groups/carry-post.ts"
import { type Group, hasMoved } from "../groups/group.ts"
import { limits } from "../limits.ts"
import { judgePost } from "../moderation/judge-post.ts"
import type { Verdict } from "../moderation/policy.ts"
import { recordVerdict } from "../moderation/record-verdict.ts"
import { tellAuthor } from "../moderation/tell-author.ts"
import { commandOf, type Obeyed, obeyCommand } from "../moderation/voices/obey-command.ts"
import type { Actor } from "../people/actor.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"
import { mentionedIn } from "./mentions.ts"
import type { PollDraft } from "./poll.ts"
import { clampPublished, type Post } from "./post.ts"
import { saysTheSame } from "./says-the-same.ts"
import { tagsOf } from "./tags.ts"
import { tellTooLate } from "./tell-too-late.ts"

/** What somebody says, wherever they say it, before it has a place here. */
export type Draft = Omit<
	Post,
	| "id"
	| "authorId"
	| "parentId"
	| "threadId"
	| "editedAt"
	| "deletedAt"
	| "version"
	| "publishedAt"
	| "quoteAuthorization"
> & {
	id?: string
	publishedAt: Date | null
	/** The conversation it says it belongs to (FEP-7888). */
	contextUri?: string | null
	/** Who wrote what it quotes, if somebody here quotes it and that is known. */
	quotedAuthorId?: string | null
	createUri: string | null
	createBytes: Uint8Array | null
	/** Local readers it names, for a post to certain people. */
	people: string[]
	/** What it lets people choose from, if it asks. */
	poll?: PollDraft | null
}

export type Submission = {
	author: Actor
	draft: Draft
	addressed: Group[]
	/** The group of another server whose word it is that it shares the post: then it is there, whatever it answers. */
	sharedBy?: Group
	/** Nobody sent it: it was read because of an answer to it. Then a group that did not take it before is not asked again. */
	found?: boolean
	/**
	 * Its author says it just now, by their own server: only then is what a moderator asks of the group in it obeyed. On the
	 * last try nothing is waited for any more.
	 */
	fresh?: "may-wait" | "last-try"
}

export type Submitted = {
	postId: string | null
	verdicts: { group: Group; verdict: Verdict }[]
	/** It was no post: a moderator asked something of these groups. */
	obeyed?: Obeyed[]
}

/**
 * Takes in a post: finds its place, asks each group's policy, keeps it once, and shares it where it is welcome. A reply
 * belongs where its parent is; a post that is known keeps its first wording and is not shared twice in one group.
 */
export const submitPost = async (
	world: World,
	tx: Transaction,
	{ author, draft, addressed, sharedBy, found = false, fresh }: Submission,
): Promise<Result<Submitted>> => {
	const known = await lockPostUri(tx, draft.uri)
	if (known?.deletedAt || (await isGone(tx, draft.uri, author.uri)))
		return refused("gone", "The post was deleted.")
	if (known && known.authorId !== author.id) return refused("forbidden", "That post is somebody else's.")
	const parent = draft.inReplyTo ? await findPostByUri(tx, draft.inReplyTo) : null
	const said = { author, words: draft, parent, addressed }
	const command = known ? null : await commandOf(tx, said)
	if (command && !fresh) return refused("forbidden", "What a moderator asks of a group is not a post.")
	if (command && (parent || !draft.inReplyTo || fresh === "last-try"))
		return done({ postId: null, verdicts: [], obeyed: await obeyCommand(world, tx, said, command) })
	if (draft.inReplyTo && !parent && !sharedBy)
		return refused("too-early", "It answers a post that is not known here.")
	const groups = sharedBy ? [sharedBy] : parent ? await groupsSharing(tx, parent, addressed) : addressed
	const post = known ?? newPost(world, author, draft, parent)
	if (groups.length === 0) {
		if (parent && !known && !found) await tellTooLate(world, tx, { author, post, parent, addressed })
		return refused("not-found", "It is not addressed to a group here.")
	}
	if (known && !known.createUri && draft.createUri) await bringCreate(world, tx, author, known, draft)
	const words = { ...post, poll: known ? null : draft.poll }
	const now = world.ports.now()
	const verdicts: Submitted["verdicts"] = []
	const coming = found || sharedBy ? "found" : "new"
	let kept = known !== null
	// In one order, so that two posts which are counted in the same lines of two mod logs never wait for each other.
	for (const group of groups.toSorted((one, other) => (one.id < other.id ? -1 : 1))) {
		const share = known && (await findShare(tx, group.id, post.id))
		// What it only carries so far, its author may bring to the group themselves.
		if (share && (sharedBy || share.eventId || share.state !== "shared")) continue
		if (found && (await isGone(tx, draft.uri, group.uri))) continue
		const verdict = hasMoved(group) ?? (await judgePost(tx, { group, author, post: words, now, coming }))
		verdicts.push({ group, verdict })
		if (verdict.verdict !== "refuse" && !kept) {
			await insertPost(tx, post, draft.people)
			await insertTags(tx, post.id, tagsOf(post))
			await insertMentions(tx, post.id, mentionedIn(world, author, post, groups))
			if (draft.poll) await insertPoll(tx, post.id, draft.poll)
			kept = true
		}
		if (sharedBy && verdict.verdict === "refuse") continue
		await place(world, tx, { group, post, author, verdict, carried: share !== null })
		if (verdict.verdict === "accept") await carryPost(world, tx, { from: group, post, author })
	}
	return done({ postId: kept ? post.id : null, verdicts })
}

/**
 * The Create of a post that was found before it came, as when an answer to it was faster. Communities are passed on
 * activities, so until now there was nothing to tell them of it.
 */
const bringCreate = async (
	world: World,
	tx: Transaction,
	author: Actor,
	post: Post,
	draft: Draft,
): Promise<void> => {
	const [postId, actorId, { createUri }] = [post.id, author.id, draft]
	// What was judged and is shown are the words that were found: others are for their own server to say.
	const createBytes = saysTheSame(post, draft) ? draft.createBytes : null
	await keepCreate(tx, postId, { createUri, createBytes })
	const activity = createBytes ? new TextDecoder().decode(createBytes) : JSON.stringify(createUri)
	const facts = { activityUri: createUri!, activity }
	for (const { groupId, state, eventId } of await findShares(tx, postId)) {
		const group = state === "shared" && eventId ? await findGroup(tx, groupId) : null
		const judging = { author, post, now: world.ports.now(), coming: "edited" } as const
		const verdict = group && (await judgePost(tx, { ...judging, group }))
		if (verdict?.verdict === "accept")
			await record(tx, world.ports, { type: "post-edited", groupId, postId, actorId, facts })
	}
}

const newPost = (world: World, author: Actor, draft: Draft, parent: Post | null): KeptPost => {
	const id = draft.id ?? world.ports.newId()
	const { people: _, poll: __, ...words } = draft
	return {
		...words,
		id,
		quotedAuthorId: draft.quotedAuthorId ?? null,
		quoteAuthorization: null,
		authorId: author.id,
		parentId: parent?.id ?? null,
		threadId: parent?.threadId ?? id,
		publishedAt: clampPublished(draft.publishedAt, world.ports.now()),
		editedAt: null,
		deletedAt: null,
		version: 1,
	}
}

/** Where an answer belongs: the groups that share its parent; one that only carries it must be named. */
const groupsSharing = async (tx: Transaction, parent: Post, addressed: Group[]): Promise<Group[]> => {
	const groups: Group[] = []
	for (const share of await findShares(tx, parent.id)) {
		if (!share.eventId && !addressed.some(({ id }) => id === share.groupId)) continue
		const group = share.state === "shared" ? await findGroup(tx, share.groupId) : null
		if (group && !group.goneAt) groups.push(group)
	}
	return groups
}

type Placing = { group: Group; post: Post; author: Actor; verdict: Verdict; carried: boolean }

/** Gives a post its place in one group, as the verdict says, and writes down what happened. */
const place = async (
	world: World,
	tx: Transaction,
	{ group, post, author, verdict, carried }: Placing,
): Promise<void> => {
	const [groupId, actorId, postId] = [group.id, author.id, post.id]
	if (verdict.verdict === "refuse") {
		await rememberGone(tx, post.uri, group.uri)
		await recordVerdict(world, tx, { group, author, verdict, post })
		await tellAuthor(world, tx, { group, author, verdict, aboutId: null, postUri: post.uri })
		return
	}
	const now = world.ports.now()
	const [state, reason] =
		verdict.verdict === "hold" ? (["held", verdict.reason] as const) : (["shared", null] as const)
	const topLevel = post.threadId === post.id || !(await findShare(tx, groupId, post.threadId))
	const dueAt = verdict.verdict === "hold" ? (verdict.until ?? null) : null
	const strange = {
		strangeAt: verdict.stranger ? now : null,
		inWave: verdict.stranger === "wave" || verdict.stranger === "first",
	}
	const share = {
		groupId,
		postId,
		threadId: post.threadId,
		topLevel,
		state,
		reason,
		sharedAt: now,
		dueAt,
		...strange,
	}
	const keepShare = async (eventId: string | null): Promise<void> => {
		if (!carried) return insertShare(tx, { ...share, eventId, activeAt: now })
		await setShareState(tx, groupId, postId, state, reason, now, dueAt)
		if (eventId) await setShareEvent(tx, groupId, postId, eventId)
	}
	if (verdict.verdict === "hold") {
		await keepShare(null)
		if (verdict.stranger === "first")
			await takeIntoWave(tx, groupId, new Date(now.getTime() - limits.waveEnds))
		const aboutId = await recordVerdict(world, tx, { group, author, verdict, post })
		await tellAuthor(world, tx, { group, author, verdict, aboutId, postUri: post.uri })
		return
	}
	await keepShare(await record(tx, world.ports, { type: "post-shared", groupId, postId, actorId }))
	if (post.threadId !== post.id) await touchThread(tx, groupId, post.threadId, now)
}
