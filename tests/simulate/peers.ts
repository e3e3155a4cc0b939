import { createHash, type KeyObject } from "node:crypto"
import type { Chance } from "./chance.ts"
import type { Internet, Letter, Reply } from "./internet.ts"
import type { Scheduler } from "./scheduler.ts"
import { simulatedKeyPair, simulatedSignature } from "./signatures.ts"
import { beginning } from "./snug.ts"

export type Json = Record<string, unknown>
type Dialect = "microblog" | "threadiverse"
export type Somebody = { host: Peer; name: string; id: string; key: KeyObject; document: Json }
/** One activity on its way to one inbox. */
export type Sending = {
	activity: Json
	to: URL
	by: Somebody
	acknowledged: boolean
	answers: (number | string)[]
}

const PUBLIC = "https://www.w3.org/ns/activitystreams#Public"
const context = "https://www.w3.org/ns/activitystreams"
const second = 1000
/** When a request is made again that was not answered with 2xx; Mastodon goes on for two days in much the same way. */
const waits = [15, 60, 180, 600, 1800, 3600, 3600, 7200].map((wait) => wait * second)
const json = "application/activity+json"
const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value))
const answer = (status: number, value?: unknown): Reply => ({
	status,
	headers: { "content-type": json },
	body: value === undefined ? new Uint8Array() : bytesOf(value),
})

type PeerParts = {
	name: string
	dialect: Dialect
	people: readonly string[]
	scheduler: Scheduler
	internet: Internet
	chance: Chance
	skew: number
	/** Told of whatever must never happen. */
	blame: (invariant: string, what: string) => void
}

export type PeerMemory = Pick<Peer, "objects" | "sendings" | "received" | "shown"> & { serial: number }

/** A server of the fediverse with some people on it, and its memory of all that it was ever sent. */
export class Peer {
	readonly parts: PeerParts
	readonly name: string
	readonly people: Somebody[]
	readonly objects = new Map<string, Json | "gone">()
	readonly sendings: Sending[] = []
	up = true
	/** What was received, by id: what it said, and how often it came. */
	readonly received = new Map<string, { body: string; json: Json; times: number }>()
	/** By group, the posts that are shown as its, each with the activity that says so. */
	readonly shown = new Map<string, Map<string, string>>()
	#serial = 0

	constructor(parts: PeerParts) {
		this.parts = parts
		this.name = parts.name
		this.people = parts.people.map((name) => this.#person(name))
		parts.internet.put(parts.name, { answer: (letter) => this.#answer(letter), alive: () => this.up })
	}

	/** All that it has lived through, for a peer of the same name in another run. */
	remember(): PeerMemory {
		const { objects, sendings, received, shown } = this
		return { objects, sendings, received, shown, serial: this.#serial }
	}

	recall({ objects, sendings, received, shown, serial }: PeerMemory): void {
		for (const [uri, object] of objects) this.objects.set(uri, object)
		for (const one of sendings)
			this.sendings.push({
				...one,
				by: this.people.find(({ name }) => name === one.by.name)!,
				answers: [...one.answers],
			})
		for (const [uri, one] of received) this.received.set(uri, { ...one })
		for (const [group, posts] of shown) this.shown.set(group, new Map(posts))
		this.#serial = serial
	}

	get now(): string {
		return new Date(beginning + this.parts.scheduler.now + this.parts.skew).toISOString()
	}

	newUri(kind: string): string {
		return `https://${this.name}/${kind}/${++this.#serial}`
	}

	/** Somebody says something to an inbox; it is said again until it is acknowledged. */
	send(by: Somebody, to: string, activity: Json): Sending {
		const whole = { "@context": context, id: this.newUri("activities"), actor: by.id, ...activity }
		const sending: Sending = { activity: whole, to: new URL(to), by, acknowledged: false, answers: [] }
		this.sendings.push(sending)
		void this.#attempt(sending)
		return sending
	}

	/** Whatever waits for its next try is tried now. */
	hurry(): void {
		for (const one of this.sendings)
			if (!one.acknowledged && one.answers.length > 0) void this.#attempt(one, true)
	}

	note(by: Somebody, change: Json): Json {
		const id = (change.id as string) ?? this.newUri("objects")
		const note = { id, type: "Note", attributedTo: by.id, to: [PUBLIC], published: this.now, ...change }
		this.objects.set(id, { "@context": context, ...note })
		return note
	}

	async #attempt(sending: Sending, once = false): Promise<void> {
		const { activity, to, by, answers } = sending
		const body = bytesOf(activity)
		const headers = this.#signed(by, to, body)
		try {
			const letter: Letter = { from: this.name, method: "POST", url: to, headers, body }
			const { status } = await this.parts.internet.send(letter, () => true)
			answers.push(status)
			if (status >= 200 && status < 300) sending.acknowledged = true
		} catch (error) {
			answers.push((error as Error).message)
		}
		const wait = waits[answers.length - 1]
		if (sending.acknowledged || once || wait === undefined) return
		this.parts.scheduler.after(wait * this.parts.chance.between(0.9, 1.3), `${this.name} tries again`, () => {
			if (!sending.acknowledged) void this.#attempt(sending)
		})
	}

	#signed(by: Somebody, to: URL, body: Uint8Array): Record<string, string> {
		const date = new Date(this.now).toUTCString()
		const digest = `SHA-256=${createHash("sha256").update(body).digest("base64")}`
		const text = `(request-target): post ${to.pathname}\nhost: ${to.host}\ndate: ${date}\ndigest: ${digest}`
		const signature = simulatedSignature(by.key, Buffer.from(text)).toString("base64")
		const covered = "(request-target) host date digest"
		const value = `keyId="${by.id}#main-key",algorithm="rsa-sha256",headers="${covered}",signature="${signature}"`
		return { host: to.host, date, digest, "content-type": json, signature: value }
	}

	#answer({ method, url, headers, body }: Letter): Reply {
		if (method === "GET") return this.#show(url)
		if (!headers.signature) return answer(401)
		this.#hear(Buffer.from(body ?? []).toString("utf8"))
		return answer(202)
	}

	#show(url: URL): Reply {
		if (url.pathname === "/.well-known/nodeinfo") {
			const href = `https://${this.name}/nodeinfo/2.1`
			return answer(200, { links: [{ rel: "http://nodeinfo.diaspora.software/ns/schema/2.1", href }] })
		}
		const software = { name: this.parts.dialect === "microblog" ? "mastodon" : "lemmy", version: "1" }
		if (url.pathname === "/nodeinfo/2.1") return answer(200, { version: "2.1", software })
		const person = this.people.find(({ id }) => id === url.href)
		if (person) return answer(200, person.document)
		const object = this.objects.get(url.href)
		return object === undefined ? answer(404) : object === "gone" ? answer(410) : answer(200, object)
	}

