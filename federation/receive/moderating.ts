import { findActorByUri } from "../../db/actors.ts"
import type { Database, Transaction } from "../../db/connect.ts"
import { findGroupsAddressed } from "../../db/groups.ts"
import { isGone, rememberGone } from "../../db/inbox.ts"
import { findPostByUri, findShares } from "../../db/posts.ts"
import type { Heard as Words } from "../../src/events.ts"
import { limits } from "../../src/limits.ts"
import type { PostDeed } from "../../src/moderation/approve-post.ts"
import { mayDo } from "../../src/moderation/by.ts"
import type { Actor } from "../../src/people/actor.ts"
import { plainText } from "../../src/posts/markup.ts"
import type { Result } from "../../src/result.ts"
import { type Heard, TooEarly } from "../inbox.ts"
import { holdsOnlyOwn } from "../translate/one-reading.ts"
import { addressees, idOf, isObject, oneOf, sameOrigin, textOf } from "../translate/reading.ts"
import type { Json } from "../translate/wire.ts"

/**
 * Whether somebody is, by their full id, a moderator or owner of a group here, and of no server that it blocks. To live
 * where others do counts for nothing.
 */
export const moderates = async (
	db: Database | Transaction,
	groupId: string,
	actorId: string,
): Promise<boolean> => (await mayDo(db, { actorId }, groupId, "see-desk")).ok

/** The group of this server that has an id, or none. */
export const groupHere = async (
	db: Database | Transaction,
	uri: string | null | undefined,
): Promise<Actor | null> => {
	const group = uri ? await findActorByUri(db, uri) : null
	return group?.local && group.kind === "group" && !group.goneAt ? group : null
}

/** How a command is told of a deed: by whom, why, and in which words others may hear it. */
export const deedOf = (
	heard: Heard,
): Pick<PostDeed, "reason"> & { by: { actorId: string }; heard: Words } => ({
	by: { actorId: heard.actor.id },
	reason: reasonOf(heard.json),
	heard: inTheirWords(heard),
})

const reasonOf = ({ summary, content }: Json): string =>
	plainText((textOf(summary) ?? textOf(content) ?? "").slice(0, limits.heardReason * 8))
		.trim()
		.slice(0, limits.heardReason)
		.toWellFormed()

/**
 * The words in which a moderator's deed is passed on: as it came. What carries a thing of another server within it is not,
 * since those who hear it believe the group, and would take the thing for what its own server says.
 */
const inTheirWords = ({ id, text, json, actor }: Heard): Words =>
	id && text !== null && holdsOnlyOwn(json, actor.uri) ? { activityUri: id, activity: text } : {}

/** What was undone before it came is not done; what is undone comes but once, for its id is no longer asked for at the door. */
export const isUndone = async (tx: Transaction, { id, actor }: Heard): Promise<boolean> =>
	id !== null && (await isGone(tx, id, actor.uri))

/** Remembers that an Undo was heard, and that what it undoes is not to be done if it comes after it. */
export const rememberUndone = async (tx: Transaction, { id, json, actor }: Heard): Promise<void> => {
	const undone = idOf(json.object)
	if (id) await rememberGone(tx, id, actor.uri)
	if (undone && sameOrigin(undone, actor.uri)) await rememberGone(tx, undone, actor.uri)
}

/** The groups that hold a post, that the activity names if it names any of this server, and that its actor moderates. */
export const groupsOver = async (
	db: Database | Transaction,
	{ json, actor }: Heard,
	postId: string,
): Promise<string[]> => {
	const named = (await findGroupsAddressed(db, namedIn(json))).map((group) => group.id)
	const over: string[] = []
	for (const { groupId } of await findShares(db, postId))
		if ((named.length === 0 || named.includes(groupId)) && (await moderates(db, groupId, actor.id)))
			over.push(groupId)
	return over
}

const namedIn = (json: Json): string[] => {
	const inner = oneOf(json.object)
	return [...addressees(json), ...(isObject(inner) ? addressees(inner) : [])]
}

/**
 * Does something about a post in each group that holds it and that the activity's actor moderates. A post that is not
 * here yet may be about to come, when the deed is by a moderator of a group it names. @throws TooEarly then.
 */
export const moderatePost = async (
	tx: Transaction,
	heard: Heard,
	uri: string | null,
	act: (deed: PostDeed) => Promise<Result<unknown>>,
): Promise<Result<unknown>> => {
	const post = uri ? await findPostByUri(tx, uri) : null
	const groupIds = post ? await groupsOver(tx, heard, post.id) : []
	if (!post && !heard.lastTry && (await namesOwnGroup(tx, heard)))
		throw new TooEarly("The post is not known here.")
	const results: Result<unknown>[] = []
	for (const groupId of groupIds) results.push(await act({ groupId, postId: post!.id, ...deedOf(heard) }))
	return results.find(({ ok }) => ok) ?? results[0] ?? nobody
}

const nobody: Result<unknown> = {
	ok: false,
	code: "forbidden",
	reason: "it is about nothing that its actor moderates here",
}

/** Whether a post may be the actor's to decide on: it is in a group of theirs, or unknown, and they name such a group. */
export const mayDecide = async (tx: Transaction, heard: Heard, uri: string | null): Promise<boolean> => {
	const post = uri ? await findPostByUri(tx, uri) : null
	return post ? (await groupsOver(tx, heard, post.id)).length > 0 : namesOwnGroup(tx, heard)
}

const namesOwnGroup = async (tx: Transaction, { json, actor }: Heard): Promise<boolean> => {
	for (const group of await findGroupsAddressed(tx, namedIn(json)))
		if (await moderates(tx, group.id, actor.id)) return true
	return false
}

/** What became of a deed, as it is written down. */
export const outcomeOf = (result: Result<unknown>, done: string): string =>
	result.ok ? done : `ignored: ${result.reason}`
