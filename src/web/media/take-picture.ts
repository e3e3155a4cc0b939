import type { Context } from "hono"
import { limits } from "../../limits.ts"
import type { Wanted } from "../../media/make-picture.ts"
import type { KeptFile } from "../../media/media.ts"
import { takeFile } from "../../media/take-file.ts"
import type { Actor } from "../../people/actor.ts"
import { isTooFast } from "../../posts/pace.ts"
import { done, type Result, refused } from "../../result.ts"
import type { World } from "../../world.ts"
import { filesOf, formOf } from "../forms.ts"

const [wide, high] = limits.imageSides

const forms = {
	icon: { cut: { width: limits.iconSide, height: limits.iconSide } },
	image: { cut: { width: wide, height: high } },
} as const satisfies Record<string, Wanted>

/** The picture that a form brings for somebody's or a group's own, cut to its form; null when the one there is goes. */
export const takePictureFor = async (
	c: Context,
	world: World,
	you: Actor,
	which: keyof typeof forms,
): Promise<Result<KeptFile | null>> => {
	if ((await formOf(c)).do === "remove") return done(null)
	const [file] = await filesOf(c, "picture")
	if (!file) return refused("invalid", "Please choose a picture first.")
	if (isTooFast(world, "pictures", you.id))
		return refused("too-early", "That was a lot in a short time. Please wait a few minutes.")
	const bytes = new Uint8Array(await file.arrayBuffer())
	return takeFile(world, { ownerId: you.id, bytes, wanted: forms[which] })
}
