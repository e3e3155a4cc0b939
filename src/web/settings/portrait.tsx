import { enact } from "../../moderation/enact.ts"
import { changePortrait } from "../../people/change-portrait.ts"
import { takePictureFor } from "../media/take-picture.ts"
import { showProfile } from "./profile.tsx"
import { type Asked, kept } from "./setting.ts"

/** Takes somebody's picture of themselves, or takes it away. */
export const takePortrait = async (asked: Asked) => {
	const { c, world, actor } = asked
	const brought = await takePictureFor(c, world, actor, "icon")
	if (!brought.ok) return showProfile(asked, brought)
	const change = { actorId: actor.id, fileId: brought.value?.id ?? null }
	const changed = await enact(world, (tx) => changePortrait(world, tx, change))
	return changed.ok ? kept(asked, "/settings/profile") : showProfile(asked, changed)
}
