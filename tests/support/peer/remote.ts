import { exchange, type HttpAnswer } from "./exchange.ts"
import { ACCEPT, AS_CONTEXT, hostOf, type Json, list } from "./shapes.ts"
import type { Signing } from "./signatures/sign.ts"
import { signedHeaders } from "./signatures/sign.ts"
import type { RemoteKey } from "./signatures/verify.ts"
import type { Traits } from "./traits.ts"

const REDIRECTS = 3
const ACTOR_TYPES = ["Application", "Group", "Organization", "Person", "Service"]
const LEMMY_NEEDS = ["id", "preferredUsername", "inbox", "outbox"]

const isActivityType = (header = ""): boolean => {
	const [type, ...parameters] = header.split(";").map((part) => part.trim())
	if (type === "application/activity+json") return true
	return (
		type === "application/ld+json" &&
		parameters.some((each) => each.replaceAll('"', "") === `profile=${AS_CONTEXT}`)
	)
}

/** What a peer reads from other servers, by HTTP alone, and remembers of them. Every method throws, saying why, when the peer's software would not take the answer. */
export class Remote {
	readonly #traits: Traits
	readonly #signing: () => Signing
	readonly #actors = new Map<string, Json>()
	readonly #keys = new Map<string, RemoteKey>()

	constructor(traits: Traits, signing: () => Signing) {
		this.#traits = traits
		this.#signing = signing
	}

	async #get(
		url: string,
		accept: string,
		redirects = REDIRECTS,
	): Promise<{ answer: HttpAnswer; url: string }> {
		const headers = signedHeaders({ method: "GET", url, headers: { accept } }, this.#signing())
		const answer = await exchange("GET", url, headers)
		const { location } = answer.headers
		if (answer.status < 300 || answer.status > 399 || !location) return { answer, url }
		if (redirects === 0) throw new Error(`${url}: too many redirects`)
		return this.#get(new URL(location, url).href, accept, redirects - 1)
	}

	/** The ActivityStreams document at an address, wherever that leads. */
	async document(address: string): Promise<{ document: Json; url: string }> {
		const { answer, url } = await this.#get(address, ACCEPT)
		const type = answer.headers["content-type"]
		if (answer.status !== 200) throw new Error(`GET ${url} answered ${answer.status}`)
		if (!isActivityType(type)) throw new Error(`GET ${url} answered ${type}, which is not ActivityPub`)
		const document = JSON.parse(answer.bytes.toString()) as Json
		if (!list(document["@context"]).includes(AS_CONTEXT))
			throw new Error(`${url} lacks the ActivityStreams context`)
		return { document, url }
	}

	/** The document whose id this is. */
	async byId(id: string): Promise<Json> {
		const { document, url } = await this.document(id)
		if (document.id !== url || url !== new URL(id).href)
			throw new Error(`asked for ${id}, got ${document.id} from ${url}`)
		return document
	}

	/** An actor by id, as remembered from before unless `fresh`. */
	async actor(id: string, fresh = false): Promise<Json> {
		const remembered = this.#actors.get(id)
		if (remembered && !fresh) return remembered
		return this.#accept(await this.byId(id))
	}

	async #accept(actor: Json): Promise<Json> {
		await this.#checkActor(actor)
		this.#actors.set(actor.id, actor)
		return actor
	}

	async #checkActor(actor: Json): Promise<void> {
		const refuse = (why: string): never => {
			throw new Error(`the actor ${actor.id} would be refused: ${why}`)
		}
		if (!ACTOR_TYPES.includes(actor.type)) refuse(`its type is ${actor.type}`)
		if (typeof actor.inbox !== "string") refuse("it has no inbox")
		if (typeof actor.preferredUsername !== "string") refuse("it has no preferredUsername")
		if (this.#traits.strictShapes) {
			for (const name of LEMMY_NEEDS) if (typeof actor[name] !== "string") refuse(`it has no ${name}`)
			const { publicKey } = actor
			if (!publicKey?.id || publicKey.owner !== actor.id || !publicKey.publicKeyPem)
				refuse("publicKey is not one object with id, owner and publicKeyPem")
		}
		if (this.#traits.webFingerLoop) {
			const found = await this.webFinger(`${actor.preferredUsername}@${hostOf(actor.id)}`)
			if (found !== actor.id) refuse(`WebFinger for its name leads to ${found}`)
		}
	}

	/** The actor id that `name@host` stands for (RFC 7033, over plain http). A subject of another name is asked for once, as Mastodon does. */
	async webFinger(account: string, mayMove = true): Promise<string> {
		const host = account.slice(account.lastIndexOf("@") + 1)
		const resource = encodeURIComponent(`acct:${account}`)
		const address = `http://${host}/.well-known/webfinger?resource=${resource}`
		const { answer } = await this.#get(address, "application/jrd+json, application/json")
		if (answer.status !== 200) throw new Error(`WebFinger for ${account} answered ${answer.status}`)
		const found = JSON.parse(answer.bytes.toString()) as Json
		const subject = String(found.subject ?? "").replace(/^acct:/, "")
		if (subject.toLowerCase() !== account.toLowerCase()) {
			if (!mayMove || !subject.includes("@")) throw new Error(`WebFinger for ${account} is about ${subject}`)
			return this.webFinger(subject, false)
		}
		const self = (found.links ?? []).find((link: Json) => link.rel === "self" && isActivityType(link.type))
		if (!self?.href) throw new Error(`WebFinger for ${account} has no ActivityPub self link`)
		return self.href
	}

	/** The actor that somebody typed into the search field: a handle or an address. */
	async lookUp(text: string): Promise<Json> {
		if (!/^https?:/.test(text)) return this.actor(await this.webFinger(text.replace(/^[@!]/, "")), true)
		const { document } = await this.document(text)
		return this.actor(document.id, true)
	}

	/** The public key behind a keyId: an actor that holds it, or a key document whose owner does. */
	async key(keyId: string, fresh: boolean): Promise<RemoteKey & { cached: boolean }> {
		const remembered = this.#keys.get(keyId)
		if (remembered && !fresh) return { ...remembered, cached: true }
		const { document, url } = await this.document(keyId.replace(/#.*$/, ""))
		const owner = document.publicKey ? document.id : document.owner
		if (typeof owner !== "string" || hostOf(owner) !== hostOf(keyId))
			throw new Error(`the key ${keyId} has no owner on its own server`)
		const actor = owner === url ? await this.#accept(document) : await this.actor(owner, true)
		const found = list(actor.publicKey).find((each) => (each as Json).id === keyId) as Json | undefined
		if (!found?.publicKeyPem || (found.owner && found.owner !== owner))
			throw new Error(`${owner} does not say that ${keyId} is its key`)
		const key = { owner, publicKeyPem: found.publicKeyPem as string }
		this.#keys.set(keyId, key)
		return { ...key, cached: false }
	}

	/** Takes an actor's own word that its document has changed. */
	remember(actor: Json): void {
		this.#actors.set(actor.id, actor)
	}
}
