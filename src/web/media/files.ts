import type { Context } from "hono"
import { readFile } from "../../../db/media.ts"
import { fileNamed, isPicture, smallName } from "../../media/media.ts"
import type { World } from "../../world.ts"
import { missing } from "../missing.tsx"
import { viewerOf, youOf } from "../session.ts"
import { givenPart, partAsked } from "./part.ts"

/** Seconds that anybody's cache may keep what everybody may see: so soon is it gone after it was deleted. */
const soon = 60

/**
 * A picture or recording, for whoever may see what it came with; for everybody else there is none. Nothing of ours ever runs
 * as a page from here: it is served as what it was found to be, and sandboxed (server.ts).
 */
export const showFile = (world: World) => async (c: Context) => {
	const asked = fileNamed(c.req.param("name") ?? "")
	const file = asked && world.media ? await readFile(world.db, viewerOf(youOf(c)), asked.stem) : null
	if (!file || !asked || !world.media) return missing(c, world)
	const name = asked.small ? smallName(file.name) : file.name
	if (name !== c.req.param("name") || (asked.small && !file.small)) return missing(c, world)
	const headers = {
		"Content-Type": asked.small ? "image/webp" : file.mediaType,
		"Content-Disposition": `inline; filename="${isPicture(file.mediaType) ? "picture" : "recording"}.${name.split(".").at(-1)}"`,
		"Cache-Control": file.open ? `public, max-age=${soon}, must-revalidate` : "private, no-store",
		"X-Content-Type-Options": "nosniff",
		ETag: `"${name}"`,
		"Accept-Ranges": "bytes",
		...(!file.open && { Vary: "Cookie" }),
	}
	if (c.req.header("if-none-match") === headers.ETag) return c.body(null, 304, headers)
	const part = partAsked(c.req.header("range"))
	const stored = await world.media.storage.get(name, part ?? undefined)
	if (!stored) return missing(c, world)
	const given = givenPart(part, stored.size)
	if (c.req.method === "HEAD" || given === "beyond") await stored.body.cancel()
	if (given === "beyond") return c.body(null, 416, { "Content-Range": `bytes */${stored.size}` })
	return c.newResponse(c.req.method === "HEAD" ? null : stored.body, given ? 206 : 200, {
		...headers,
		"Content-Length": String(given ? given.last - given.first + 1 : stored.size),
		...(given && { "Content-Range": `bytes ${given.first}-${given.last}/${stored.size}` }),
	})
}
