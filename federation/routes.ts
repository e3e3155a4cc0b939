import { type Context, Hono } from "hono"
import { findActor, findLocalActor } from "../db/actors.ts"
import { findGroup } from "../db/groups.ts"
import { findPublicActivity } from "../db/log.ts"
import { readPost } from "../db/reading.ts"
import { postingIn } from "../src/moderation/policy/posting-in.ts"
import type { Actor } from "../src/people/actor.ts"
import type { World } from "../src/world.ts"
import { guard, keepsOut, type WhoAsks, whoAsks } from "./asker.ts"
import { featuredOf, followersOf, moderatorsOf, outboxOf, repliesOf, threadOf } from "./collections.ts"
import type { ActorDocuments } from "./documents.ts"
import { actorAt, asSpoken, type Outside } from "./federation.ts"
import { type FrontDoor, frontDoor } from "./front-door.ts"
import { asVersion20 } from "./nodeinfo.ts"
import { createOf, postDocument } from "./objects.ts"
import { partialFollowers } from "./partial-followers.ts"
import { notFound, rendered, serveActivity, wantsActivity, wantsPage } from "./respond.ts"
import { servePost } from "./serve-post.ts"
import { serveQuote } from "./serve-quote.ts"
import { thanksAt } from "./thanks.ts"
import { welcomeNote } from "./translate/welcome.ts"
import { instant, type Json, objectContext } from "./translate/wire.ts"
import { webFinger } from "./webfinger.ts"

export type Facing = {
	world: World
	outside: Outside
	documents: ActorDocuments
	door: FrontDoor
	/** Whether what is public, too, is given only to servers that sign for it. Who we are is open to everyone. */
	onlySigned: boolean
}

const id = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"

/** Everything other servers may ask for or bring here. What asks for a page instead falls through to the pages. */
export const federationRoutes = (facing: Facing): Hono => {
	const { world, outside, documents, door } = facing
	const app = new Hono()
	const receive = frontDoor(door)
	const asks = whoAsks(world, door.keys)
	const guarded = guard(world, asks, facing.onlySigned)
	for (const path of ["/inbox", "/ap/server/inbox", `/ap/groups/:id/inbox`, `/ap/people/:id/inbox`])
		app.post(path, receive)

	app.get("/.well-known/webfinger", webFinger(world, outside))
	app.get("/.well-known/host-meta", (c) =>
		c.body(hostMeta(world), 200, { "Content-Type": "application/xrd+xml" }),
	)
	app.get("/.well-known/nodeinfo", (c) => c.json(nodeInfoLinks(world)))
	app.get("/nodeinfo/2.1", (c) =>
		outside.fetch(new Request(new URL("/nodeinfo/2.1", world.origin), c.req.raw), { contextData: world }),
	)
	app.get("/nodeinfo/2.0", async (c) => {
		const answer = await outside.fetch(new Request(new URL("/nodeinfo/2.1", world.origin)), {
			contextData: world,
		})
		return c.json(asVersion20((await answer.json()) as Json))
	})

	app.get("/:handle{@[^/]+}", async (c, next) => {
		const actor = wantsActivity(c) ? await findLocalActor(world.db, c.req.param("handle").slice(1)) : null
		return actor && actor.kind !== "server" ? serveActor(c, documents, await asSpoken(world, actor)) : next()
	})
	for (const path of ["/ap/server", `/ap/:folder{groups|people}/:id{${id}}`]) {
		app.get(path, async (c) => {
			const actor = await actorOf(c, world)
			if (!actor) return notFound(c)
			return wantsPage(c) && !actor.goneAt ? c.redirect(actor.url) : serveActor(c, documents, actor)
		})
		const serveCollection = async (c: Context, name: string) => {
			const actor = await actorOf(c, world)
			if (actor && name !== "moderators" && (await keepsOut(world, c, actor.id))) return notFound(c)
			if (actor?.goneAt) return serveActivity(c, rendered(goneCollection(actor, actor.goneAt, name)), 410)
			const json = actor ? await collectionOf(world, actor, name) : null
			return json ? serveActivity(c, rendered(json)) : notFound(c)
		}
		// Who moderates is part of who a group is.
		app.get(`${path}/moderators`, (c) => serveCollection(c, "moderators"))
		for (const name of ["followers", "outbox", "featured", "welcome"])
			app.get(`${path}/${name}`, guarded, (c) => serveCollection(c, name))
	}
	app.get(`/ap/groups/:id{${id}}/followers_synchronization`, guarded, (c) => servePartial(c, world, asks))
	const views = { "": postDocument, "/create": createOf, "/replies": repliesOf }
	for (const [suffix, view] of Object.entries(views))
		app.get(`/ap/posts/:id{${id}}${suffix}`, guarded, (c, next) => servePost(c, world, asks, next, view))
	app.get(`/ap/posts/:id{${id}}/quotes/:quote{${id}}`, guarded, (c) => serveQuote(c, world))
	app.get(`/ap/threads/:id{${id}}`, guarded, async (c, next) => {
		if (wantsPage(c)) return next()
		const read = await readPost(world.db, "anyone", c.req.param("id"))
		const group = read ? await findActor(world.db, read.groupId) : null
		if (group && (await keepsOut(world, c, group.id))) return notFound(c)
		const json = group ? await threadOf(world, group, c.req.param("id")) : null
		return json ? serveActivity(c, rendered(json)) : notFound(c)
	})
	app.get("/ap/activities/*", guarded, async (c) => {
		const uri = `${world.origin.origin}${c.req.path}`
		const body = await findPublicActivity(world.db, uri)
		if (body) return serveActivity(c, rendered(new TextDecoder().decode(body)))
		const thanks = await thanksAt(world, uri)
		return thanks ? serveActivity(c, rendered(thanks)) : notFound(c)
	})
	return app
}

