import { closeGroup } from "../../groups/close-group.ts"
import { enact } from "../../moderation/enact.ts"
import { type Refused, refused } from "../../result.ts"
import { formOf } from "../forms.ts"
import { quietPage } from "../page.ts"
import { ClosePage } from "../pages/groups/close.tsx"
import { type Here, settingOf } from "./place.ts"

const otherName = refused("invalid", "That is not the short name of the group. Nothing was closed.")

export const showClose = async (here: Here, refusal?: Refused, reason = "") =>
	quietPage(here.c, <ClosePage {...(await settingOf(here, refusal))} reason={reason} />, refusal ? 422 : 200)

/** Closes the group for good, when its name was typed; its page then says so to everybody. */
export const takeClose = async (here: Here) => {
	const { c, world, group, you } = here
	const { name = "", reason = "" } = await formOf(c)
	const typed = name.replace(/^[@!]/, "").toLowerCase().replace(`@${world.origin.host}`, "")
	if (typed !== group.handle) return showClose(here, otherName, reason)
	const closing = { groupId: group.id, by: { actorId: you.id }, reason }
	const closed = await enact(world, (tx) => closeGroup(world, tx, closing))
	return closed.ok ? c.redirect(`/@${group.handle}`, 303) : showClose(here, closed, reason)
}
