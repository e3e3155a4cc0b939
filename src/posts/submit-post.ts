import type { Transaction } from "../../db/connect.ts"
import { record } from "../../db/events.ts"
import { findGroup } from "../../db/groups.ts"
import { isGone } from "../../db/inbox.ts"
import {
	findPostByUri,
	findShare,
	findShares,
	insertPost,
	insertShare,
	type KeptPost,
	lockPostUri,
	setShareEvent,
	touchThread,
} from "../../db/posts.ts"
import type { Group } from "../groups/group.ts"
import { judgePost } from "../moderation/judge-post.ts"
import type { Verdict } from "../moderation/policy.ts"
import { tellAuthor } from "../moderation/tell-author.ts"
import type { Actor } from "../people/actor.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"
import { clampPublished, type Post } from "./post.ts"

/** What somebody says, wherever they say it, before it has a place here. */
export type Draft = Omit<
	Post,
	"id" | "authorId" | "parentId" | "threadId" | "editedAt" | "deletedAt" | "version" | "publishedAt"
> & {
	id?: string
	publishedAt: Date | null
	createUri: string | null
	createBytes: Uint8Array | null
	/** Local readers it names, for a post to certain people. */
	people: string[]
}

export type Submitted = { postId: string | null; verdicts: { group: Group; verdict: Verdict }[] }

/**
 * Takes in a post: finds its place, asks each group's policy, keeps it once, and shares it where it is welcome. A reply
 * belongs where its parent is; a post that is known keeps its first wording and is not shared twice in one group.
 */
export const submitPost = async (
	world: World,
	tx: Transaction,
	{ author, draft, addressed }: { author: Actor; draft: Draft; addressed: Group[] },
): Promise<Result<Submitted>> => {
	const known = await lockPostUri(tx, draft.uri)
	if (known?.deletedAt || (await isGone(tx, draft.uri, author.uri)))
		return refused("gone", "The post was deleted.")
	if (known && known.authorId !== author.id) return refused("forbidden", "That post is somebody else's.")
	const parent = draft.inReplyTo ? await findPostByUri(tx, draft.inReplyTo) : null
	if (draft.inReplyTo && !parent) return refused("too-early", "It answers a post that is not known here.")
	const groups = parent ? await groupsSharing(tx, parent) : addressed
	if (groups.length === 0) return refused("not-found", "It is not addressed to a group here.")

	const post = known ?? newPost(world, author, draft, parent)
	const verdicts: Submitted["verdicts"] = []
	let kept = known !== null
	for (const group of groups) {
		if (known && (await findShare(tx, group.id, post.id))) continue
		const verdict = await judgePost(tx, { group, author, post, now: world.ports.now() })
		verdicts.push({ group, verdict })
		if (verdict.verdict !== "refuse" && !kept) {
			await insertPost(tx, post, draft.people)
			kept = true
		}
		await place(world, tx, group, post, author, verdict)
	}
	return done({ postId: kept ? post.id : null, verdicts })
}

const newPost = (world: World, author: Actor, draft: Draft, parent: Post | null): KeptPost => {
	const id = draft.id ?? world.ports.newId()
	const { people: _, ...words } = draft
	return {
		...words,
		id,
		authorId: author.id,
		parentId: parent?.id ?? null,
		threadId: parent?.threadId ?? id,
		publishedAt: clampPublished(draft.publishedAt, world.ports.now()),
		editedAt: null,
		deletedAt: null,
		version: 1,
	}
}

const groupsSharing = async (tx: Transaction, parent: Post): Promise<Group[]> => {
	const groups: Group[] = []
	for (const share of await findShares(tx, parent.id)) {
		const group = share.state === "shared" ? await findGroup(tx, share.groupId) : null
		if (group && !group.goneAt) groups.push(group)
	}
	return groups
}

/** Gives a post its place in one group, as the verdict says, and writes down what happened. */
const place = async (
	world: World,
	tx: Transaction,
	group: Group,
	post: Post,
	author: Actor,
	verdict: Verdict,
): Promise<void> => {
	const [groupId, actorId, postId] = [group.id, author.id, post.id]
	if (verdict.verdict === "refuse") {
		const facts = { postUri: post.uri }
		const refusal = { type: "post-refused", groupId, actorId, reason: verdict.reason, facts } as const
		const aboutId = await record(tx, world.ports, refusal)
		await tellAuthor(world, tx, { group, author, verdict, aboutId, postUri: post.uri })
		return
	}
	const now = world.ports.now()
	await insertShare(tx, {
		groupId,
		postId,
		threadId: post.threadId,
		topLevel: post.threadId === post.id,
		state: verdict.verdict === "hold" ? "held" : "shared",
		reason: verdict.verdict === "hold" ? verdict.reason : null,
		sharedAt: now,
		activeAt: now,
	})
	if (verdict.verdict === "hold") {
		const hold = { type: "post-held", groupId, postId, actorId, reason: verdict.reason } as const
		const aboutId = await record(tx, world.ports, hold)
		await tellAuthor(world, tx, { group, author, verdict, aboutId, postUri: post.uri })
		return
	}
	await setShareEvent(
		tx,
		groupId,
		postId,
		await record(tx, world.ports, { type: "post-shared", groupId, postId, actorId }),
	)
	if (post.threadId !== post.id) await touchThread(tx, groupId, post.threadId, now)
}
