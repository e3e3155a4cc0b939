import { isFollowedHere } from "../../db/following.ts"
import { findPostByUri, findShare } from "../../db/posts.ts"
import { noteGesture } from "../../src/groups/note-gesture.ts"
import { limits } from "../../src/limits.ts"
import { takeOutPost } from "../../src/moderation/take-out-post.ts"
import { reactToPost, takeBackReaction } from "../../src/posts/react-to-post.ts"
import { again, type Heard, type Hearing, type Listening, NotYet } from "../inbox.ts"
import { idOf, isObject, listOf, oneOf, sameOrigin, typeOf } from "../translate/reading.ts"
import type { Json } from "../translate/wire.ts"
import { sharedDeeds } from "./shared-deed.ts"
import { receiveSharedGesture } from "./shared-gesture.ts"
import { takeShared } from "./shared-post.ts"
import { rememberTakenOut } from "./taken-out-before.ts"

/** An activity inside a group's Announce; `confirmed` when it was read at its own address, not in the group's words. */
export type Word = { json: Json; confirmed: boolean }

/**
 * A group of another server, which somebody here follows, shares a post or passes on what was said in it (FEP-1b12): by
 * an address, whole, or several at once. What it says of others' posts and gestures is only a hint: they are read at
 * their own origin (FEP-fe34). What it says of its own list of posts is its to say, and counts for that list alone.
 * Nothing of it is ever announced again.
 */
export const receiveGroupShare = async (listening: Listening, heard: Heard): Promise<Hearing> => {
	if (heard.actor.local || !(await isFollowedHere(listening.world.db, heard.actor.id)))
		return noteBoost(listening, heard, idOf(heard.json.object))
	const hearings: Hearing[] = []
	for (const part of partsOf(heard.json.object)) hearings.push(await hearPart(listening, heard, part))
	return async (tx) => {
		const outcomes = new Set<string>()
		let isMore = false
		for (const hearing of hearings) {
			const outcome = await hearing(tx)
			if (outcome === again) isMore = true
			else outcomes.add(outcome)
		}
		if (isMore) return again
		return [...outcomes].join(", ").slice(0, 500) || "ignored: it has no object"
	}
}

const partsOf = (value: unknown): unknown[] => {
	const one = oneOf(value)
	const listed = isObject(one) && /^(Ordered)?Collection$/.test(typeOf(one) ?? "") && !idOf(one.actor)
	return listOf(listed ? (one.orderedItems ?? one.items) : one).slice(0, limits.sharedAtOnce)
}

/** One thing of several that cannot be read just now does not keep back the others for good. */
const hearPart = async (listening: Listening, heard: Heard, part: unknown): Promise<Hearing> => {
	try {
		const word = isActivity(part) ? { json: part, confirmed: false } : null
		return await (word ? hearWord(listening, heard, word) : hearObject(listening, heard, part))
	} catch (error) {
		if (!(error instanceof NotYet) || !heard.lastAsk) throw error
		return async () => `ignored: ${error.message}`
	}
}

const isActivity = (value: unknown): value is Json =>
	isObject(value) && value.actor !== undefined && value.object !== undefined

/** A post by itself, or an address that turns out to be a post's or an activity's. */
const hearObject = async (listening: Listening, heard: Heard, part: unknown): Promise<Hearing> => {
	const { world, lookUp } = listening
	const uri = idOf(part)
	if (!uri) return async () => "ignored: it has no object"
	const known = await findPostByUri(world.db, uri)
	if (known && (await findShare(world.db, heard.actor.id, known.id))) return noteBoost(listening, heard, uri)
	if (sameOrigin(uri, world.origin.href)) return noteBoost(listening, heard, uri)
	const answer = await lookUp.document(uri)
	if (answer.state === "unreachable") throw new NotYet(`${uri}: ${answer.reason}`)
	if (answer.state !== "found") return async () => `ignored: ${uri}: ${answer.reason}`
	const { document } = answer
	if (!isActivity(document)) return takeShared(listening, heard, { document, createUri: null })
	const by = idOf(document.actor)
	if (!by || !sameOrigin(by, uri)) return async () => "ignored: it is not of its actor's server"
	return hearWord(listening, heard, { json: document, confirmed: true })
}

