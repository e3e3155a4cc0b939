import { findActorByUri, type KeptActor } from "../../db/actors.ts"
import type { Database } from "../../db/connect.ts"
import { markMetOthers } from "../../db/server.ts"
import { together } from "../../db/together.ts"
import { limits } from "../../src/limits.ts"
import { type Introduction, meet } from "../../src/people/meet.ts"
import type { World } from "../../src/world.ts"
import { readActor } from "../translate/actor.ts"
import { keyAddresses, readKeyDocument } from "../translate/actor-keys.ts"
import { normalUri, sameOrigin } from "../translate/reading.ts"
import { readJson } from "../translate/strict-json.ts"
import { acceptActivity, type Json } from "../translate/wire.ts"
import { isBlocked } from "./blocked.ts"
import { Recent, singleFlight } from "./cache.ts"
import { type Document, getDocument, NetworkFailure } from "./network.ts"
import { signCavage } from "./sign.ts"
import type { SigningKey } from "./signing-keys.ts"
import { addressOf } from "./web-finger-reader.ts"

/** What asking another server for a document comes to. */
type Found = { state: "found"; document: Json; bytes: number }
export type NotFound =
	/** It answered 404, 410 or with a Tombstone. */
	| { state: "gone"; reason: string }
	/**
	 * It answered with something that is no such document; asking again would not help soon. `id`: what was found there
	 * says that it lives at another address of the same server, as what is behind a page's address does.
	 */
	| { state: "unfit"; reason: string; id?: string }
	/** It could not be asked just now. */
	| { state: "unreachable"; reason: string }

export type LookUp = {
	/** A document by its own address, from its own server, signed by this server. */
	document(uri: string): Promise<Found | NotFound>
	/** An actor by its id, kept here; asked anew when `fresh`. */
	actor(uri: string, fresh?: boolean): Promise<KeptActor | NotFound>
	/** The same for somebody who does something now: asked anew when that was a day ago, or as they were if that fails. */
	current(uri: string): Promise<KeptActor | NotFound>
	/** An actor by `@name@host`, or by an address. */
	handle(text: string): Promise<KeptActor | NotFound>
	/** What was asked for lately, and need not be asked for again until it is forgotten; whoever asks names it. */
	lately: Recent<true>
	/** The same, for so many requests and so many milliseconds; whatever would take more is answered with `tooMuch`. */
	within(most: number, milliseconds: number): LookUp
}

/** Not kept as a failure: it says nothing of the thing that was asked for. */
export const tooMuch: NotFound = { state: "unfit", reason: "too much would have to be asked for" }

const patience = {
	gone: limits.gonePause,
	unfit: limits.gonePause,
	unreachable: limits.unreachablePause,
} as const

/** What may still be asked: so many requests, each redirect counting as one, and none begun later than this. */
type Allowance = { left: number; until: Date }

type Memory = {
	failures: Recent<NotFound>
	flight: ReturnType<typeof singleFlight<Found | NotFound>>
	lately: Recent<true>
	/** Those who are met at the same moment are kept in one transaction. */
	meet(db: Database, introduction: Introduction): Promise<KeptActor>
	/** Whoever we tell anything to was looked up before, so this is where others begin to know us by our name. */
	met(): Promise<void>
}

/** Looks things up on other servers: one request at a time for each thing, and failures are remembered for a while. */
export const createLookUp = (world: World, serverKey: () => Promise<SigningKey>): LookUp => {
	let metOthers = false
	const memory: Memory = {
		failures: new Recent<NotFound>(limits.failuresKnown, world.ports.now),
		flight: singleFlight<Found | NotFound>(),
		lately: new Recent<true>(limits.askedLately, world.ports.now),
		meet: together((db: Database, introductions: Introduction[]) => meetAll(world, db, introductions)),
		async met() {
			if (!metOthers) await markMetOthers(world.db)
			metOthers = true
		},
	}
	return lookUpWithin(world, serverKey, memory, null)
}

const meetAll = async (world: World, db: Database, introductions: Introduction[]): Promise<KeptActor[]> => {
	// Whoever is introduced twice is who the last one says.
	const people = new Map(introductions.map((one) => [one.uri, one]))
	const met = await db.transaction((tx) =>
		Promise.all([...people.values()].map((introduction) => meet(world, tx, introduction))),
	)
	const known = new Map(met.map((actor) => [actor.uri, actor]))
	return introductions.map(({ uri }) => known.get(uri)!)
}

