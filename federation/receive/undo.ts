import { findActorByUri } from "../../db/actors.ts"
import type { Transaction } from "../../db/connect.ts"
import { rememberGone } from "../../db/inbox.ts"
import { findMember, findMemberByFollow } from "../../db/members.ts"
import { leaveGroup } from "../../src/groups/leave-group.ts"
import type { Heard, Hearing, Listening } from "../inbox.ts"
import { idOf, isObject, typeOf } from "../translate/reading.ts"

/** Somebody unfollows a group. Peers name the Follow by its id, embed it, or both; either is enough (wire.md §3.3). */
export const receiveUndo = async ({ world }: Listening, heard: Heard): Promise<Hearing> => {
	const { object } = heard.json
	const type = typeOf(object)
	return async (tx) => {
		if (type !== null && type !== "Follow") return `ignored: an Undo of ${type}`
		if (isObject(object) && object.actor !== undefined && idOf(object.actor) !== heard.actor.uri)
			return "ignored: it is somebody else's Follow"
		const followUri = idOf(object)
		const groupId = await followedGroup(tx, heard, followUri)
		if (!groupId) {
			if (followUri) await rememberGone(tx, followUri, heard.actor.uri)
			return "ignored: no such Follow is known"
		}
		const left = await leaveGroup(world, tx, { groupId, person: heard.actor })
		return left.ok ? "left" : `refused: ${left.reason}`
	}
}

const followedGroup = async (tx: Transaction, heard: Heard, followUri: string | null): Promise<string | null> => {
	const { object } = heard.json
	const byId = followUri ? await findMemberByFollow(tx, heard.actor.id, followUri) : null
	if (byId) return byId.groupId
	const groupUri = isObject(object) ? idOf(object.object) : null
	const group = groupUri ? await findActorByUri(tx, groupUri) : null
	return group?.local && (await findMember(tx, group.id, heard.actor.id)) ? group.id : null
}
