import { changePicture, type GroupPicture } from "../../groups/change-picture.ts"
import { enact } from "../../moderation/enact.ts"
import { takePictureFor } from "../media/take-picture.ts"
import { type Here, kept } from "./place.ts"
import { showFace } from "./settings.tsx"

/** Takes a group's picture, or the wide one above its page, or takes it away. */
export const takePicture = (which: GroupPicture) => async (here: Here) => {
	const { c, world, group, you } = here
	const brought = await takePictureFor(c, world, you, which)
	if (!brought.ok) return showFace(here, brought)
	const file = brought.value && { id: brought.value.id, ownerId: you.id }
	const deed = { groupId: group.id, which, file, by: { actorId: you.id } }
	const changed = await enact(world, (tx) => changePicture(world, tx, deed))
	return changed.ok ? kept(here, "/name") : showFace(here, changed)
}