	#hear(body: string): void {
		const said = JSON.parse(body) as Json
		const id = String(said.id)
		const known = this.received.get(id)
		if (known) {
			known.times++
			if (known.body !== body) this.parts.blame("I3", `${this.name} was sent ${id} again in other words`)
			return
		}
		this.received.set(id, { body, json: said, times: 1 })
		const shown = this.shown.get(String(said.actor)) ?? new Map<string, string>()
		this.shown.set(String(said.actor), shown)
		if (said.type === "Announce") this.#share(shown, said, id)
		else if (said.type === "Undo" && isObject(said.object) && said.object.type === "Announce")
			this.#unshare(shown, said.object)
	}

	#share(shown: Map<string, string>, { object }: Json, id: string): void {
		const inner = isObject(object) && object.actor ? object : null
		if (!inner) {
			const uri = objectOf(object)
			const before = shown.get(uri)
			if (before && this.parts.dialect === "microblog")
				this.parts.blame("I3", `${this.name} was sent two shares of ${uri}: ${before} and ${id}`)
			shown.set(uri, id)
		} else if (inner.type === "Create" || (inner.type === "Update" && !shown.has(objectOf(inner.object))))
			// Lemmy takes a change of what it does not know as the thing itself.
			shown.set(objectOf(inner.object), id)
		else if (inner.type === "Delete") shown.delete(objectOf(inner.object))
		else if (inner.type === "Undo" && isObject(inner.object) && inner.object.type === "Delete")
			shown.set(objectOf(inner.object.object), id)
	}

	#unshare(shown: Map<string, string>, announce: Json): void {
		const uri = objectOf(announce.object)
		if (shown.get(uri) === announce.id) shown.delete(uri)
	}

	#person(name: string): Somebody {
		const id = `https://${this.name}/users/${name}`
		const { privateKey, publicKey } = simulatedKeyPair(id)
		const publicKeyPem = publicKey.export({ type: "spki", format: "pem" }).toString()
		const document = {
			"@context": [context, "https://w3id.org/security/v1"],
			id,
			type: "Person",
			preferredUsername: name,
			inbox: `${id}/inbox`,
			endpoints: { sharedInbox: `https://${this.name}/inbox` },
			publicKey: { id: `${id}#main-key`, owner: id, publicKeyPem },
		}
		return { host: this, name, id, key: privateKey, document }
	}
}

export const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null

/** The post that something is about, also where only its Create is named. */
const objectOf = (value: unknown): string =>
	String(isObject(value) ? value.id : value).replace(/\/(activity|create)$/, "")

export { PUBLIC }
