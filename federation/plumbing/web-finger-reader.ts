import type { World } from "../../src/world.ts"
import { isObject, listOf, normalUri } from "../translate/reading.ts"
import { isBlocked } from "./blocked.ts"
import type { NotFound } from "./look-up.ts"
import { type Document, getDocument, NetworkFailure } from "./network.ts"

const unfit = (reason: string): NotFound => ({ state: "unfit", reason })

/** Where somebody's own document is: the address itself, or what their server's WebFinger says of `@name@host` (RFC 7033). */
export const addressOf = async (world: World, text: string): Promise<{ uri: string } | NotFound> => {
	const address = normalUri(text)
	if (address) return { uri: address }
	const [, name, host] = /^[@!]?([^@\s/]{1,100})@([^@\s/]{1,255})$/.exec(text.trim()) ?? []
	if (!name || !host) return unfit("it is neither an address nor a handle like @name@server.example")
	const url = URL.parse(`${schemeFor(world, host)}://${host}/.well-known/webfinger`)
	if (!url || url.host.toLowerCase() !== host.toLowerCase()) return unfit(`${host} is no server's name`)
	url.searchParams.set("resource", `acct:${name}@${url.host}`)
	try {
		return selfLink(
			await getDocument(world.ports, url, {
				accept: "application/jrd+json, application/json",
				mayAsk: async (at) => !(await isBlocked(world, at)),
			}),
			url,
		)
	} catch (error) {
		if (!(error instanceof NetworkFailure)) throw error
		return { state: error.transient ? "unreachable" : "unfit", reason: error.message }
	}
}

/** A server under test speaks plain http with its kin on this machine; elsewhere the network guard refuses http. */
export const schemeFor = ({ origin }: World, host: string): string =>
	origin.protocol === "http:" && /^(localhost|127\.0\.0\.1)(:\d+)?$/i.test(host) ? "http" : "https"

const selfLink = ({ status, bytes }: Document, asked: URL): { uri: string } | NotFound => {
	if (status === 404 || status === 410)
		return { state: "gone", reason: `${asked.host} knows nobody of that name` }
	if (status !== 200) return { state: "unreachable", reason: `${asked.host} answered ${status}` }
	for (const link of linksIn(bytes)) {
		const type = isObject(link) ? String(link.type) : ""
		const uri =
			isObject(link) && link.rel === "self" && /activity\+json|ld\+json/.test(type)
				? normalUri(link.href)
				: null
		// What one server says of another's people is hearsay.
		if (uri && new URL(uri).host === asked.host) return { uri }
	}
	return unfit(`${asked.host} names no document of theirs`)
}

const linksIn = (bytes: Uint8Array): unknown[] => {
	try {
		const json: unknown = JSON.parse(new TextDecoder().decode(bytes))
		return isObject(json) ? listOf(json.links).slice(0, 50) : []
	} catch {
		return []
	}
}
