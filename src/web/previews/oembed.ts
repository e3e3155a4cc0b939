import type { Context } from "hono"
import { findGroupByHandle } from "../../../db/groups.ts"
import { readPostIn } from "../../../db/reading.ts"
import { findServer } from "../../../db/server.ts"
import type { World } from "../../world.ts"
import { uuid } from "../forms.ts"
import type { PreviewView } from "../pages/reading/preview.tsx"
import { previewOfGroup, previewOfThread } from "./preview.ts"

const cacheSeconds = 300

/**
 * What a link to a page of ours shows elsewhere (oEmbed 1.0, https://oembed.com): a title and who said it, as a plain link. JSON is
 * the form there is. Of everything but public pages of groups that want to be found it knows nothing.
 */
export const showOembed = (world: World) => async (c: Context) => {
	c.header("Access-Control-Allow-Origin", "*")
	c.header("X-Robots-Tag", "noindex")
	if ((c.req.query("format") ?? "json") !== "json") return c.body(null, 501)
	const preview = await previewAt(world, c.req.query("url") ?? "")
	if (!preview) return c.body(null, 404)
	const { title, author } = preview
	return c.json(
		{
			version: "1.0",
			type: "link",
			title,
			...(author && { author_name: author.name, author_url: author.url }),
			provider_name: (await findServer(world.db))?.name ?? "Snug",
			provider_url: world.origin.origin,
			cache_age: cacheSeconds,
		},
		200,
		{ "Cache-Control": `public, max-age=${cacheSeconds}` },
	)
}

const previewAt = async ({ db, origin }: World, address: string): Promise<PreviewView | null> => {
	const url = URL.canParse(address) ? new URL(address) : null
	const [, handle, thread] =
		/^\/@([a-z0-9_]{2,30})(?:\/t\/([0-9a-f-]{36})[^/]*)?\/?$/i.exec(url?.pathname ?? "") ?? []
	if (url?.origin !== origin.origin || !handle || (thread && !uuid.test(thread))) return null
	const group = await findGroupByHandle(db, handle)
	if (!group) return null
	if (!thread) return previewOfGroup(group)
	const read = await readPostIn(db, "anyone", group.id, thread)
	return read && previewOfThread(group, read, origin)
}
