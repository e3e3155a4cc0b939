import { findMemberName } from "../../../db/member-names.ts"
import { nameYourself } from "../../groups/name-yourself.ts"
import { pictureYourself } from "../../groups/picture-yourself.ts"
import { enact } from "../../moderation/enact.ts"
import type { Refused } from "../../result.ts"
import { type Form, formOf } from "../forms.ts"
import { takePictureFor } from "../media/take-picture.ts"
import { quietPage } from "../page.ts"
import { MePage } from "../pages/groups/me.tsx"
import { type Here, settingOf } from "./place.ts"

/** Who somebody is in one group: what they are called there, how they are spoken of, and the way out. */
export const showMe = async (here: Here, refused?: Refused, typed?: Form) => {
	const { c, world, group, you, role } = here
	const known = await findMemberName(world.db, group.id, you.id)
	const { name = "", pronouns = "" } = typed ?? known ?? {}
	const icon = known?.icon ?? null
	const shown = { name, pronouns, own: you.name, role, picture: you.local ? { icon } : null }
	return quietPage(c, <MePage {...(await settingOf(here, refused))} {...shown} />, refused ? 422 : 200)
}

export const takeMe = async (here: Here) => {
	const { c, world, group, you } = here
	const typed = await formOf(c)
	const { name = "", pronouns = "" } = typed
	const naming = { groupId: group.id, person: you, name, pronouns }
	const named = await enact(world, (tx) => nameYourself(world, tx, naming))
	return named.ok ? c.redirect(`/@${group.handle}/me?kept=1`, 303) : showMe(here, named, typed)
}

/** Takes the picture by which a group knows somebody, or takes it away. */
export const takeMyPicture = async (here: Here) => {
	const { c, world, group, you } = here
	const brought = await takePictureFor(c, world, you, "icon")
	if (!brought.ok) return showMe(here, brought)
	const picturing = { groupId: group.id, personId: you.id, fileId: brought.value?.id ?? null }
	const pictured = await enact(world, (tx) => pictureYourself(world, tx, picturing))
	return pictured.ok ? c.redirect(`/@${group.handle}/me?kept=1`, 303) : showMe(here, pictured)
}