type Receive = (listening: Listening, heard: Heard, word: Word) => Promise<Hearing>

const hearWord: Receive = (listening, heard, word) => {
	const type = typeOf(word.json) ?? ""
	const receive = Object.hasOwn(words, type) ? words[type] : undefined
	return receive ? receive(listening, heard, word) : pass(`${type} in a group elsewhere`)
}

const pass = async (why: string): Promise<Hearing> => {
	return async () => `ignored: ${why}`
}

/** The post of a Create or an Update, as its own server has it now. */
const receivePost: Receive = async (listening, heard, { json, confirmed }) => {
	const { world, lookUp } = listening
	const changed = typeOf(json) === "Update"
	const uri = idOf(json.object)
	if (!uri) return pass("it has no object")
	if (sameOrigin(uri, world.origin.href)) return pass("it is ours")
	if (changed && (uri === heard.actor.uri || uri === idOf(json.actor))) return refresh(listening, uri)
	const known = await findPostByUri(world.db, uri)
	if (!changed && known && (await findShare(world.db, heard.actor.id, known.id))) return pass("it is known")
	const object = oneOf(json.object)
	const own = confirmed && isObject(object) && typeOf(object) && sameOrigin(uri, idOf(json) ?? "about:blank")
	const createUri = confirmed && !changed ? idOf(json) : null
	if (own) return takeShared(listening, heard, { document: object as Json, createUri, changed })
	const answer = await lookUp.document(uri)
	if (answer.state === "unreachable") throw new NotYet(`${uri}: ${answer.reason}`)
	if (answer.state !== "found") return pass(`${uri}: ${answer.reason}`)
	return takeShared(listening, heard, { document: answer.document, createUri, changed })
}

const refresh = async ({ lookUp }: Listening, uri: string): Promise<Hearing> => {
	const actor = await lookUp.actor(uri, true)
	if ("state" in actor && actor.state === "unreachable") throw new NotYet(`${uri}: ${actor.reason}`)
	return async () => ("state" in actor ? `ignored: ${actor.reason}` : "refreshed")
}

const words: Readonly<Record<string, Receive>> = {
	Create: receivePost,
	Update: receivePost,
	Like: receiveSharedGesture,
	Dislike: receiveSharedGesture,
	EmojiReact: receiveSharedGesture,
	...sharedDeeds,
}

/** A boost is noted and nothing more: of a post of a group here, or again of one that the group shares already (Guppe, Mbin). */
export const noteBoost = ({ world }: Listening, heard: Heard, postUri: string | null): Hearing => {
	const { actor: person, id: uri } = heard
	return async (tx) => {
		if (!postUri) return "ignored: it has no object"
		const boost = { person, postUri, kind: "boost", emoji: null, uri } as const
		const again = await noteGesture(world, tx, { ...boost, groupId: person.id })
		if (again.ok) return "noted"
		const noted = await reactToPost(world, tx, { ...boost, heard: {} })
		return noted.ok ? "noted" : `ignored: ${noted.reason}`
	}
}

/** A group elsewhere takes its boost of a post back: then the post is in that group no more, or the boost was all. */
export const takeBackShare = ({ world }: Listening, heard: Heard, announce: Json): Hearing => {
	const postUri = idOf(announce.object)
	return async (tx) => {
		const post = postUri ? await findPostByUri(tx, postUri) : null
		if (postUri && (await isFollowedHere(tx, heard.actor.id)))
			await rememberTakenOut(world, tx, heard, postUri)
		if (!post) return "ignored: there is no such post here"
		const deed = { groupId: heard.actor.id, postId: post.id, by: { actorId: heard.actor.id }, reason: "" }
		const taken = await takeOutPost(world, tx, "remove", deed)
		if (taken.ok) return "taken out"
		const boost = { person: heard.actor, uri: idOf(announce), postUri, kind: "boost", heard: {} } as const
		return (await takeBackReaction(world, tx, boost)).ok ? "taken back" : `ignored: ${taken.reason}`
	}
}
