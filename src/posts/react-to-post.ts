import type { Transaction } from "../../db/connect.ts"
import { record } from "../../db/events.ts"
import { maySee } from "../../db/polls.ts"
import { findPostByUri } from "../../db/posts.ts"
import { deleteReaction, insertReaction, ownReaction } from "../../db/reactions.ts"
import type { Heard } from "../events.ts"
import type { Actor } from "../people/actor.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"
import { groupsOpenTo } from "./groups-open-to.ts"

export type Gesture = {
	person: Actor
	postUri: string
	kind: "like" | "dislike" | "boost"
	emoji: string | null
	uri: string | null
	heard: Heard
}

/**
 * Somebody says thanks, or makes another gesture, once; the groups of the post pass it on to communities. Another emoji
 * takes the place of the one before (Misskey).
 */
export const reactToPost = async (world: World, tx: Transaction, gesture: Gesture): Promise<Result> => {
	const { person, kind, emoji, uri } = gesture
	const post = await findPostByUri(tx, gesture.postUri)
	const viewer = kind === "boost" ? "anyone" : { actorId: person.id }
	if (!post || post.deletedAt || !(await maySee(tx, viewer, post.id)))
		return refused("not-found", "There is no such post here.")
	const groupIds = await groupsThatTake(world, tx, post.id, person)
	const row = { postId: post.id, actorId: person.id, kind, emoji, uri, createdAt: world.ports.now() }
	if (groupIds.length === 0)
		return (await ownReaction(tx, row))
			? done(undefined)
			: refused("forbidden", "It is in no group that takes anything from them.")
	if (!(await insertReaction(tx, row))) return refused("too-late", "They did that already.")
	if (kind !== "boost") await tell(world, tx, groupIds, post.id, { ...gesture, takenBack: false })
	return done(undefined)
}

/** They take the gesture back; nobody is told where only a group had vouched for it, since nobody was told of it. */
export const takeBackReaction = async (
	world: World,
	tx: Transaction,
	{
		person,
		uri,
		postUri,
		kind,
		emoji,
		heard,
	}: {
		person: Actor
		uri: string | null
		postUri: string | null
		kind: Gesture["kind"]
		/** The emoji of the gesture, null for none; undefined when it is not said. */
		emoji?: string | null
		heard: Heard
	},
): Promise<Result<{ vouched: boolean }>> => {
	const post = postUri ? await findPostByUri(tx, postUri) : null
	const gone = await deleteReaction(tx, { actorId: person.id, uri, postId: post?.id ?? null, kind, emoji })
	if (!gone) return refused("not-found", "They made no such gesture.")
	const { postId, vouched } = gone
	if (kind !== "boost" && !vouched)
		await tell(world, tx, await groupsThatTake(world, tx, postId, person), postId, {
			...gone,
			person,
			heard,
			takenBack: true,
		})
	return done({ vouched })
}

const tell = async (
	world: World,
	tx: Transaction,
	groupIds: string[],
	postId: string,
	{ person, heard, uri, emoji, takenBack }: Pick<Gesture, "person" | "heard" | "uri" | "emoji"> & Undone,
): Promise<void> => {
	for (const groupId of groupIds)
		await record(tx, world.ports, {
			type: "post-reacted",
			groupId,
			postId,
			personId: person.id,
			facts: person.local ? { gestureUri: uri, emoji, takenBack } : heard,
		})
}

type Undone = { takenBack: boolean }

/** What people elsewhere do is for groups that live here: one elsewhere counts it itself. It hears what people here do. */
const groupsThatTake = async (
	world: World,
	tx: Transaction,
	postId: string,
	person: Actor,
): Promise<string[]> =>
	(await groupsOpenTo(world, tx, postId, person))
		.filter(({ local }) => local || person.local)
		.map(({ id }) => id)
