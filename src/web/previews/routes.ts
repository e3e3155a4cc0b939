import { Hono } from "hono"
import { listGroups } from "../../../db/groups.ts"
import { findServer } from "../../../db/server.ts"
import type { World } from "../../world.ts"
import { showOembed } from "./oembed.ts"

const day = "public, max-age=86400"
const hour = "public, max-age=3600"

/** What search engines, other sites and home screens are told of this server. */
export const previewRoutes = (world: World): Hono => {
	const app = new Hono()
	app.get("/robots.txt", (c) => c.text(robots(world.origin), 200, { "Cache-Control": hour }))
	app.get("/sitemap.xml", async (c) =>
		c.body(sitemap(await addresses(world)), 200, {
			"Content-Type": "application/xml; charset=utf-8",
			"Cache-Control": hour,
		}),
	)
	app.get("/manifest.webmanifest", async (c) =>
		c.body(manifest((await findServer(world.db))?.name ?? "Snug"), 200, {
			"Content-Type": "application/manifest+json; charset=utf-8",
			"Cache-Control": day,
		}),
	)
	app.get("/oembed", showOembed(world))
	return app
}

/** Nothing that a page asks not to be listed is kept from being read: whoever may not read it cannot see that it asks. */
const robots = ({ origin }: URL): string => {
	const closed =
		"/ap/ /admin /setup /login /invite/ /sign-up /settings /drafts /bookmarks /@*/search /@*/write /@*/desk"
	return [
		"User-agent: *",
		...closed.split(" ").map((path) => `Disallow: ${path}`),
		"",
		`Sitemap: ${origin}/sitemap.xml`,
		"",
	].join("\n")
}

const addresses = async ({ db, origin }: World): Promise<string[]> =>
	(await listGroups(db, "indexed")).flatMap(({ handle }) =>
		[`/@${handle}`, `/@${handle}/about`].map((path) => new URL(path, origin).href),
	)

/** The addresses hold no sign that XML would mind: handles are letters, digits and underscores. */
const sitemap = (urls: string[]): string =>
	`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.map((url) => `\t<url><loc>${url}</loc></url>\n`).join("")}</urlset>
`

/** How the server stands on a home screen, in the colours of its paper. */
const manifest = (name: string): string =>
	JSON.stringify({
		name,
		short_name: name.slice(0, 30),
		id: "/",
		start_url: "/",
		scope: "/",
		display: "minimal-ui",
		background_color: "#faf6ee",
		theme_color: "#faf6ee",
		icons: [{ src: "/favicon.svg", sizes: "any", type: "image/svg+xml" }],
	})
