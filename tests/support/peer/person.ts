import { type Draft, dialects, type Visibility, type Written } from "./dialect.ts"
import type { Peer } from "./peer.ts"
import { type Sending, sendAs } from "./sending.ts"
import { type Answer, idOf, inboxOf, type Json, list } from "./shapes.ts"
import { freshEd25519, freshKey, type KeyPair, keyFromPool } from "./signatures/keys.ts"

export type PersonOptions = {
	displayName?: string
	summary?: string
	/** A Group is only an actor to act for: by itself it shares nothing. */
	type?: "Person" | "Group"
	/** Does not answer a Follow by itself. */
	locked?: boolean
	/** A key that nobody else has, instead of one from the pool. */
	ownKey?: boolean
	/** An Ed25519 key, listed as a Multikey and nowhere else (FEP-521a). */
	ed25519?: boolean
}

export type Post = {
	text: string
	mention?: Json | Json[]
	/** A post, or its id. */
	inReplyTo?: Json | string
	visibility?: Visibility
	/** A title on the threadiverse, a content warning on a microblog. */
	title?: string
	/** Inboxes to deliver to besides those that the software would choose. */
	alsoTo?: string[]
}

/** A post in somebody's home timeline; `boostedBy` is null where its author is followed. */
export type HomeEntry = { boostedBy: string | null; note: Json; announce?: string }
export type Notice = { type: "mention" | "reblog" | "favourite" | "follow"; from: string; note?: Json }
export type Following = { state: "requested" | "accepted" | "rejected"; follow: Json; actor: Json }
type Kept = Written & { inboxes: Set<string>; deleted?: Date }

/** Somebody with an account on a peer: what they do here is done over HTTP, as their software would. */
export class Person {
	readonly id: string
	readonly inbox: string
	readonly handle: string
	readonly keyId: string
	readonly type: "Person" | "Group"
	readonly displayName: string
	readonly summary: string
	readonly locked: boolean
	readonly keys: KeyPair
	readonly peer: Peer
	readonly name: string
	/** Whom this person follows, or asked to, by actor id. */
	readonly following = new Map<string, Following>()
	/** Who follows this person, by actor id. */
	readonly followers = new Map<string, Json>()
	readonly kept = new Map<string, Kept>()
	homeEntries: HomeEntry[] = []
	notices: Notice[] = []
	#count = 0

	constructor(peer: Peer, name: string, path: string, options: PersonOptions = {}) {
		this.peer = peer
		this.name = name
		this.id = peer.origin + path
		this.inbox = `${this.id}/inbox`
		this.handle = `@${name}@${peer.host}`
		this.keyId = this.id + (options.ed25519 ? "#ed25519-key" : peer.traits.keySuffix)
		this.type = options.type ?? "Person"
		this.displayName = options.displayName ?? name
		this.summary = options.summary ?? ""
		this.locked = options.locked ?? false
		this.keys = options.ed25519 ? freshEd25519() : options.ownKey ? freshKey() : keyFromPool()
	}

	/** Counts this person's posts and follows. */
	number(): number {
		this.#count += 1
		return this.#count
	}

	get actor(): Json {
		return dialects[this.peer.traits.family].actor(this)
	}

	/** Newest first. */
	home(): HomeEntry[] {
		return [...this.homeEntries]
	}

	notifications(): Notice[] {
		return [...this.notices]
	}

	/** Finds an actor by handle or address as this software does; throws, saying why, where it would refuse. */
	lookUp(text: string): Promise<Json> {
		return this.peer.remote.lookUp(text)
	}

	async follow(target: Json): Promise<{ follow: Json; answer: Answer }> {
		const follow = dialects[this.peer.traits.family].follow(this, target)
		this.following.set(target.id, { state: "requested", follow, actor: target })
		const to = this.peer.traits.family === "threadiverse" ? inboxOf(target) : target.inbox
		return { follow, answer: await this.send(follow, { to }) }
	}

