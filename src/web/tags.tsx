import type { Context } from "hono"
import { type Read, readTagged } from "../../db/reading.ts"
import type { Group } from "../groups/group.ts"
import { limits } from "../limits.ts"
import { tagOf } from "../posts/tags.ts"
import type { World } from "../world.ts"
import { gatherServer } from "./gather.ts"
import { missing } from "./missing.tsx"
import { page } from "./page.ts"
import { TagPage } from "./pages/tag.tsx"
import { viewerOf, youOf } from "./session.ts"
import { groupNamed } from "./speaking/place.ts"
import { conversationView, groupPath, threadPath } from "./views.ts"

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What was said in a group under a tag, the newest first. A tag that nobody used here has no page. */
export const showTag = (world: World) => async (c: Context) => {
	const group = await groupNamed(c, world)
	const tag = tagOf(c.req.param("tag")!)
	if (!group || !tag) return missing(c, world)
	const path = tagPath(group, tag)
	if (tag !== c.req.param("tag")) return c.redirect(path)
	const before = c.req.query("after")
	const reads = await readTagged(world.db, viewerOf(youOf(c)), group.id, tag, {
		before: before && uuid.test(before) ? before : null,
		limit: limits.taggedOnPage + 1,
	})
	const shown = reads.slice(0, limits.taggedOnPage)
	const last = shown.at(-1)
	if (!last) return missing(c, world)
	const props = {
		server: await gatherServer(world, youOf(c)),
		group: { name: group.name, handle: group.handle, hue: group.hue, path: groupPath(group) },
		tag,
		posts: shown.map((read) => saidUnder(group, read)),
		...(reads.length > limits.taggedOnPage && { next: `${path}?after=${last.post.id}` }),
		...(group.local && group.visibility === "public" && { feeds: new URL(path, world.origin).href }),
		now: world.ports.now(),
	}
	return page(c, <TagPage {...props} />)
}

const tagPath = (group: Group, tag: string): string => `${groupPath(group)}/tags/${encodeURIComponent(tag)}`

const saidUnder = (group: Group, read: Read) => ({
	...conversationView(group, { ...read, activeAt: read.sharedAt, repliedBy: [] }),
	href: `${threadPath(group, { ...read.post, title: null })}#post-${read.post.id}`,
})
