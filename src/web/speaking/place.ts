import type { Context } from "hono"
import { type Read, readPostIn } from "../../../db/reading.ts"
import type { Group } from "../../groups/group.ts"
import type { Actor } from "../../people/actor.ts"
import type { World } from "../../world.ts"
import { groupElsewhere, groupIn } from "../entrance.ts"
import { missing } from "../missing.tsx"
import { viewerOf, youOf } from "../session.ts"

/** Somebody who is signed in, and the group they came to. */
export type Place = { you: Actor; group: Group }

/** The group an address names, of this server or of another, if whoever asks may know of it. */
export const groupNamed = async (c: Context, world: World): Promise<Group | null> =>
	(youOf(c) ? await groupElsewhere(c, world) : null) ?? (await groupIn(c, world))

/**
 * Who asks, and where. Somebody who is not signed in is asked to, whether or not there is such a place, and comes back to
 * `onward`; for anybody else a group that is not for them is like one that never was.
 */
export const placeFor = async (c: Context, world: World, onward = c.req.path): Promise<Place | Response> => {
	const you = youOf(c)
	if (!you) return c.redirect(`/login?next=${encodeURIComponent(onward)}`, 303)
	const group = await groupNamed(c, world)
	return group ? { you, group } : missing(c, world)
}

/** The same, and the post that the address names, if they may see it there. */
export const postFor = async (
	c: Context,
	world: World,
	onward?: string,
): Promise<(Place & { read: Read }) | Response> => {
	const place = await placeFor(c, world, onward)
	if (place instanceof Response) return place
	const read = await readPostIn(world.db, viewerOf(place.you), place.group.id, c.req.param("id")!)
	return read ? { ...place, read } : missing(c, world)
}
