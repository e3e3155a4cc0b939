import type { Transaction } from "../../db/connect.ts"
import { findThanks } from "../../db/reactions.ts"
import { activityUri } from "../events.ts"
import type { Actor } from "../people/actor.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"
import { emojiOf } from "./emoji.ts"
import type { Post } from "./post.ts"
import { reactToPost, takeBackReaction } from "./react-to-post.ts"

export type OwnGesture = {
	person: Actor
	post: Pick<Post, "id" | "uri">
	/** "thanks", an emoji, or "nothing" to take back what there was. */
	wish: string
}

/** A person with an account here says thanks for a post, or an emoji in its place; each takes the place of the one before. */
export const makeGesture = async (
	world: World,
	tx: Transaction,
	{ person, post, wish }: OwnGesture,
): Promise<Result> => {
	const emoji = wish === "thanks" || wish === "nothing" ? null : emojiOf(wish)
	if (emoji === null && wish !== "thanks" && wish !== "nothing")
		return refused("invalid", "That is not one emoji.")
	const before = await findThanks(tx, post.id, person.id)
	if (wish === "nothing" ? before === undefined : before?.emoji === emoji) return done(undefined)
	const gesture = { person, postUri: post.uri, kind: "like", heard: {} } as const
	if (before) await takeBackReaction(world, tx, { ...gesture, uri: null })
	if (wish === "nothing") return done(undefined)
	const uri = activityUri(world.origin.origin, world.ports.newId(), "like")
	return reactToPost(world, tx, { ...gesture, emoji, uri })
}
