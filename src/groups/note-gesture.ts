import type { Transaction } from "../../db/connect.ts"
import { findGroup } from "../../db/groups.ts"
import { findPostByUri, findShares } from "../../db/posts.ts"
import { deleteReaction, insertReaction } from "../../db/reactions.ts"
import { judgePost } from "../moderation/judge-post.ts"
import type { Actor } from "../people/actor.ts"
import type { Post } from "../posts/post.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"
import type { Group } from "./group.ts"

export type GestureElsewhere = {
	groupId: string
	person: Actor
	postUri: string
	kind: "like" | "dislike" | "boost"
	emoji: string | null
	uri: string | null
}

/**
 * Somebody made a gesture in a group of another server: it is kept, and nobody is told, since that group tells of it.
 * `vouched` when it is that group alone that says so.
 */
export const noteGesture = async (
	world: World,
	tx: Transaction,
	{ groupId, person, postUri, kind, emoji, uri }: GestureElsewhere,
	vouched = false,
): Promise<Result> => {
	const found = await inGroup(tx, groupId, postUri)
	if (!found) return refused("not-found", "There is no such post in that group.")
	const { group, post } = found
	const now = world.ports.now()
	const words = { ...post, title: null, html: "", contentWarning: null, attachments: [], threadId: post.id }
	const verdict = await judgePost(tx, { group, author: person, post: words, now, coming: "edited" })
	if (verdict.verdict === "refuse") return refused("forbidden", verdict.reason)
	const vouchedBy = vouched ? groupId : null
	const row = { postId: post.id, actorId: person.id, kind, emoji, uri, createdAt: now, vouchedBy }
	return (await insertReaction(tx, row)) ? done(undefined) : refused("too-late", "They did that already.")
}

/** They took it back. What they did to a post that a group here shares is heard from themselves, not from elsewhere. */
export const takeBackGesture = async (
	tx: Transaction,
	{ groupId, person, postUri, kind, uri }: Omit<GestureElsewhere, "emoji">,
): Promise<Result> => {
	const found = await inGroup(tx, groupId, postUri)
	if (!found || found.isHere) return refused("not-found", "That is not for that group to say.")
	const gone = await deleteReaction(tx, { actorId: person.id, uri, postId: found.post.id, kind })
	return gone ? done(undefined) : refused("not-found", "They made no such gesture.")
}

/** A post that a group shares here, and whether a group of this server shares it, too. */
export const inGroup = async (
	tx: Transaction,
	groupId: string,
	postUri: string,
): Promise<{ group: Group; post: Post; isHere: boolean } | null> => {
	const post = await findPostByUri(tx, postUri)
	if (!post || post.deletedAt) return null
	const shares = (await findShares(tx, post.id)).filter(({ state }) => state === "shared")
	const groups = await Promise.all(shares.map((share) => findGroup(tx, share.groupId)))
	const group = groups.find((one) => one?.id === groupId)
	return group ? { group, post, isHere: groups.some((one) => one?.local) } : null
}
