import type { Context } from "hono"
import { findActor, findActorByUri } from "../db/actors.ts"
import { domainSeverity } from "../db/groups.ts"
import { heardBefore, keepHeard } from "../db/inbox.ts"
import type { World } from "../src/world.ts"
import { type Envelope, limits, readEnvelope } from "./envelope.ts"
import type { NotFound } from "./plumbing/look-up.ts"
import type { RemoteKey, RemoteKeys } from "./plumbing/remote-keys.ts"
import { readClaim, verifies } from "./plumbing/verify.ts"
import { sameOrigin } from "./translate/reading.ts"

/** The answer a peer gets, and for the record why. */
type Answer = { status: 202 | 400 | 401 | 404 | 410 | 413 | 503; reason: string }

const taken: Answer = { status: 202, reason: "Accepted" }
const refuse = (reason: string): Answer => ({ status: 401, reason })

export type FrontDoor = { world: World; keys: RemoteKeys; heard(): void }

/**
 * The first look at what another server sends: cheap checks first, nothing asked of anyone before the signature's own
 * fields make sense, and nothing acknowledged before it is kept. What is refused for good gets 400 or 401, what may
 * work later 503; never another 5xx, since that makes every peer send again.
 */
export const frontDoor = (door: FrontDoor) => async (c: Context) => {
	const answer = await receive(door, c)
	if (answer.status === 503) c.header("Retry-After", "120")
	return c.text(answer.reason, answer.status)
}

const receive = async (door: FrontDoor, c: Context): Promise<Answer> => {
	const { world } = door
	const missing = await noSuchInbox(world, c.req.param("id"))
	if (missing) return missing
	const body = await readBody(c.req.raw)
	if (!body) return { status: 413, reason: `An activity has at most ${limits.bytes} bytes.` }
	const envelope = readEnvelope(body)
	if ("problem" in envelope) return { status: 400, reason: envelope.problem }
	const settled = await settledAtOnce(world, envelope)
	if (settled) return settled
	const claim = readClaim(c.req.raw.headers)
	if ("refusal" in claim) return refuse(claim.refusal)
	if (envelope.id && !sameOrigin(envelope.id, envelope.actor)) return refuse("The activity's id is not on its actor's server.")
	if (await strangerFarewell(world, envelope)) return taken

	// The path as it was sent: what a proxy or router makes of it is not what was signed.
	const url = new URL(c.req.url)
	const request = { url: `${world.origin.origin}${url.pathname}${url.search}`, headers: c.req.raw.headers, body }
	const signer = await authenticate(door, request, claim.keyId, envelope)
	if ("status" in signer) return signer
	await world.ports.failpoint("front-door:verified")
	await keepHeard(world.db, {
		activityUri: envelope.id,
		onceUri: envelope.type === "Follow" || envelope.type === "Undo" ? null : envelope.id,
		actorUri: envelope.actor,
		signerUri: signer.ownerUri,
		type: envelope.type,
		body,
		receivedAt: world.ports.now(),
	})
	await world.ports.failpoint("front-door:kept")
	door.heard()
	return taken
}

const noSuchInbox = async ({ db }: World, id: string | undefined): Promise<Answer | null> => {
	if (id === undefined) return null
	const actor = /^[0-9a-f-]{36}$/.test(id) ? await findActor(db, id) : null
	if (!actor?.local) return { status: 404, reason: "There is no such inbox." }
	return actor.goneAt ? { status: 410, reason: "This inbox has closed." } : null
}

/** What needs no signature to be decided: a blocked sender, something known, somebody posing as one of us. */
const settledAtOnce = async ({ db, origin }: World, { id, actor, type }: Envelope): Promise<Answer | null> => {
	if (sameOrigin(actor, origin.href)) return refuse("The actor is of this server.")
	if ((await domainSeverity(db, new URL(actor).host, null)) === "block") return taken
	if (id && type !== "Follow" && type !== "Undo" && (await heardBefore(db, id))) return taken
	return null
}

/** A deletion or change of somebody we never met concerns nobody here, and their key is mostly gone (Ghost #2034). */
const strangerFarewell = async ({ db }: World, { type, actor, objectId }: Envelope): Promise<boolean> =>
	(type === "Delete" || type === "Update") && objectId === actor && (await findActorByUri(db, actor)) === null

const refreshAfter = 60_000

/** Who signed, if the signature holds and they may speak for the actor; what the peer is told otherwise. */
const authenticate = async (
	{ world, keys }: FrontDoor,
	request: { url: string; headers: Headers; body: Uint8Array },
	keyId: string,
	envelope: Envelope,
): Promise<RemoteKey | Answer> => {
	let signer = await keys.find(keyId, envelope.actor)
	if ("state" in signer) return keyTrouble(signer, envelope)
	// Somebody else's word about an actor is only good for asking that actor's server, and only if the document is signed.
	if (signer.ownerUri !== envelope.actor && !envelope.proven) return refuse("The key is not the actor's.")
	const now = world.ports.now()
	if (await verifies(request, signer.key, now)) return signer
	if (now.getTime() - signer.fetchedAt.getTime() > refreshAfter) {
		signer = await keys.refresh(signer, keyId)
		if ("state" in signer) return keyTrouble(signer, envelope)
		if (await verifies(request, signer.key, now)) return signer
	}
	return refuse("The signature does not verify.")
}

const keyTrouble = (trouble: NotFound, { type }: Envelope): Answer => {
	if (trouble.state === "unreachable") return { status: 503, reason: "The key could not be fetched just now." }
	if (trouble.state === "gone" && type === "Delete") return taken
	return refuse("The key could not be found.")
}

const readBody = async (request: Request): Promise<Uint8Array | null> => {
	if (Number(request.headers.get("content-length") ?? 0) > limits.bytes) return null
	const parts: Uint8Array[] = []
	let size = 0
	for await (const part of request.body ?? []) {
		size += part.length
		if (size > limits.bytes) return null
		parts.push(part)
	}
	return Buffer.concat(parts)
}
