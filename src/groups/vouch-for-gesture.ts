import { findActor } from "../../db/actors.ts"
import type { Transaction } from "../../db/connect.ts"
import { isGone } from "../../db/inbox.ts"
import { countVouched, deleteReaction, isVouched } from "../../db/reactions.ts"
import { limits } from "../limits.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"
import { isAtHomeWith } from "./group.ts"
import { type GestureElsewhere, inGroup, noteGesture } from "./note-gesture.ts"

/**
 * A group elsewhere says that somebody made a gesture, and nobody else can be asked. Its server knows what was done to
 * posts that live on it, so there its word is kept, as the group's and not as that person's; what somebody said or took
 * back themselves stands above it.
 */
export const vouchForGesture = async (
	world: World,
	tx: Transaction,
	gesture: GestureElsewhere,
): Promise<Result> => {
	const { groupId, person, postUri, uri } = gesture
	const found = await inGroup(tx, groupId, postUri)
	if (!found) return refused("not-found", "There is no such post in that group.")
	const author = await findActor(tx, found.post.authorId)
	if (person.local || !author || !isAtHomeWith(found.group, found.post, author))
		return refused("forbidden", "That is not for that group to say.")
	if (uri && (await isGone(tx, uri, person.uri))) return refused("gone", "They took it back.")
	if ((await countVouched(tx, found.post.id)) >= limits.gesturesVouched)
		return refused("too-late", "No more can be vouched for.")
	return noteGesture(world, tx, gesture, true)
}

/** The group says no longer what it vouched for; somebody's own gesture it cannot take back this way. */
export const takeBackVouched = async (
	tx: Transaction,
	{ groupId, person, postUri, kind }: Omit<GestureElsewhere, "emoji" | "uri">,
): Promise<Result> => {
	const found = await inGroup(tx, groupId, postUri)
	const one = found && { postId: found.post.id, actorId: person.id, kind }
	if (!one || !(await isVouched(tx, { ...one, groupId })))
		return refused("not-found", "It vouched for no such gesture.")
	await deleteReaction(tx, { ...one, uri: null })
	return done(undefined)
}
