import { findActor, findActorByUri } from "../../db/actors.ts"
import { findPostByUri } from "../../db/posts.ts"
import { isVouched } from "../../db/reactions.ts"
import { isAtHomeWith } from "../../src/groups/group.ts"
import { noteGesture, takeBackGesture } from "../../src/groups/note-gesture.ts"
import { takeBackVouched, vouchForGesture } from "../../src/groups/vouch-for-gesture.ts"
import type { Actor } from "../../src/people/actor.ts"
import type { Result } from "../../src/result.ts"
import type { Heard, Hearing, Listening } from "../inbox.ts"
import { tooMuch } from "../plumbing/look-up.ts"
import { idOf, isObject, oneOf, sameOrigin, typeOf } from "../translate/reading.ts"
import type { Json } from "../translate/wire.ts"
import type { Word } from "./group-share.ts"
import { emojiIn } from "./like.ts"

const hour = 3_600_000

/**
 * Somebody likes a post in a group elsewhere, as that group tells. It is theirs if the gesture is found at its own address:
 * some servers show them (NodeBB, Snug), others do not (Lemmy, Mastodon). Then nobody vouches for it but the group, and
 * that counts, as the group's word, for posts that live on its own server.
 */
export const receiveSharedGesture = async (
	listening: Listening,
	heard: Heard,
	word: Word,
): Promise<Hearing> => {
	const { world, lookUp } = listening
	const { json } = word
	const [by, postUri] = [idOf(json.actor), idOf(json.object)]
	const post = postUri ? await findPostByUri(world.db, postUri) : null
	if (!by || !postUri || !post) return async () => "ignored: there is no such post here"
	const own = word.confirmed || (await isAtOrigin(listening, heard.actor.uri, json))
	if (!own && !(await mayVouch(listening, heard.actor, { by, post })))
		return async () => "ignored: nobody but the group says so"
	const person = await lookUp.actor(by)
	if ("state" in person) return async () => `ignored: ${by}: ${person.reason}`
	const uri = idOf(json)
	return async (tx) => {
		const noted = await (own ? noteGesture : vouchForGesture)(world, tx, {
			groupId: heard.actor.id,
			person,
			postUri,
			kind: typeOf(json) === "Dislike" ? "dislike" : "like",
			emoji: emojiIn(json),
			uri: uri && sameOrigin(uri, by) ? uri : null,
		})
		return noted.ok ? (own ? "reacted" : "vouched for") : `ignored: ${noted.reason}`
	}
}

/** Asked before anybody is looked up on the word of a group that may not give it. */
const mayVouch = async (
	{ world }: Listening,
	group: Actor,
	{ by, post }: { by: string; post: { uri: string; authorId: string } },
): Promise<boolean> => {
	const author = sameOrigin(by, world.origin.href) ? null : await findActor(world.db, post.authorId)
	return author !== null && isAtHomeWith(group, post, author)
}

const isAtOrigin = async ({ world, lookUp }: Listening, groupUri: string, json: Json): Promise<boolean> => {
	const [uri, by] = [idOf(json), idOf(json.actor)]
	if (!uri || !by || !sameOrigin(uri, by) || sameOrigin(uri, world.origin.href)) return false
	// A server that does not show gestures is not asked for each one anew; a group that lies silences it for itself alone.
	const silent = `silent ${new URL(uri).origin} for ${groupUri}`
	if (lookUp.lately.get(silent)) return false
	const answer = await lookUp.document(uri)
	if (answer.state !== "found") {
		if (answer !== tooMuch && typeOf(json) !== "Undo") lookUp.lately.set(silent, true, hour)
		return false
	}
	const { document } = answer
	return (
		typeOf(document) === typeOf(json) &&
		idOf(document.actor) === by &&
		idOf(document.object) === idOf(json.object) &&
		emojiIn(document) === emojiIn(json)
	)
}

/** A gesture that a group says was taken back: it counts if the gesture is gone from its address, or its Undo is found. */
export const receiveSharedUndo = async (
	listening: Listening,
	heard: Heard,
	{ json, confirmed }: Word,
): Promise<Hearing> => {
	const { world, lookUp } = listening
	const gesture = oneOf(json.object)
	const by = idOf(json.actor)
	if (!isObject(gesture) || !by || (gesture.actor !== undefined && idOf(gesture.actor) !== by))
		return async () => "ignored: it is somebody else's to undo"
	const [uri, postUri] = [idOf(gesture), idOf(gesture.object)]
	const person = await findActorByUri(world.db, by)
	if (!postUri || !person || person.local) return async () => "ignored: no such gesture is known"
	const kind = typeOf(gesture) === "Dislike" ? "dislike" : "like"
	const one = { groupId: heard.actor.id, person, postUri, kind } as const
	const post = await findPostByUri(world.db, postUri)
	if (post && (await isVouched(world.db, { ...one, postId: post.id, actorId: person.id })))
		return async (tx) => answerOf(await takeBackVouched(tx, one))
	const isGone = async () => uri && sameOrigin(uri, by) && (await lookUp.document(uri)).state === "gone"
	if (!(confirmed || (await isGone()) || (await isAtOrigin(listening, heard.actor.uri, json))))
		return async () => "ignored: nobody but the group says so"
	return async (tx) => answerOf(await takeBackGesture(tx, { ...one, uri }))
}

const answerOf = (taken: Result): string => (taken.ok ? "taken back" : `ignored: ${taken.reason}`)