const lookUpWithin = (
	world: World,
	serverKey: () => Promise<SigningKey>,
	memory: Memory,
	allowance: Allowance | null,
): LookUp => {
	const { failures, flight, lately } = memory

	const document = async (uri: string): Promise<Found | NotFound> => {
		if (await isBlocked(world, new URL(uri))) return { state: "unfit", reason: "its server is blocked here" }
		const failed = failures.get(uri)
		if (failed) return failed
		if (allowance && (allowance.left <= 0 || world.ports.now() > allowance.until)) return tooMuch
		return flight(uri, async () => {
			const answer = await ask(world, serverKey, uri, allowance)
			if (answer.state !== "found") failures.set(uri, answer, patience[answer.state])
			else await memory.met()
			return answer
		})
	}

	const actor = async (uri: string, fresh = false): Promise<KeptActor | NotFound> => {
		const known = fresh ? null : await findActorByUri(world.db, uri)
		if (known && !known.goneAt) return known
		const answer = await document(uri)
		if (answer.state !== "found") return answer
		const introduction = readActor(answer.document, uri)
		if ("unfit" in introduction) return { state: "unfit", reason: introduction.unfit }
		// GoToSocial's key document names no inbox: it is no news of somebody who was seen whole.
		if (answer.document.inbox)
			introduction.keys.push(...(await keysElsewhere(document, answer.document, introduction)))
		else if (await findActorByUri(world.db, uri)) return { state: "unfit", reason: "it names no inbox" }
		return memory.meet(world.db, introduction)
	}
	const current = async (uri: string): Promise<KeptActor | NotFound> => {
		const known = await findActorByUri(world.db, uri)
		if (!known || known.goneAt) return actor(uri)
		const age = world.ports.now().getTime() - (known.fetchedAt?.getTime() ?? 0)
		if (known.local || age < limits.actorAge || lately.get(`actor ${uri}`)) return known
		lately.set(`actor ${uri}`, true, limits.actorPause)
		const answer = await actor(uri, true)
		return "state" in answer ? known : answer
	}
	const handle = async (text: string): Promise<KeptActor | NotFound> => {
		const address = await addressOf(world, text)
		if ("state" in address) return address
		const answer = await document(address.uri)
		const uri = answer.state === "found" ? normalUri(answer.document.id) : null
		return answer.state === "found" ? actor(uri!, true) : answer
	}
	const within = (most: number, milliseconds: number): LookUp => {
		const until = new Date(world.ports.now().getTime() + milliseconds)
		return lookUpWithin(world, serverKey, memory, { left: most, until })
	}
	return { document, actor, current, handle, lately, within }
}

/** Keys an actor only names, or that are not at its address, are fetched, at most two, and must name it as their owner. */
const keysElsewhere = async (
	look: LookUp["document"],
	document: Json,
	{ uri }: Introduction,
): Promise<Introduction["keys"]> => {
	const keys: Introduction["keys"] = []
	for (const keyId of keyAddresses(document, uri).slice(0, 2)) {
		const answer = await look(keyId.replace(/#.*$/, ""))
		const { owner, pem } =
			answer.state === "found" ? readKeyDocument(answer.document, keyId) : { owner: null, pem: null }
		if (owner === uri && pem) keys.push({ keyId, publicKeyPem: pem })
	}
	return keys
}

const ask = async (
	world: World,
	serverKey: () => Promise<SigningKey>,
	uri: string,
	allowance: Allowance | null,
): Promise<Found | NotFound> => {
	if (new URL(uri).origin === world.origin.origin) return { state: "unfit", reason: "it is on this server" }
	try {
		const key = await serverKey()
		const answer = await getDocument(world.ports, new URL(uri), {
			accept: acceptActivity,
			mayAsk: async (url) => {
				if (allowance) allowance.left--
				return !(await isBlocked(world, url))
			},
			sign: (url) => signCavage({ method: "GET", url, date: world.ports.now(), accept: acceptActivity }, key),
		})
		return read(answer)
	} catch (error) {
		if (!(error instanceof NetworkFailure)) throw error
		return { state: error.transient ? "unreachable" : "unfit", reason: error.message }
	}
}

const read = (answer: Document): Found | NotFound => {
	const { status } = answer
	if (status === 404 || status === 410) return { state: "gone", reason: `it answered ${status}` }
	if (status >= 500 || status === 429 || status === 408)
		return { state: "unreachable", reason: `it answered ${status}` }
	if (status !== 200) return { state: "unfit", reason: `it answered ${status}` }
	if (!isActivityType(answer.contentType))
		return { state: "unfit", reason: `it answered with ${answer.contentType}` }
	const parsed = readJson(withoutMark(answer.bytes))
	if ("problem" in parsed) return { state: "unfit", reason: parsed.problem }
	const document = parsed.json
	if (document.type === "Tombstone") return { state: "gone", reason: "it is a Tombstone" }
	// A document speaks only for the address it was found at: an id it merely claims proves nothing (CVE-2024-23832).
	const id = normalUri(document.id)
	if (id === null || id !== normalUri(answer.finalUrl.href)) {
		const isNear = id !== null && sameOrigin(id, answer.finalUrl.href)
		return { state: "unfit", reason: "its id is not its address", ...(isNear && { id }) }
	}
	return { state: "found", document, bytes: answer.bytes.length }
}

const isActivityType = (contentType: string | null): boolean =>
	contentType !== null &&
	(/^application\/activity\+json\s*(;|$)/i.test(contentType) ||
		(/^application\/ld\+json\s*;/i.test(contentType) &&
			contentType.includes("https://www.w3.org/ns/activitystreams")))

// Some blogs put a byte order mark before everything they serve.
const withoutMark = (bytes: Uint8Array): Uint8Array =>
	bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes
