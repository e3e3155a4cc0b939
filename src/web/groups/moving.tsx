import { findActor } from "../../../db/actors.ts"
import { enact } from "../../moderation/enact.ts"
import { type Actor, handleOf } from "../../people/actor.ts"
import { changeAliases } from "../../people/change-aliases.ts"
import { moveActor } from "../../people/move-actor.ts"
import type { Refused } from "../../result.ts"
import type { Elsewhere } from "../elsewhere.ts"
import { formOf } from "../forms.ts"
import { quietPage } from "../page.ts"
import { GroupMovingPage } from "../pages/groups/moving.tsx"
import { nobody, whoIs } from "../settings/others.tsx"
import { type Here, kept, settingOf } from "./place.ts"

export const showMoving = async (here: Here, refused?: Refused, going?: Actor) => {
	const { c, world, group } = here
	const { alsoKnownAs, movedTo, uri } = (await findActor(world.db, group.id)) ?? group
	const shown = { aliases: alsoKnownAs, movedTo, uri, handle: handleOf(group) }
	const where = going && { going: { handle: handleOf(going), name: going.name } }
	const page = <GroupMovingPage {...(await settingOf(here, refused))} {...shown} {...where} />
	return quietPage(c, page, refused ? 422 : 200)
}

/** Another address of the group's, from which it may come here. */
export const takeAlias = (elsewhere: Elsewhere) => async (here: Here) => {
	const { world, group, you } = here
	const { other = "", remove = "" } = await formOf(here.c)
	const uri = remove || (await whoIs(here, elsewhere, other))?.uri
	if (!uri) return showMoving(here, nobody)
	const change = { actor: group, uri, add: !remove, by: { actorId: you.id } }
	const changed = await enact(world, (tx) => changeAliases(world, tx, change))
	return changed.ok ? kept(here, "/moving") : showMoving(here, changed)
}

/** First it is said whether the group could go, and what it means; only the second press sends it off. */
export const takeMove = (elsewhere: Elsewhere) => async (here: Here) => {
	const { world, group, you } = here
	const { target = "", sure = "" } = await formOf(here.c)
	const found = await whoIs(here, elsewhere, target, true)
	if (!found) return showMoving(here, nobody)
	const moving = { actor: group, target: found, by: { actorId: you.id }, apply: sure === "yes" }
	const moved = await enact(world, (tx) => moveActor(world, tx, moving))
	if (!moved.ok) return showMoving(here, moved)
	return moving.apply ? kept(here, "/moving") : showMoving(here, undefined, found)
}
