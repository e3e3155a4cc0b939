import type { Context } from "hono"
import { findActorByUri, findLocalActor } from "../db/actors.ts"
import { limits } from "../src/limits.ts"
import type { Actor } from "../src/people/actor.ts"
import type { World } from "../src/world.ts"
import type { Outside } from "./federation.ts"

/**
 * Finds who a WebFinger resource names (RFC 7033): `acct:name@host` in any case, the page address, the id, or this
 * server's own address (FEP-d556). The answer always speaks of the canonical `acct:`.
 */
export const webFinger = (world: World, outside: Outside) => async (c: Context) => {
	const resource = c.req.query("resource")
	if (!resource || resource.length > limits.resourceAsked) return c.text("The query needs one resource.", 400)
	const named = await whoIs(world, resource)
	if (named === "server") return serverJrd(c, world)
	if (!named) return c.text("There is nobody of that name here.", 404)
	const url = new URL("/.well-known/webfinger", world.origin)
	url.searchParams.set("resource", `acct:${named.handle}@${named.host}`)
	const answer = await outside.fetch(new Request(url), { contextData: world })
	if (answer.status !== 200)
		return c.text("There is nobody of that name here.", answer.status === 410 ? 410 : 404)
	const jrd = (await answer.json()) as { aliases?: string[]; links?: object[] }
	return jrdResponse(c, {
		...jrd,
		aliases: [...new Set([named.uri, named.url, ...(jrd.aliases ?? [])])],
		links: [...(jrd.links ?? []), ...(named.kind === "person" ? intentsOf(world) : [])],
	})
}

/** Where other servers may lead people of this one: to follow a group, or to a post (FEP-3b86; OStatus, as Mastodon has it). */
const intentsOf = ({ origin }: World) => {
	const page = `${origin.origin}/authorize_interaction?uri=`
	return [
		{ rel: "http://ostatus.org/schema/1.0/subscribe", template: `${page}{uri}` },
		{ rel: "https://w3id.org/fep/3b86/Follow", template: `${page}{object}` },
		{ rel: "https://w3id.org/fep/3b86/Object", template: `${page}{object}` },
	]
}

const whoIs = async ({ db, origin }: World, resource: string): Promise<Actor | "server" | null> => {
	const acct = /^acct:@?([^@]+)@([^@/]+)$/i.exec(resource)
	if (acct) {
		const [, name, host] = acct
		return host!.toLowerCase() === origin.host ? findLocalActor(db, decoded(name!)) : null
	}
	const url = URL.parse(resource)
	if (!url || url.origin !== origin.origin) return null
	if (url.pathname === "/") return "server"
	const handle = /^\/@([^/]+)\/?$/.exec(url.pathname)?.[1]
	if (handle) return findLocalActor(db, decoded(handle))
	const actor = await findActorByUri(db, `${url.origin}${url.pathname}`)
	return actor?.local ? actor : null
}

const decoded = (text: string): string => {
	try {
		return decodeURIComponent(text)
	} catch {
		return text
	}
}

const serverJrd = async (c: Context, { db, origin }: World) => {
	const server = await findLocalActor(db, "server")
	if (!server) return c.text("There is nobody of that name here.", 404)
	return jrdResponse(c, {
		subject: origin.origin,
		aliases: [server.uri],
		links: [
			{
				rel: "https://www.w3.org/ns/activitystreams#Service",
				type: "application/activity+json",
				href: server.uri,
			},
		],
	})
}

const jrdResponse = (c: Context, jrd: object) =>
	c.body(JSON.stringify(jrd), 200, {
		"Content-Type": "application/jrd+json",
		"Access-Control-Allow-Origin": "*",
		"Cache-Control": "public, max-age=300",
	})
