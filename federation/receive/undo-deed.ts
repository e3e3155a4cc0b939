import { findActorByUri } from "../../db/actors.ts"
import type { Transaction } from "../../db/connect.ts"
import { forgetGone } from "../../db/inbox.ts"
import { findPostByUri } from "../../db/posts.ts"
import { liftBan } from "../../src/moderation/lift-ban.ts"
import { markThread } from "../../src/moderation/mark-thread.ts"
import { restorePost } from "../../src/moderation/restore-post.ts"
import { returnPost } from "../../src/posts/return-post.ts"
import type { Result } from "../../src/result.ts"
import { type Heard, type Hearing, type Listening, NotYet } from "../inbox.ts"
import { readPostObject } from "../translate/post.ts"
import { idOf, sameOrigin } from "../translate/reading.ts"
import type { Json } from "../translate/wire.ts"
import {
	deedOf,
	groupHere,
	isUndone,
	mayDecide,
	moderatePost,
	moderates,
	outcomeOf,
	rememberUndone,
} from "./moderating.ts"

/** The deeds of moderators that are undone, beside those that an Add or Remove undoes. */
export const undoable: ReadonlySet<string> = new Set(["Lock", "Block", "Delete"])

/**
 * A moderator elsewhere undoes what they or another moderator did, or an author brings a post of theirs back. Whose deed
 * it was matters less than whether the one who undoes it might have done it.
 */
export const receiveUndoneDeed = async (
	listening: Listening,
	heard: Heard,
	type: string,
	undone: Json,
): Promise<Hearing> => {
	const uri = idOf(undone.object)
	if (type === "Block") return async (tx) => once(tx, heard, () => lift(listening, tx, heard, undone))
	const post = type === "Delete" && uri ? await findPostByUri(listening.world.db, uri) : null
	const own = post
		? post.authorId === heard.actor.id && post.deletedAt
		: uri && sameOrigin(uri, heard.actor.uri)
	if (type === "Delete" && own) return broughtBack(listening, heard, uri!)
	return async (tx) => once(tx, heard, () => undo(listening, tx, heard, type, uri))
}

type Tried = { result: Result<unknown>; done: string; theirs: boolean }

/** An Undo counts once, and what it undoes does not count after it; both only when it is by a moderator here. */
const once = async (tx: Transaction, heard: Heard, deed: () => Promise<Tried>): Promise<string> => {
	if (await isUndone(tx, heard)) return "ignored: it was heard before"
	const { result, done, theirs } = await deed()
	if (theirs) await rememberUndone(tx, heard)
	return outcomeOf(result, done)
}

const undo = async (
	{ world }: Listening,
	tx: Transaction,
	heard: Heard,
	type: string,
	uri: string | null,
): Promise<Tried> => {
	const known = { ...heard, lastTry: true }
	const result = await moderatePost(tx, known, uri, (deed) =>
		type === "Lock" ? markThread(world, tx, "unlock", deed) : restorePost(world, tx, deed),
	)
	const theirs = await mayDecide(tx, heard, uri)
	return { result, done: type === "Lock" ? "unlocked" : "restored", theirs }
}

const lift = async (
	{ world }: Listening,
	tx: Transaction,
	heard: Heard,
	{ object, target }: Json,
): Promise<Tried> => {
	const group = await groupHere(tx, idOf(target))
	const uri = idOf(object)
	const person = uri ? await findActorByUri(tx, uri) : null
	const theirs = group !== null && (await moderates(tx, group.id, heard.actor.id))
	const nobody = {
		ok: false,
		code: "forbidden",
		reason: "it lifts no ban that its actor decides on",
	} as const
	const result =
		theirs && person ? await liftBan(world, tx, { groupId: group.id, person, ...deedOf(heard) }) : nobody
	return { result, done: "lifted", theirs }
}

/** Lemmy's authors may think again: their post is read anew at its own address. */
const broughtBack = async ({ world, lookUp }: Listening, heard: Heard, uri: string): Promise<Hearing> => {
	const post = await findPostByUri(world.db, uri)
	if (!post?.deletedAt)
		return async (tx) => {
			const forgotten = await forgetGone(tx, uri, heard.actor.uri, new Date(0))
			return forgotten ? "forgotten that it was gone" : "ignored: it is not deleted here"
		}
	const answer = await lookUp.document(uri)
	if (answer.state === "unreachable") throw new NotYet(`${uri}: ${answer.reason}`)
	if (answer.state !== "found") return async () => `ignored: ${uri}: ${answer.reason}`
	const reading = readPostObject(answer.document, heard.actor.uri, null)
	if ("unfit" in reading) return async () => `ignored: ${reading.unfit}`
	const words = deedOf(heard).heard
	return async (tx) => {
		const back = await returnPost(world, tx, { author: heard.actor, draft: reading.draft, heard: words })
		return outcomeOf(back, "brought back")
	}
}
