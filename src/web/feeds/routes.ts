import { type Context, Hono } from "hono"
import { etag } from "hono/etag"
import { type Read, readOutbox, readTagged } from "../../../db/reading.ts"
import type { Group } from "../../groups/group.ts"
import { plainText } from "../../posts/markup.ts"
import { tagOf } from "../../posts/tags.ts"
import type { World } from "../../world.ts"
import { groupIn } from "../entrance.ts"
import { missing } from "../missing.tsx"
import { feedEntry } from "./feed-entry.ts"
import { type FeedAbout, type FeedFormat, feedOf, feedTypes } from "./feed-of.ts"

const newest = 30

/** Where feed readers look: only what everybody may read, whoever asks. */
export const feedRoutes = (world: World): Hono => {
	const app = new Hono()
	// A tag of the whole text and no date: a post that was taken out makes the feed another, though not a newer one.
	app.get("/:handle{@[^/]+}/:feed{feed\\.(?:atom|rss|json)}", etag(), showGroupFeed(world))
	app.get("/:handle{@[^/]+}/tags/:tag/:feed{feed\\.(?:atom|rss|json)}", etag(), showTagFeed(world))
	return app
}

const showGroupFeed = (world: World) => async (c: Context) => {
	const group = await groupIn(c, world)
	if (group?.visibility !== "public") return missing(c, world)
	const reads = await readOutbox(world.db, "anyone", group.id, newest)
	return feed(c, group, aboutGroup(group), reads)
}

const showTagFeed = (world: World) => async (c: Context) => {
	const group = await groupIn(c, world)
	const tag = tagOf(c.req.param("tag")!)
	if (!tag || group?.visibility !== "public") return missing(c, world)
	const range = { before: null, limit: newest, own: true }
	const reads = await readTagged(world.db, "anyone", group.id, tag, range)
	if (reads.length === 0) return missing(c, world)
	const page = `${group.url}/tags/${encodeURIComponent(tag)}`
	return feed(c, group, { ...aboutGroup(group), page, title: `#${tag} · ${group.name}` }, reads)
}

const aboutGroup = (group: Group): FeedAbout => ({
	page: group.url,
	title: group.name,
	about: plainText(group.summary),
	language: group.language,
	since: group.createdAt,
})

const feed = (c: Context, group: Group, about: FeedAbout, reads: Read[]) => {
	const format = c.req.param("feed")!.slice("feed.".length) as FeedFormat
	const text = feedOf(
		format,
		about,
		reads.map((read) => feedEntry(group, read)),
	)
	return c.body(text, 200, {
		"Content-Type": `${feedTypes[format]}; charset=utf-8`,
		// Kept, but asked about each time: what is taken out of a group is gone from here at once.
		"Cache-Control": "public, no-cache",
	})
}
