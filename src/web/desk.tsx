import type { Context } from "hono"
import { findGroupByHandle } from "../../db/groups.ts"
import { findMember } from "../../db/members.ts"
import type { Group } from "../groups/group.ts"
import { may } from "../moderation/permission.ts"
import type { Actor } from "../people/actor.ts"
import type { RefusalCode } from "../result.ts"
import type { World } from "../world.ts"
import { deeds } from "./desk-deeds.ts"
import { gatherDesk } from "./desk-gather.ts"
import { handleIn } from "./entrance.ts"
import { formOf } from "./forms.ts"
import { missing } from "./missing.tsx"
import { quietPage } from "./page.ts"
import { DeskPage } from "./pages/desk/desk.tsx"
import { youOf } from "./session.ts"

const statuses = {
	invalid: 422,
	"not-found": 404,
	taken: 409,
	forbidden: 403,
	gone: 410,
	"too-early": 409,
	"too-late": 409,
} as const satisfies Record<RefusalCode, number>

/** A group's desk, for those who look after it. */
export const showDesk = (world: World) => async (c: Context) => {
	const desk = await deskFor(c, world)
	if (desk instanceof Response) return desk
	const done = Object.entries(deeds).find(([name]) => name === c.req.query("done"))?.[1].done
	return quietPage(c, <DeskPage {...(await gatherDesk(world, desk.you, desk.group))} done={done?.()} />)
}

/** Does one thing, then shows the desk again: after a redirect with what was done, or at once with why it was not. */
export const takeDeed = (world: World) => async (c: Context) => {
	const desk = await deskFor(c, world)
	if (desk instanceof Response) return desk
	const name = c.req.param("deed") ?? ""
	const deed = Object.hasOwn(deeds, name) ? deeds[name] : undefined
	if (!deed) return missing(c, world)
	const result = await deed.run({ world, ...desk, form: await formOf(c) })
	if (result.ok) return c.redirect(`/@${desk.group.handle}/desk?done=${name}`, 303)
	const props = await gatherDesk(world, desk.you, desk.group)
	return quietPage(c, <DeskPage {...props} refused={result.reason} />, statuses[result.code])
}

/**
 * Who may come to a desk, asked anew each time. Somebody who is not signed in is asked to, whether or not there is such
 * a group; for anybody else it is an address like any other that leads nowhere.
 */
const deskFor = async (c: Context, world: World): Promise<{ group: Group; you: Actor } | Response> => {
	const handle = handleIn(c)
	const you = youOf(c)
	if (!handle) return missing(c, world)
	if (!you) return c.redirect(`/login?next=${encodeURIComponent(`/@${handle}/desk`)}`, 303)
	const group = await findGroupByHandle(world.db, handle)
	const member = group && !group.goneAt ? await findMember(world.db, group.id, you.id) : null
	return group && may(member?.role ?? null, "see-desk") ? { group, you } : missing(c, world)
}
