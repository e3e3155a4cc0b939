import type { Context } from "hono"
import { findActor, findActorByUri } from "../db/actors.ts"
import { isBlockedPerson } from "../db/borders/standing.ts"
import { heardBefore, keepHeard } from "../db/inbox.ts"
import { limits } from "../src/limits.ts"
import type { World } from "../src/world.ts"
import { type Envelope, readEnvelope } from "./envelope.ts"
import { FloodGuard } from "./flood-guard.ts"
import { synchronizationHeader } from "./followers-digest.ts"
import type { NotFound } from "./plumbing/look-up.ts"
import type { RemoteKey, RemoteKeys } from "./plumbing/remote-keys.ts"
import { isCovered, readClaim, type Signed, verifies } from "./plumbing/verify.ts"
import { sameOrigin } from "./translate/reading.ts"

/** The answer a peer gets, and for the record why. */
type Answer = { status: 202 | 400 | 401 | 404 | 410 | 413 | 429 | 503; reason: string; wait?: number }

const taken: Answer = { status: 202, reason: "Accepted" }
const refuse = (reason: string): Answer => ({ status: 401, reason })

export type FrontDoor = {
	world: World
	keys: RemoteKeys
	heard(): void
	/** Told what somebody said, under their signature, of who here follows them (FEP-8fcf). */
	followersSaid?: (signer: RemoteKey, header: string) => void
}

/**
 * The first look at what another server sends: cheap checks first, nothing asked of anyone before the signature's own
 * fields make sense, and nothing acknowledged before it is kept. What is refused for good gets 400 or 401, what may
 * work later 503; never another 5xx, since that makes every peer send again.
 */
export const frontDoor = (door: FrontDoor) => {
	const guard = new FloodGuard()
	return async (c: Context) => {
		const answer = await receive(door, guard, c)
		if (answer.status === 503) c.header("Retry-After", "120")
		if (answer.wait) c.header("Retry-After", String(Math.ceil(answer.wait / 1000)))
		return c.text(answer.reason, answer.status)
	}
}

const receive = async (door: FrontDoor, guard: FloodGuard, c: Context): Promise<Answer> => {
	const { world } = door
	const missing = await noSuchInbox(world, c.req.param("id"))
	if (missing) return missing
	const body = await readBody(c.req.raw)
	if (!body) return { status: 413, reason: `An activity has at most ${limits.activityBytes} bytes.` }
	await world.ports.failpoint("front-door:read")
	const envelope = readEnvelope(body)
	if ("problem" in envelope) return { status: 400, reason: envelope.problem }
	const claim = readClaim(c.req.raw.headers)
	if ("refusal" in claim) return refuse(claim.refusal)
	if (envelope.id && !sameOrigin(envelope.id, envelope.actor))
		return refuse("The activity's id is not on its actor's server.")
	const wait = guard.wait(claim.keyId, world.ports.now())
	if (wait > 0) return { status: 429, reason: "That is more than can be heard at once.", wait }
	const settled = await settledAtOnce(world, envelope, claim.keyId)
	if (settled) return settled

	// The path as it was sent: what a proxy or router makes of it is not what was signed.
	const url = new URL(c.req.url)
	// A draft-cavage signature holds with and without the query (Mastodon before 4.3 left it out), so it may have none.
	if (url.search && !c.req.header("signature-input")) return refuse("The signature does not cover the query.")
	const request = {
		url: `${world.origin.origin}${url.pathname}${url.search}`,
		headers: c.req.raw.headers,
		body,
	}
	const signer = await authenticate(door, request, claim.keyId, envelope)
	if ("status" in signer) return signer
	if ("key" in signer) guard.count(claim.keyId, world.ports.now())
	await world.ports.failpoint("front-door:verified")
	await keepHeard(world.db, {
		activityUri: envelope.id,
		// What nobody signed is asked about once a day, however often it is brought.
		onceUri: "key" in signer ? onceKey(envelope, signer.ownerUri) : `${envelope.actor} gone ${today(world)}`,
		actorUri: envelope.actor,
		signerUri: signer.ownerUri,
		type: envelope.type,
		body,
		receivedAt: world.ports.now(),
	})
	await world.ports.failpoint("front-door:kept")
	door.heard()
	const said = request.headers.get(synchronizationHeader)
	if (said && "key" in signer && isCovered(request.headers, synchronizationHeader))
		door.followersSaid?.(signer, said)
	return taken
}