	async unfollow(target: Json, { embedded = true } = {}): Promise<{ undo: Json; answer: Answer }> {
		const followed = this.following.get(target.id)
		if (!followed) throw new Error(`${this.handle} does not follow ${target.id}`)
		this.stopFollowing(target.id)
		const undo = dialects[this.peer.traits.family].unfollow(this, followed.follow, embedded)
		const to = this.peer.traits.family === "threadiverse" ? inboxOf(target) : target.inbox
		return { undo, answer: await this.send(undo, { to }) }
	}

	/** Forgets a follow, and what it brought into the home timeline. */
	stopFollowing(id: string): void {
		this.following.delete(id)
		this.homeEntries = this.homeEntries.filter((entry) => (entry.boostedBy ?? entry.note.attributedTo) !== id)
	}

	follows(id: string): boolean {
		return this.following.get(id)?.state === "accepted"
	}

	/** Writes a post and delivers it to whom the software would; `answer` is the first mentioned actor's server's. */
	async post(post: Post): Promise<{ note: Json; create: Json; answer: Answer }> {
		const mentions = list(post.mention) as Json[]
		const draft: Draft = {
			text: post.text,
			title: post.title,
			mentions,
			visibility: post.visibility ?? "public",
			parent: await this.#parent(post.inReplyTo),
			at: this.peer.now(),
		}
		const { family } = this.peer.traits
		const written = dialects[family].post(this, draft)
		const inboxes = new Set([...mentions.map(inboxOf), ...(post.alsoTo ?? [])])
		if (family === "microblog" && draft.visibility !== "direct")
			for (const follower of this.followers.values()) inboxes.add(inboxOf(follower))
		this.kept.set(written.note.id, { ...written, inboxes })
		this.peer.semantics.wrote(this, written)
		return { ...written, answer: await this.#deliver(written.create, inboxes) }
	}

	async #parent(given: Json | string | undefined): Promise<Draft["parent"]> {
		if (given === undefined) return undefined
		const id = idOf(given)!
		if (typeof given !== "string") return { id, author: idOf(given.attributedTo) }
		if (this.peer.traits.family === "microblog") return { id }
		return { id, author: idOf((await this.peer.remote.byId(id)).attributedTo) }
	}

	#own(note: Json | string): Kept {
		const kept = this.kept.get(idOf(note)!)
		if (!kept) throw new Error(`${this.handle} did not write ${idOf(note)}`)
		return kept
	}

	/** Edits a post and tells everybody who got it. */
	async edit(note: Json | string, text: string): Promise<{ note: Json; update: Json; answer: Answer }> {
		const kept = this.#own(note)
		const edited = dialects[this.peer.traits.family].edit(this, kept, text, this.peer.now())
		kept.note = edited.note
		this.peer.semantics.wrote(this, kept)
		return { ...edited, answer: await this.#deliver(edited.update, kept.inboxes) }
	}

	/** Deletes a post, which answers 410 from then on, and tells everybody who got it. */
	async delete(note: Json | string): Promise<{ delete: Json; answer: Answer }> {
		const kept = this.#own(note)
		kept.deleted = this.peer.now()
		this.peer.semantics.tookBack(this, kept.note.id)
		const activity = dialects[this.peer.traits.family].delete(this, kept, kept.deleted)
		return { delete: activity, answer: await this.#deliver(activity, kept.inboxes) }
	}

	async #deliver(activity: Json, inboxes: Iterable<string>): Promise<Answer> {
		const answers = await Promise.all([...inboxes].map((to) => this.send(activity, { to })))
		return answers[0] ?? { status: 0, body: "delivered to nobody" }
	}

	/** Signs and posts one activity; the options say how to do it wrong. A server that does not answer gives status 0. */
	send(activity: Json, sending: Sending): Promise<Answer> {
		return sendAs(this, activity, sending)
	}
}
