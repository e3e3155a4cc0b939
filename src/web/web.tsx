import { type Context, Hono } from "hono"
import { bodyLimit } from "hono/body-limit"
import { findLocalActor } from "../../db/actors.ts"
import { findGroup, findGroupByHandle } from "../../db/groups.ts"
import { readPost } from "../../db/reading.ts"
import type { World } from "../world.ts"
import { gatherGroup, gatherHome, gatherServer, gatherThread, readPlace } from "./gather.ts"
import { favicon, stylesheet } from "./layout.tsx"
import { page } from "./page.ts"
import { AboutPage } from "./pages/about.tsx"
import { GroupPage } from "./pages/group.tsx"
import { HomePage } from "./pages/home.tsx"
import { MessagePage } from "./pages/message.tsx"
import { ThreadPage } from "./pages/thread.tsx"
import { showSetup, takeSetup } from "./setup.tsx"
import { threadPath } from "./views.ts"

const uuid = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
const forever = "public, max-age=31536000, immutable"

/** Every page there is. */
export const webRoutes = (world: World): Hono => {
	const app = new Hono()
	app.get("/", async (c) => page(c, <HomePage {...await gatherHome(world)} />))
	app.get("/about", async (c) => page(c, <AboutPage server={await gatherServer(world)} />))
	app.get("/setup", showSetup(world))
	app.post("/setup", bodyLimit({ maxSize: 20_000 }), takeSetup(world))
	app.get("/:handle{@[^/]+}", async (c) => showHandle(c, world))
	app.get(`/:handle{@[^/]+}/t/:thread{${uuid}.*}`, async (c) => showThread(c, world))
	app.get(`/ap/posts/:id{${uuid}}`, (c) => toThread(c, world))
	app.get(`/ap/posts/:id{${uuid}}/:part{create|replies}`, (c) => toThread(c, world))
	app.get(`/ap/threads/:id{${uuid}}`, (c) => toThread(c, world))
	// What people coming from Lemmy, PieFed, NodeBB or Mastodon type out of habit.
	for (const habit of ["/c/:handle", "/m/:handle", "/groups/:handle", "/users/:handle", "/u/:handle"])
		app.get(habit, (c) => c.redirect(`/@${encodeURIComponent(c.req.param("handle") ?? "")}`))
	app.get(stylesheet.path, (c) => c.body(stylesheet.text, 200, { "Content-Type": "text/css; charset=utf-8", "Cache-Control": forever }))
	app.get("/favicon.svg", (c) => c.body(favicon, 200, { "Content-Type": "image/svg+xml", "Cache-Control": "public, max-age=86400" }))
	app.get("/favicon.ico", (c) => c.redirect("/favicon.svg"))
	app.get("/robots.txt", (c) => c.text("User-agent: *\nDisallow: /ap/\nDisallow: /setup\n"))
	app.notFound((c) => missing(c, world))
	return app
}

const showHandle = async (c: Context, world: World) => {
	const typed = handleIn(c)
	const actor = typed ? await findLocalActor(world.db, typed) : null
	if (!actor || actor.kind === "server") return missing(c, world)
	if (typed !== actor.handle) return c.redirect(`/@${actor.handle}`)
	if (actor.goneAt) return missing(c, world)
	if (actor.kind === "person") {
		const text = `${actor.name} has an account on this server. What they write stands in the groups they belong to.`
		return page(c, <MessagePage server={await gatherServer(world)} title={`@${actor.handle}`} text={text} />)
	}
	const group = await findGroup(world.db, actor.id)
	if (!group) return missing(c, world)
	return page(c, <GroupPage {...await gatherGroup(world, group, readPlace(c.req.query("after")))} />)
}

const showThread = async (c: Context, world: World) => {
	const typed = handleIn(c)
	const group = typed ? await findGroupByHandle(world.db, typed) : null
	const props = group && !group.goneAt ? await gatherThread(world, group, c.req.param("thread")!.slice(0, 36)) : null
	return props ? page(c, <ThreadPage {...props} />) : missing(c, world)
}

/** A post's permanent address leads people to it in its thread. */
const toThread = async (c: Context, world: World) => {
	const read = await readPost(world.db, "anyone", c.req.param("id")!)
	const group = read ? await findGroup(world.db, read.groupId) : null
	if (!read || !group) return missing(c, world)
	c.header("Vary", "Accept")
	return c.redirect(`${threadPath(group, { ...read.post, title: null })}#post-${read.post.id}`)
}

const handleIn = (c: Context): string | null => {
	const handle = c.req.param("handle")!.slice(1)
	return /^[a-z0-9_]{2,30}$/i.test(handle) ? handle : null
}

const missing = async (c: Context, world: World) =>
	page(
		c,
		<MessagePage
			server={await gatherServer(world)}
			title="There is nothing here"
			text="Perhaps it was taken back, perhaps the address has a slip in it, or it is not for everyone to see."
			action={{ href: "/", label: "To the first page" }}
		/>,
		404,
	)

