import { findActorByUri } from "../../db/actors.ts"
import type { Transaction } from "../../db/connect.ts"
import { rememberGone } from "../../db/inbox.ts"
import { findMember, findMemberByFollow } from "../../db/members.ts"
import { hasReaction } from "../../db/reactions.ts"
import { leaveGroup } from "../../src/groups/leave-group.ts"
import { takeBackReaction } from "../../src/posts/react-to-post.ts"
import type { World } from "../../src/world.ts"
import type { Heard, Hearing, Listening } from "../inbox.ts"
import { idOf, isObject, oneOf, typeOf } from "../translate/reading.ts"
import { takeBackShare } from "./group-share.ts"
import { emojiIn } from "./like.ts"
import { receiveUndoneDeed, undoable } from "./undo-deed.ts"

const gestures = { Like: "like", EmojiReact: "like", Dislike: "dislike", Announce: "boost" } as const

/**
 * Somebody unfollows a group, takes a gesture back, or undoes what they did as a moderator. Peers name what they undo by
 * its id, embed it, or both; either is enough.
 */
export const receiveUndo = async (listening: Listening, heard: Heard): Promise<Hearing> => {
	const { world } = listening
	const object = oneOf(heard.json.object)
	const type = typeOf(object)
	if (type && undoable.has(type) && isObject(object)) return receiveUndoneDeed(listening, heard, type, object)
	if (type === "Announce" && isObject(object) && heard.actor.kind === "group")
		return takeBackShare(listening, heard, object)
	return async (tx) => {
		const kind = gestures[type as keyof typeof gestures]
		if (type !== null && type !== "Follow" && type !== "Join" && !kind) return `ignored: an Undo of ${type}`
		if (isObject(object) && object.actor !== undefined && idOf(object.actor) !== heard.actor.uri)
			return "ignored: it is somebody else's to undo"
		const followUri = idOf(object)
		if (kind || (type === null && (await hasReaction(tx, heard.actor.id, followUri))))
			return takeBack(world, tx, heard, kind ?? "like")
		const groupId = await followedGroup(tx, heard, followUri)
		if (!groupId) {
			if (followUri) await rememberGone(tx, followUri, heard.actor.uri)
			return "ignored: no such Follow is known"
		}
		const left = await leaveGroup(world, tx, { groupId, person: heard.actor })
		return left.ok ? "left" : `refused: ${left.reason}`
	}
}

const takeBack = async (
	world: World,
	tx: Transaction,
	heard: Heard,
	kind: "like" | "dislike" | "boost",
): Promise<string> => {
	const object = oneOf(heard.json.object)
	const undoneUri = idOf(object)
	const taken = await takeBackReaction(world, tx, {
		person: heard.actor,
		uri: undoneUri,
		postUri: isObject(object) ? idOf(object.object) : null,
		kind,
		emoji: isObject(object) && object.object !== undefined ? emojiIn(object) : undefined,
		heard: heard.text === null ? {} : { activityUri: heard.id ?? undefined, activity: heard.text },
	})
	// A group that vouched for it is not to bring it again.
	if ((!taken.ok || taken.value.vouched) && undoneUri) await rememberGone(tx, undoneUri, heard.actor.uri)
	return taken.ok ? "taken back" : `ignored: ${taken.reason}`
}

const followedGroup = async (
	tx: Transaction,
	heard: Heard,
	followUri: string | null,
): Promise<string | null> => {
	const object = oneOf(heard.json.object)
	const byId = followUri ? await findMemberByFollow(tx, heard.actor.id, followUri) : null
	if (byId) return byId.groupId
	const groupUri = isObject(object) ? idOf(object.object) : null
	const group = groupUri ? await findActorByUri(tx, groupUri) : null
	return group?.local && (await findMember(tx, group.id, heard.actor.id)) ? group.id : null
}
