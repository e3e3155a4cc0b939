import type { Context } from "hono"
import { findActorByHandle } from "../../db/actors.ts"
import { isFollowedHere } from "../../db/following.ts"
import { findGroup, findGroupByHandle } from "../../db/groups.ts"
import { findMember } from "../../db/members.ts"
import type { Group } from "../groups/group.ts"
import { atLeast } from "../groups/member.ts"
import type { World } from "../world.ts"
import { youOf } from "./session.ts"

/** The handle in an address, if it can be one. */
export const handleIn = (c: Context): string | null => {
	const handle = c.req.param("handle")!.slice(1)
	return /^[a-z0-9_]{2,30}$/i.test(handle) ? handle : null
}

/**
 * A group of another server that somebody here follows, as `@name@host` in an address names it. Its page here is for
 * people with an account here; others are shown the way to its own.
 */
export const groupElsewhere = async (c: Context, world: World): Promise<Group | null> => {
	const [name, host] = c.req.param("handle")!.slice(1).toLowerCase().split("@")
	if (!name || !host || host === world.origin.host) return null
	const actor = await findActorByHandle(world.db, name, host)
	const group = actor && !actor.local && !actor.goneAt ? await findGroup(world.db, actor.id) : null
	return group && (await isFollowedHere(world.db, group.id)) ? group : null
}

/** The group an address names, if there is one and this person may know of it: a private one is for its members. */
export const groupIn = async (c: Context, world: World): Promise<Group | null> => {
	const handle = handleIn(c)
	const group = handle ? await findGroupByHandle(world.db, handle) : null
	if (!group || group.goneAt) return null
	if (group.visibility === "public") return group
	const you = youOf(c)
	const member = you ? await findMember(world.db, group.id, you.id) : null
	return atLeast(member?.role ?? null, "member") ? group : null
}
