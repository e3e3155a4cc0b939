import type { Context, MiddlewareHandler } from "hono"
import { isBlockedPerson } from "../db/borders/standing.ts"
import type { World } from "../src/world.ts"
import type { RemoteKeys } from "./plumbing/remote-keys.ts"
import { readClaim, verifies } from "./plumbing/verify.ts"
import { notFound, wantsPage } from "./respond.ts"

/** Who signed a request for a document. */
type Asker = { id: string; uri: string; host: string }
export type WhoAsks = (c: Context) => Promise<Asker | null>

/** Reads who signed a GET. Null for a request that is not signed, or whose signature does not hold. */
export const whoAsks =
	(world: World, keys: RemoteKeys): WhoAsks =>
	async (c) => {
		const claim = readClaim(c.req.raw.headers, "GET")
		if ("refusal" in claim) return null
		let signer = await keys.find(claim.keyId, claim.keyId.replace(/#.*$/, ""), true)
		if ("state" in signer) return null
		const { pathname, search } = new URL(c.req.url)
		const request = {
			url: `${world.origin.origin}${pathname}${search}`,
			headers: c.req.raw.headers,
			body: null,
		}
		const now = world.ports.now()
		if (!(await verifies(request, signer.key, now))) {
			// They may have a new key since.
			signer = await keys.refresh(signer)
			if ("state" in signer || !(await verifies(request, signer.key, now))) return null
		}
		return { id: signer.ownerId, uri: signer.ownerUri, host: new URL(signer.ownerUri).host }
	}

/**
 * Stands before everything but actors and their keys. A blocked server that says who it is finds nothing; where only
 * signed requests are answered, neither does one that does not say, so that no block can be walked around.
 */
export const guard = (world: World, asks: WhoAsks, onlySigned: boolean): MiddlewareHandler => {
	return async (c, next) => {
		if (c.req.method === "POST" || wantsPage(c)) return next()
		const claim = readClaim(c.req.raw.headers, "GET")
		if ("keyId" in claim && (await isShutOut(world, claim.keyId, null))) return notFound(c)
		if (!onlySigned) return next()
		if (!(await asks(c))) return c.text("Only signed requests are answered here.", 401, unkept)
		c.set("onlySigned", true)
		return next()
	}
}

/** Whether a group keeps out the server that says it asks; what the whole server keeps out, the guard did. */
export const keepsOut = async (world: World, c: Context, groupId: string): Promise<boolean> => {
	const claim = readClaim(c.req.raw.headers, "GET")
	return "keyId" in claim && (await isShutOut(world, claim.keyId, groupId))
}

const isShutOut = ({ db }: World, keyId: string, groupId: string | null): Promise<boolean> =>
	isBlockedPerson(db, { uri: keyId.replace(/#.*$/, ""), host: new URL(keyId).host }, groupId)

const unkept = { "Cache-Control": "no-store", Vary: "Accept" }
