import type { Context } from "hono"
import { findGroupByHandle } from "../../../db/groups.ts"
import { findMember } from "../../../db/members.ts"
import { isFresh } from "../../accounts/account.ts"
import type { Group } from "../../groups/group.ts"
import type { Role } from "../../groups/member.ts"
import { mayDo } from "../../moderation/by.ts"
import type { Deed } from "../../moderation/permission.ts"
import type { Actor } from "../../people/actor.ts"
import type { Refused } from "../../result.ts"
import type { World } from "../../world.ts"
import { handleIn } from "../entrance.ts"
import { gatherServer } from "../gather.ts"
import { missing } from "../missing.tsx"
import { signedInOf, youOf } from "../session.ts"

/** Somebody who is signed in, in a group of this server that they belong to in some way. */
export type Here = { c: Context; world: World; group: Group; you: Actor; role: Role }

/**
 * Who may come to a page that is for certain people of a group, asked anew each time. Somebody who is not signed in is
 * asked to, whether or not there is such a group, and comes back to `onward`; for anybody else it leads nowhere.
 */
const hereFor = async (
	c: Context,
	world: World,
	{ onward, deed }: { onward: string; deed: Deed | null },
): Promise<Here | Response> => {
	const handle = handleIn(c)
	if (!handle) return missing(c, world)
	const you = youOf(c)
	if (!you) return c.redirect(`/login?next=${encodeURIComponent(onward)}`, 303)
	const group = await findGroupByHandle(world.db, handle)
	const member = group && !group.goneAt ? await findMember(world.db, group.id, you.id) : null
	const allowed =
		group && member && (!deed || (await mayDo(world.db, { actorId: you.id }, group.id, deed)).ok)
	return allowed ? { c, world, group, you, role: member.role } : missing(c, world)
}

/** A form cannot be opened again: whoever signs in in between comes back to the page before it. */
const pageOf = ({ req: { path, method } }: Context): string =>
	method === "GET" ? path : path.replace(/\/[^/]+$/, "")

type Answer = (here: Here) => Promise<Response>

/** A page for those who may do a deed in a group. What shakes it to its ground is asked of lately proven people only. */
export const keeping =
	(world: World, deed: Deed, answer: Answer, { fresh = false } = {}) =>
	async (c: Context): Promise<Response> => {
		const onward = pageOf(c)
		const here = await hereFor(c, world, { onward, deed })
		if (here instanceof Response) return here
		const session = signedInOf(c)?.session
		if (fresh && !(session && isFresh(session, world.ports.now())))
			return c.redirect(`/login?again=1&next=${encodeURIComponent(onward)}`, 303)
		return answer(here)
	}

/** A page for whoever belongs to a group, in whichever role. */
export const belonging =
	(world: World, answer: Answer) =>
	async (c: Context): Promise<Response> => {
		const here = await hereFor(c, world, { onward: pageOf(c), deed: null })
		return here instanceof Response ? here : answer(here)
	}

/** What every page of a group's settings shows: that something was kept, or why it was not. */
export const settingOf = async ({ c, world, group, you }: Here, refused?: Refused) => ({
	server: await gatherServer(world, you),
	group: { handle: group.handle, host: group.host, name: group.name, hue: group.hue },
	kept: refused === undefined && c.req.query("kept") === "1",
	...(refused && { wrong: refused.reason }),
})

/** Back to a page after something was kept, so that opening it again does nothing twice. */
export const kept = ({ c, group }: Pick<Here, "c" | "group">, page = ""): Response =>
	c.redirect(`/@${group.handle}/settings${page}?kept=1`, 303)
