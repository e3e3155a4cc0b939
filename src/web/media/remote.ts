import type { Context } from "hono"
import { findActor } from "../../../db/actors.ts"
import { hostStanding, isBlockedPerson } from "../../../db/borders/standing.ts"
import { readPost } from "../../../db/reading.ts"
import { isPicture } from "../../media/media.ts"
import { remoteCopy } from "../../media/remote-copy.ts"
import type { Actor } from "../../people/actor.ts"
import type { World } from "../../world.ts"
import type { Elsewhere } from "../elsewhere.ts"
import { missing } from "../missing.tsx"
import { viewerOf, youOf } from "../session.ts"
import { isNamedHere, type Elsewhere as Picture, pictureNamed } from "./here.ts"

/**
 * A picture of another server: a copy of it, made anew, so that no reader's browser ever speaks with that server. Only what a
 * page of ours named is fetched, and nothing of a server that is blocked is shown, copied before or not.
 */
export const showRemote =
	(world: World, { readPicture }: Elsewhere) =>
	async (c: Context) => {
		const name = c.req.param("name") ?? ""
		const picture = pictureNamed(name)
		const found = picture && world.media ? await addressOf(c, world, picture) : null
		if (!found || !world.media || !isNamedHere(world, name, found.url)) return missing(c, world)
		if (await isKeptOut(world, found)) return missing(c, world)
		const wanted = picture!.of === "icon" ? "icon" : "picture"
		const copy = await remoteCopy(world, { url: found.url, wanted, read: readPicture })
		if (copy === "full") {
			c.header("Retry-After", "5")
			return c.body(null, 503)
		}
		if (!copy) return missing(c, world)
		if (c.req.method === "HEAD") await copy.body.cancel()
		return c.newResponse(c.req.method === "HEAD" ? null : copy.body, 200, {
			"Content-Type": "image/webp",
			"Content-Length": String(copy.size),
			"Content-Disposition": 'inline; filename="picture.webp"',
			"Cache-Control": "private, max-age=86400",
			"X-Content-Type-Options": "nosniff",
		})
	}

type Found = { url: string; of: Actor; groupId: string | null }

/** Where a picture is, and whose it is, for somebody who may see what it came with. */
const addressOf = async (c: Context, world: World, picture: Picture): Promise<Found | null> => {
	if (picture.of !== "post") {
		const actor = await findActor(world.db, picture.id)
		const url = actor && !actor.local && !actor.goneAt ? actor[picture.of] : null
		return url ? { url, of: actor!, groupId: null } : null
	}
	const read = await readPost(world.db, viewerOf(youOf(c)), picture.id)
	const attachment = read?.post.attachments[picture.nth]
	if (!read || !attachment || attachment.file || !isPicture(attachment.mediaType)) return null
	const { url } = attachment
	return { url, of: read.author, groupId: read.groupId }
}

/** Whether no pictures are taken of the server whose it is, or of the one where it lies. */
const isKeptOut = async ({ db }: World, { url, of, groupId }: Found): Promise<boolean> => {
	for (const host of new Set([of.host, new URL(url).host]))
		if ((await hostStanding(db, host, groupId)).rejectMedia) return true
	return isBlockedPerson(db, of, groupId)
}
