import type { Transaction } from "../../db/connect.ts"
import { record } from "../../db/events.ts"
import { findGroup } from "../../db/groups.ts"
import { findPostByUri, findShares } from "../../db/posts.ts"
import { deleteReaction, insertReaction } from "../../db/reactions.ts"
import type { Heard } from "../events.ts"
import { judgePost } from "../moderation/judge-post.ts"
import type { Actor } from "../people/actor.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"

export type Gesture = {
	person: Actor
	postUri: string
	kind: "like" | "dislike" | "boost"
	emoji: string | null
	uri: string | null
	heard: Heard
}

/** Somebody says thanks, or makes another gesture, once; the groups of the post pass it on to communities. */
export const reactToPost = async (world: World, tx: Transaction, gesture: Gesture): Promise<Result> => {
	const { person, kind, emoji, uri } = gesture
	const post = await findPostByUri(tx, gesture.postUri)
	if (!post || post.deletedAt) return refused("not-found", "There is no such post here.")
	const groupIds = await groupsThatTake(world, tx, post.id, person)
	if (groupIds.length === 0) return refused("forbidden", "It is in no group that takes anything from them.")
	if (
		!(await insertReaction(tx, {
			postId: post.id,
			actorId: person.id,
			kind,
			emoji,
			uri,
			createdAt: world.ports.now(),
		}))
	)
		return refused("too-late", "They did that already.")
	if (kind !== "boost") await tell(world, tx, groupIds, post.id, gesture)
	return done(undefined)
}

/** They take the gesture back. */
export const takeBackReaction = async (
	world: World,
	tx: Transaction,
	{
		person,
		uri,
		postUri,
		kind,
		heard,
	}: { person: Actor; uri: string | null; postUri: string | null; kind: Gesture["kind"]; heard: Heard },
): Promise<Result> => {
	const post = postUri ? await findPostByUri(tx, postUri) : null
	const postId = await deleteReaction(tx, { actorId: person.id, uri, postId: post?.id ?? null, kind })
	if (!postId) return refused("not-found", "They made no such gesture.")
	if (kind !== "boost")
		await tell(world, tx, await groupsThatTake(world, tx, postId, person), postId, { person, heard })
	return done(undefined)
}

const tell = async (
	world: World,
	tx: Transaction,
	groupIds: string[],
	postId: string,
	{ person, heard }: Pick<Gesture, "person" | "heard">,
): Promise<void> => {
	for (const groupId of groupIds)
		await record(tx, world.ports, {
			type: "post-reacted",
			groupId,
			postId,
			personId: person.id,
			facts: heard,
		})
}

const quiet = { title: null, html: "", contentWarning: null, attachments: [], audience: "public" } as const

/** The groups that share the post and are open to this person at all: not banned, not blocked. */
const groupsThatTake = async (
	world: World,
	tx: Transaction,
	postId: string,
	person: Actor,
): Promise<string[]> => {
	const takes: string[] = []
	for (const share of await findShares(tx, postId)) {
		const group = share.state === "shared" ? await findGroup(tx, share.groupId) : null
		if (!group?.local) continue
		const post = { ...quiet, id: postId, threadId: postId, attachments: [] }
		const verdict = await judgePost(tx, {
			group: { ...group, posting: "anyone" },
			author: person,
			post,
			now: world.ports.now(),
		})
		if (verdict.verdict !== "refuse") takes.push(group.id)
	}
	return takes
}
