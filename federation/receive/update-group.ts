import { findGroup } from "../../db/groups.ts"
import { findMember } from "../../db/members.ts"
import type { Group } from "../../src/groups/group.ts"
import { type GroupChange, updateGroup } from "../../src/groups/update-group.ts"
import { may } from "../../src/moderation/permission.ts"
import type { Actor } from "../../src/people/actor.ts"
import { plainText } from "../../src/posts/markup.ts"
import type { Heard, Hearing, Listening } from "../inbox.ts"
import { isObject, oneOf, textOf } from "../translate/reading.ts"
import type { Json } from "../translate/wire.ts"
import { moderates, outcomeOf } from "./moderating.ts"

/**
 * A moderator elsewhere changes what a group here says of itself, or its owner who posts in it. They send all of its
 * document: what is new in it counts, as far as they may change that, and its keys and addresses are never read.
 */
export const receiveGroupUpdate = async (
	{ world }: Listening,
	heard: Heard,
	{ id: groupId }: Actor,
): Promise<Hearing> => {
	const said = oneOf(heard.json.object)
	return async (tx) => {
		const group = await findGroup(tx, groupId)
		if (!group || !isObject(said)) return "ignored: it does not say what is new"
		if (!(await moderates(tx, groupId, heard.actor.id))) return "ignored: they do not moderate that group"
		const role = (await findMember(tx, groupId, heard.actor.id))?.role ?? null
		const change = { ...descriptionIn(said, group), ...(may(role, "update-group") && postingIn(said, group)) }
		if (Object.keys(change).length === 0) return "ignored: nothing is new that they may change"
		const by = { actorId: heard.actor.id }
		return outcomeOf(await updateGroup(world, tx, { groupId, change, by }), "updated")
	}
}

const descriptionIn = ({ name, summary, source }: Json, group: Group): GroupChange => {
	const newName = textOf(name)?.trim()
	const markdown = isObject(source) && source.mediaType === "text/markdown" ? textOf(source.content) : null
	const html = textOf(summary)
	const about = markdown ?? (html === null ? null : plainText(html.slice(0, 40_000)))
	const now = markdown === null ? plainText(group.summary) : group.about
	return {
		...(newName && newName !== group.name && { name: newName }),
		...(about !== null && about.trim() !== now.trim() && { about }),
	}
}

/** Open again means open to followers, as groups begin. */
const postingIn = ({ postingRestrictedToMods: restricted }: Json, { posting }: Group): GroupChange => {
	if (restricted === true && posting !== "moderators") return { posting: "moderators" }
	return restricted === false && posting === "moderators" ? { posting: "followers" } : {}
}
