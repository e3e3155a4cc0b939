import { findActorByUri } from "../../db/actors.ts"
import type { Transaction } from "../../db/connect.ts"
import { changeRole } from "../../src/moderation/change-role.ts"
import { markThread } from "../../src/moderation/mark-thread.ts"
import type { Actor } from "../../src/people/actor.ts"
import type { Heard, Hearing, Listening } from "../inbox.ts"
import { idOf } from "../translate/reading.ts"
import { deedOf, groupHere, isUndone, moderatePost, moderates, outcomeOf } from "./moderating.ts"

/** A moderator elsewhere pins a post of a group here, or appoints somebody. */
export const receiveAdd = async (listening: Listening, heard: Heard): Promise<Hearing> =>
	change(listening, heard, "Add")

export const receiveRemove = async (listening: Listening, heard: Heard): Promise<Hearing> =>
	change(listening, heard, "Remove")

type Way = "Add" | "Remove"

/** The lists that a group has, by the ends of their addresses; Mbin says pinned. */
const lists = { moderators: "moderators", featured: "featured", pinned: "featured" } as const

const change = (listening: Listening, heard: Heard, way: Way): Hearing => {
	const target = idOf(heard.json.target)
	const [, groupUri, end] = /^(.+)\/(\w+)$/.exec(target ?? "") ?? []
	const list = Object.hasOwn(lists, end ?? "") ? lists[end as keyof typeof lists] : null
	return async (tx) => {
		const group = list && (await groupHere(tx, groupUri))
		if (!group) return "ignored: it is no list of a group here"
		if (!(await moderates(tx, group.id, heard.actor.id))) return "ignored: they do not moderate that group"
		if (await isUndone(tx, heard)) return "ignored: it was undone before it came"
		return list === "featured" ? pin(listening, tx, heard, way) : appoint(listening, tx, heard, way, group)
	}
}

const pin = async ({ world }: Listening, tx: Transaction, heard: Heard, way: Way): Promise<string> => {
	const mark = way === "Add" ? "pin" : "unpin"
	const marked = await moderatePost(tx, heard, idOf(heard.json.object), (deed) =>
		markThread(world, tx, mark, deed),
	)
	return outcomeOf(marked, way === "Add" ? "pinned" : "unpinned")
}

/** Only who follows the group can come to moderate it; a stranger is not met for that. */
const appoint = async (
	{ world }: Listening,
	tx: Transaction,
	heard: Heard,
	way: Way,
	{ id: groupId }: Actor,
): Promise<string> => {
	const uri = idOf(heard.json.object)
	const person = uri ? await findActorByUri(tx, uri) : null
	if (!person) return "ignored: nobody here knows them"
	const deed = { groupId, person, ...deedOf(heard) }
	const changed = await changeRole(world, tx, way === "Add" ? "appoint" : "dismiss", deed)
	return outcomeOf(changed, way === "Add" ? "appointed" : "dismissed")
}
