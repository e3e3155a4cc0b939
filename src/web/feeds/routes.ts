import { type Context, Hono, type MiddlewareHandler } from "hono"
import { etag } from "hono/etag"
import { findFeedReader } from "../../../db/feed-keys.ts"
import { findGroupByHandle } from "../../../db/groups.ts"
import { type Read, readOutbox, readTagged } from "../../../db/reading.ts"
import { hashOfToken, looksLikeToken } from "../../accounts/session.ts"
import type { Group } from "../../groups/group.ts"
import { plainText } from "../../posts/markup.ts"
import { tagOf } from "../../posts/tags.ts"
import type { World } from "../../world.ts"
import { groupIn, handleIn } from "../entrance.ts"
import { missing } from "../missing.tsx"
import { feedEntry } from "./feed-entry.ts"
import { type FeedAbout, type FeedFormat, feedOf, feedTypes } from "./feed-of.ts"

const newest = 30

/** Where feed readers look. Without a key they find what everybody may read, whoever asks; with one, what its owner may. */
export const feedRoutes = (world: World): Hono => {
	const app = new Hono()
	// A tag of the whole text and no date: a post that was taken out makes the feed another, though not a newer one.
	app.get("/:handle{@[^/]+}/:feed{feed\\.(?:atom|rss|json)}", tagged, showGroupFeed(world))
	app.get("/:handle{@[^/]+}/tags/:tag/:feed{feed\\.(?:atom|rss|json)}", etag(), showTagFeed(world))
	return app
}

// What is read with a key is kept nowhere, so there is nothing to compare it with.
const tagged: MiddlewareHandler = (c, next) => (c.req.query("key") === undefined ? etag()(c, next) : next())

const showGroupFeed = (world: World) => async (c: Context) => {
	const key = c.req.query("key")
	if (key !== undefined) return showFeedTo(c, world, key)
	const group = await groupIn(c, world)
	if (group?.visibility !== "public") return missing(c, world)
	const reads = await readOutbox(world.db, "anyone", group.id, newest)
	return feed(c, group, aboutGroup(group), reads)
}

/** To whoever holds a member's key, while that is one. */
const showFeedTo = async (c: Context, world: World, key: string) => {
	const handle = handleIn(c)
	const group = handle ? await findGroupByHandle(world.db, handle) : null
	const open = group && !group.goneAt && looksLikeToken(key)
	const actorId = open ? await findFeedReader(world.db, group.id, hashOfToken(key)) : null
	if (!group || !actorId) return missing(c, world)
	c.header("X-Robots-Tag", "noindex, nofollow")
	const reads = await readOutbox(world.db, { actorId }, group.id, newest)
	return feed(c, group, { ...aboutGroup(group), secret: true }, reads)
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
	secret: false,
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
		"Cache-Control": about.secret ? "private, no-store" : "public, no-cache",
	})
}
