import { findOwnFiles } from "../../db/media.ts"
import { limits } from "../limits.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"
import { attachmentOf, type Enclosed, placeOn } from "./media.ts"

/** A picture as somebody puts it into what they write. */
export type Picked = { id: string; alt: string; focus: string }

/** Said when a picture was loose for too long, or went with something else. */
export const lost = "One of the pictures is not here any more. Please leave it out, or bring it again."

/** What addresses of files begin with for other servers. */
export const fileOrigin = ({ media, origin }: Pick<World, "media" | "origin">): URL =>
	media?.publicUrl ?? origin

/** Files that somebody brought, as they go with a post of theirs; `postId` is that post, which may have them already. */
export const enclose = async (
	world: World,
	{ ownerId, picked, postId = null }: { ownerId: string; picked: Picked[]; postId?: string | null },
): Promise<Result<Enclosed[]>> => {
	if (picked.length > limits.pictures) return refused("invalid", "A post takes four pictures at most.")
	if (picked.some(({ alt }) => alt.length > limits.altText))
		return refused("invalid", "What is on a picture is said in at most 1500 characters.")
	const files = await findOwnFiles(world.db, { ownerId, ids: picked.map(({ id }) => id), postId })
	const enclosed = picked.flatMap(({ id, alt, focus }) => {
		const file = files.find((one) => one.id === id)
		return file ? [{ id, attachment: attachmentOf(file, alt.trim(), placeOn(focus), fileOrigin(world)) }] : []
	})
	return enclosed.length === picked.length ? done(enclosed) : refused("gone", lost)
}