const actorOf = (c: Context, world: World): Promise<Actor | null> => {
	const folder = c.req.param("folder")
	return actorAt(world, folder ? `${folder}/${c.req.param("id")}` : "server")
}

/** What is left of a list of somebody who is gone. */
const goneCollection = ({ uri }: Actor, goneAt: Date, name: string): Json => ({
	"@context": objectContext,
	id: `${uri}/${name}`,
	type: "Tombstone",
	deleted: instant(goneAt),
})

const serveActor = async (c: Context, documents: ActorDocuments, actor: Actor) =>
	serveActivity(c, await documents.of(actor), actor.goneAt ? 410 : 200)

const collectionOf = async (world: World, actor: Actor, name: string): Promise<Json | null> => {
	const group = actor.kind === "group" ? await findGroup(world.db, actor.id) : null
	if (name === "outbox") return outboxOf(world, actor, group)
	if (name === "followers")
		return actor.kind === "server" ? null : followersOf(world, actor, group?.visibility === "private")
	if (!group) return null
	if (name === "welcome")
		return group.visibility === "private" ? null : welcomeNote(group, await postingIn(world.db, group))
	return name === "featured" ? featuredOf(world, group) : moderatorsOf(world, group)
}

/** The followers of a group on the server that asks, and nobody else's (FEP-8fcf). */
const servePartial = async (c: Context, world: World, asks: WhoAsks) => {
	const group = await actorAt(world, `groups/${c.req.param("id")}`)
	const asker = group && !group.goneAt ? await asks(c) : null
	if (!group || !asker) return notFound(c)
	return serveActivity(
		c,
		rendered(await partialFollowers(world, group, new URL(asker.uri).origin)),
		200,
		"asker",
	)
}

const nodeInfoLinks = ({ origin }: World) => ({
	links: ["2.1", "2.0"].map((version) => ({
		rel: `http://nodeinfo.diaspora.software/ns/schema/${version}`,
		href: new URL(`/nodeinfo/${version}`, origin).href,
	})),
})

const hostMeta = ({ origin }: World): string =>
	`<?xml version="1.0" encoding="UTF-8"?>
<XRD xmlns="http://docs.oasis-open.org/ns/xri/xrd-1.0">
<Link rel="lrdd" type="application/xrd+xml" template="${origin.origin}/.well-known/webfinger?resource={uri}"/>
</XRD>`
