import { findSoftware } from "../../db/hosts.ts"
import { limits } from "../../src/limits.ts"
import type { Home, Intents } from "../../src/people/home.ts"
import type { World } from "../../src/world.ts"
import { isBlocked } from "../plumbing/blocked.ts"
import { Recent } from "../plumbing/cache.ts"
import { getDocument, NetworkFailure } from "../plumbing/network.ts"
import { readNodeInfo } from "../plumbing/nodeinfo-reader.ts"
import { schemeFor } from "../plumbing/web-finger-reader.ts"
import { isObject, listOf, normalUri } from "../translate/reading.ts"

/** Why nothing is known of somebody's server: it is kept out here, it has nobody of that name, or it could not be asked. */
type NoHome = { state: "blocked" | "nobody" | "unreachable" }
export type FindHome = (who: { name: string | null; host: string }) => Promise<Home | NoHome>

const intent = "https://w3id.org/fep/3b86/"
const rels: Readonly<Record<string, keyof Intents>> = {
	[`${intent}Follow`]: "follow",
	[`${intent}Object`]: "object",
	[`${intent}Create`]: "create",
	"http://ostatus.org/schema/1.0/subscribe": "subscribe",
}

/**
 * Asks somebody's own server where it lets people act from: WebFinger of their name (FEP-3b86, OStatus), and where that
 * says nothing, NodeInfo for what it runs. What was found out is remembered for some minutes.
 */
export const homeFinder = (world: World): FindHome => {
	const known = new Recent<Home | NoHome>(limits.homesKnown, world.ports.now)
	return async (who) => {
		const key = `${who.name?.toLowerCase() ?? ""}@${who.host}`
		const remembered = known.get(key)
		if (remembered) return remembered
		const found = await findHome(world, who)
		known.set(key, found, "state" in found ? limits.unreachablePause : limits.homeAge)
		return found
	}
}

const findHome = async (
	world: World,
	{ name, host }: { name: string | null; host: string },
): Promise<Home | NoHome> => {
	const origin = `${schemeFor(world, host)}://${host}`
	if (await isBlocked(world, new URL(origin))) return { state: "blocked" }
	const said = name ? await askWebFinger(world, origin, `acct:${name}@${host}`) : {}
	if ("state" in said) return said
	const home = { name, host, origin: said.origin ?? origin, intents: said.intents ?? {} }
	if (home.intents.follow || home.intents.subscribe) return { ...home, software: null }
	return { ...home, software: await softwareOf(world, new URL(home.origin).host) }
}

type Said = { origin?: string; intents?: Intents }

const askWebFinger = async (world: World, origin: string, resource: string): Promise<Said | NoHome> => {
	const url = new URL("/.well-known/webfinger", origin)
	url.searchParams.set("resource", resource)
	try {
		const { status, bytes } = await getDocument(world.ports, url, {
			accept: "application/jrd+json, application/json",
			limit: limits.nodeinfoBytes,
			mayAsk: async (at) => !(await isBlocked(world, at)),
		})
		if (status === 404 || status === 410 || status === 400) return { state: "nobody" }
		return status === 200 ? readSaid(world, bytes) : {}
	} catch (error) {
		if (error instanceof NetworkFailure) return { state: "unreachable" }
		throw error
	}
}

const readSaid = (world: World, bytes: Uint8Array): Said => {
	const intents: Intents = {}
	let origin: string | undefined
	for (const link of linksIn(bytes)) {
		if (!isObject(link)) continue
		const { rel, template, href } = link
		const name = typeof rel === "string" ? rels[rel] : undefined
		if (name && typeof template === "string" && template.length <= 1000) intents[name] ??= template
		const self = rel === "self" && /activity\+json|ld\+json/.test(String(link.type)) ? normalUri(href) : null
		if (self && new URL(self).protocol === `${schemeFor(world, new URL(self).host)}:`)
			origin ??= new URL(self).origin
	}
	return { intents, ...(origin && { origin }) }
}

const linksIn = (bytes: Uint8Array): unknown[] => {
	try {
		const json: unknown = JSON.parse(new TextDecoder().decode(bytes))
		return isObject(json) ? listOf(json.links).slice(0, 50) : []
	} catch {
		return []
	}
}

/** What a host runs: as it said when something was last sent to it, or as it says now. */
export const softwareOf = async ({ db, ports, origin }: World, host: string): Promise<string | null> => {
	const known = await findSoftware(db, host)
	if (known) return known.toLowerCase()
	const network = {
		fetch: ports.fetch,
		allowPrivateAddress: origin.protocol === "http:",
		close: async () => {},
	}
	return (await readNodeInfo(network, ports, host))?.software ?? null
}
