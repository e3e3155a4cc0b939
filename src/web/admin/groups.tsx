import { findGroupByHandle, listGroups } from "../../../db/groups.ts"
import { handleTyped } from "../../accounts/sign-up.ts"
import { enact } from "../../moderation/enact.ts"
import { shutGroup } from "../../operating/shut-group.ts"
import { type Refused, refused } from "../../result.ts"
import { formOf } from "../forms.ts"
import { missing } from "../missing.tsx"
import { quietPage } from "../page.ts"
import { AdminGroupsPage, ClosingPage } from "../pages/admin/groups.tsx"
import { frameOf, type Operating, statusFor } from "./operator.ts"

export const showGroups = async (one: Operating) => {
	const groups = (await listGroups(one.world.db, "all")).map(({ handle, name, hue, visibility }) => ({
		handle,
		name,
		hue,
		hidden: visibility === "private",
	}))
	return quietPage(one.c, <AdminGroupsPage {...(await frameOf(one))} groups={groups} />)
}

const otherName = refused("invalid", "That is not the short name of the group. Nothing was closed.")

const groupIn = async ({ c, world }: Operating) => {
	const group = await findGroupByHandle(world.db, c.req.param("handle")!)
	return group && !group.goneAt ? group : null
}

/** What closing a group does, and its name to be typed, before it is done. */
export const showClosing = async (one: Operating, refusal?: Refused) => {
	const group = await groupIn(one)
	if (!group) return missing(one.c, one.world)
	const page = <ClosingPage {...(await frameOf(one, refusal))} handle={group.handle} name={group.name} />
	return quietPage(one.c, page, statusFor(refusal))
}

export const takeClosing = async (one: Operating) => {
	const { c, world, actor } = one
	const group = await groupIn(one)
	if (!group) return missing(c, world)
	const { name = "", reason = "" } = await formOf(c)
	if (handleTyped(name) !== group.handle) return showClosing(one, otherName)
	const deed = { groupId: group.id, by: actor.id, reason }
	const closed = await enact(world, (tx) => shutGroup(world, tx, deed))
	return closed.ok ? c.redirect("/admin/groups?kept=1", 303) : showClosing(one, closed)
}