/**
 * What an activity is known by when it comes again. Its id alone would let one sender use up another's (GHSA-4qhx), and
 * some peers use the ids of Follow and Undo again (Misskey).
 */
const onceKey = ({ id, type }: Envelope, signerUri: string): string | null =>
	id === null || type === "Follow" || type === "Undo" ? null : `${id} ${signerUri}`

const today = ({ ports }: World): string => ports.now().toISOString().slice(0, 10)

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const noSuchInbox = async ({ db }: World, id: string | undefined): Promise<Answer | null> => {
	if (id === undefined) return null
	const actor = uuid.test(id) ? await findActor(db, id) : null
	if (!actor?.local) return { status: 404, reason: "There is no such inbox." }
	return actor.goneAt ? { status: 410, reason: "This inbox has closed." } : null
}

/** What needs no key to be decided: somebody posing as one of us, a blocked server or person, something known, a stranger's farewell. */
const settledAtOnce = async (world: World, envelope: Envelope, keyId: string): Promise<Answer | null> => {
	const { db, origin } = world
	const { actor } = envelope
	if (sameOrigin(actor, origin.href) || sameOrigin(keyId, origin.href))
		return refuse("The actor is of this server.")
	for (const uri of new Set([actor, keyId.replace(/#.*$/, "")]))
		if (await isBlockedPerson(db, { uri, host: new URL(uri).host }, null)) return taken
	const once = onceKey(envelope, actor)
	if (once && (await heardBefore(db, once))) return taken
	return (await strangerFarewell(world, envelope)) ? taken : null
}

/** A deletion or change of somebody we never met concerns nobody here, and their key is mostly gone (Ghost #2034). */
const strangerFarewell = async ({ db }: World, { type, actor, objectId }: Envelope): Promise<boolean> =>
	(type === "Delete" || type === "Update") && objectId === actor && (await findActorByUri(db, actor)) === null

/** Who answers for what was brought: whoever signed it, or this server, which asks whether a farewell is true. */
type Signer = RemoteKey | { ownerUri: string }

/** Who signed, if the signature holds and they may speak for the actor; what the peer is told otherwise. */
const authenticate = async (
	{ world, keys }: FrontDoor,
	request: Signed,
	keyId: string,
	envelope: Envelope,
): Promise<Signer | Answer> => {
	const now = world.ports.now()
	// Somebody else's word about an actor is only good for asking that actor's server, and only if the document is signed.
	let signer = await keys.find(keyId, envelope.actor, envelope.proven)
	if ("state" in signer) return keyTrouble(world, signer, envelope)
	if (signer.ownerUri !== envelope.actor && !envelope.proven) return refuse("The key is not the actor's.")
	if (await verifies(request, signer.key, now)) return signer
	if (signer.fetchedAt < now) {
		signer = await keys.refresh(signer)
		if ("state" in signer) return keyTrouble(world, signer, envelope)
		if (await verifies(request, signer.key, now)) return signer
	}
	return refuse("The signature does not verify.")
}

/** The key of somebody who is gone cannot be fetched; that they are gone is then to be seen at their address. */
const keyTrouble = (
	{ origin }: World,
	trouble: NotFound,
	{ type, actor, objectId }: Envelope,
): Answer | Signer => {
	if (trouble.state === "unreachable")
		return { status: 503, reason: "The key could not be fetched just now." }
	if (trouble.state === "gone" && type === "Delete")
		return objectId === actor ? { ownerUri: `${origin.origin}/ap/server` } : taken
	return refuse("The key could not be found.")
}

const readBody = async (request: Request): Promise<Uint8Array | null> => {
	const length = request.headers.get("content-length")
	if (Number(length ?? 0) > limits.activityBytes) return null
	// Node reads no more than was announced, and a stream costs more than the body of most activities does.
	if (length !== null) return new Uint8Array(await request.arrayBuffer())
	const parts: Uint8Array[] = []
	let size = 0
	for await (const part of request.body ?? []) {
		size += part.length
		if (size > limits.activityBytes) return null
		parts.push(part)
	}
	return Buffer.concat(parts)
}
