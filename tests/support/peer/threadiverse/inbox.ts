import type { Written } from "../dialect.ts"
import { answered, followed, lost } from "../membership.ts"
import type { Peer } from "../peer.ts"
import type { Person } from "../person.ts"
import type { Outcome, Semantics } from "../semantics.ts"
import { hostOf, idOf, type Json, type Received } from "../shapes.ts"
import { type Community, CommunityBook } from "./community.ts"
import { checkActivity, checkAnnounce, checkPost, names, Refused } from "./strictness.ts"

const done = (outcome: string): Outcome => ({ outcome })
const refuse = (why: string): never => {
	throw new Refused(why)
}

/** What Lemmy makes of activities: a community speaks by announcing activities, and is believed (FEP-1b12). */
export class ThreadiverseSemantics implements Semantics {
	readonly #peer: Peer
	readonly #communities = new Map<string, CommunityBook>()

	constructor(peer: Peer) {
		this.#peer = peer
	}

	community(id: string): Community {
		return this.#book(id).view()
	}

	#book(id: string): CommunityBook {
		const book = this.#communities.get(id) ?? new CommunityBook(id)
		this.#communities.set(id, book)
		return book
	}

	wrote(_person: Person, { note }: Written): void {
		this.#book(note.audience).keep(note)
	}

	tookBack(person: Person, noteId: string): void {
		this.#book(person.kept.get(noteId)!.note.audience).delete(noteId)
	}

	async receive({ json, signer }: Received): Promise<Outcome> {
		checkActivity(json)
		if (json.actor !== signer) refuse(`the actor is not the signer ${signer}`)
		switch (json.type) {
			case "Accept":
			case "Reject":
				return answered(this.#peer, json)
			case "Follow":
				if (this.#peer.traits.strictShapes && this.#peer.personById(idOf(json.object))?.type !== "Group")
					refuse("only communities can be followed")
				return followed(this.#peer, json)
			case "Announce":
				return this.#announced(json)
			case "Delete":
				if (idOf(json.object) !== json.actor) break
				lost(this.#peer, json.actor)
				return done("the actor is gone")
			case "Update":
				if (idOf(json.object) !== json.actor) break
				this.#peer.remote.remember(json.object)
				return done("the actor's document was replaced")
		}
		return this.#direct(json)
	}

	// Not through the community: its author may still speak for itself.
	async #direct(activity: Json): Promise<Outcome> {
		const id = [...this.#communities.keys(), ...this.#followed()].find((each) =>
			this.#belongs(activity, each),
		)
		if (!id) return refuse("belongs to no community that is known here")
		return this.#apply(activity, await this.#peer.remote.actor(id))
	}

	#followed(): string[] {
		return [...this.#peer.persons.values()].flatMap((person) =>
			[...person.following.keys()].filter((id) => person.follows(id)),
		)
	}

	async #announced(announce: Json): Promise<Outcome> {
		const { strictShapes } = this.#peer.traits
		const community = await this.#peer.remote.actor(announce.actor)
		checkAnnounce(announce, community)
		const embedded = typeof announce.object !== "string"
		if (!strictShapes && !(embedded && announce.object?.actor))
			return done("ignored: a boost, not an activity")
		const inner: Json = embedded
			? announce.object
			: (await this.#peer.remote.document(announce.object)).document
		if (!inner?.actor)
			refuse(
				embedded ? `cannot receive a ${inner?.type} in an Announce` : `${announce.object} is no activity`,
			)
		checkActivity(inner)
		if (!this.#followed().includes(announce.actor)) refuse("the community has no followers here")
		if (!this.#belongs(inner, announce.actor)) refuse(`the activity does not belong to ${announce.actor}`)
		return this.#apply(inner, community)
	}

	// Named by the activity, or about a post that is known to be in it.
	#belongs(activity: Json, community: string): boolean {
		if (names(activity, community)) return true
		const book = this.#communities.get(community)
		const about = activity.type === "Undo" ? idOf(activity.object?.object) : idOf(activity.object)
		return Boolean(book?.note(about) ?? book?.note(idOf(activity.object?.inReplyTo)))
	}

	async #apply(activity: Json, community: Json): Promise<Outcome> {
		const book = this.#book(community.id)
		const id = idOf(activity.object)
		switch (activity.type) {
			case "Create":
			case "Update":
				if (id === community.id) return this.#renewed(activity, community)
				return this.#posted(activity, community, book)
			case "Delete":
				return this.#deleted(activity, book)
			case "Undo":
				return this.#undone(activity, book)
			case "Like":
			case "Dislike":
				if (!id || !book.note(id)) return refuse(`${id} is not known here`)
				book.vote(id, activity.actor, activity.type)
				return done("the vote was counted")
		}
		return this.#moderated(activity, book)
	}

	#renewed(activity: Json, community: Json): Outcome {
		if (hostOf(activity.actor) !== hostOf(community.id)) refuse("not a moderator")
		this.#peer.remote.remember(activity.object)
		return done("the community's document was replaced")
	}

	async #posted(activity: Json, community: Json, book: CommunityBook): Promise<Outcome> {
		const { object: note, actor } = activity
		checkPost(activity, community, this.#peer.traits.strictShapes)
		if (book.banned.has(actor)) refuse(`${actor} is banned`)
		await this.#peer.remote.actor(actor)
		const before = book.note(note.id)
		if (before && idOf(before.attributedTo) !== actor) refuse("the post is somebody else's")
		const parent = idOf(note.inReplyTo)
		if (parent && !book.note(parent)) await this.#fetchParent(parent, book)
		book.keep(note)
		return done(before ? "the post was replaced" : parent ? "a new comment" : "a new post")
	}

	async #fetchParent(id: string, book: CommunityBook): Promise<void> {
		const parent = await this.#peer.remote.byId(id)
		if (!parent.attributedTo) refuse(`the parent ${id} is no post`)
		book.keep(parent)
	}

	#deleted(activity: Json, book: CommunityBook): Outcome {
		const id = idOf(activity.object)
		const note = book.note(id)
		if (!id || !note) return refuse(`${id} is not known here`)
		if (activity.summary !== undefined) {
			this.#checkModerator(activity.actor, book)
			book.remove(id, activity.summary)
			return done("removed by a moderator")
		}
		if (hostOf(activity.actor) !== hostOf(id)) refuse("not the author's server")
		book.delete(id)
		return done("deleted by its author")
	}

	// Lemmy takes anybody on the community's own host for a moderator, besides those listed.
	#checkModerator(actor: string, book: CommunityBook): void {
		if (hostOf(actor) !== hostOf(book.id) && !book.moderators.has(actor))
			refuse(`${actor} is not a moderator`)
	}

	#undone({ actor, object }: Json, book: CommunityBook): Outcome {
		const id = idOf(object?.object)
		if (!id || object.actor !== actor) return refuse("undoes nothing of its own")
		switch (object.type) {
			case "Delete":
				if (!book.note(id)) return refuse(`${id} is not known here`)
				if (object.summary !== undefined) this.#checkModerator(actor, book)
				book.restore(id, object.summary !== undefined)
				return done("restored")
			case "Like":
			case "Dislike":
				book.vote(id, actor, undefined)
				return done("the vote was taken back")
			case "Block":
				this.#checkModerator(actor, book)
				book.banned.delete(id)
				return done("the ban was lifted")
			case "Lock":
				this.#checkModerator(actor, book)
				book.locked.delete(id)
				return done("unlocked")
		}
		return refuse(`cannot undo a ${object.type}`)
	}

	#moderated(activity: Json, book: CommunityBook): Outcome {
		const id = idOf(activity.object)
		if (!id) return refuse(`${activity.type} is about nothing`)
		if (activity.type === "Flag") return done("reported")
		const target = String(activity.target ?? "")
		const list = target.endsWith("/featured") ? book.featured : book.moderators
		const changes: Record<string, () => unknown> = {
			Block: () => book.banned.add(id),
			Lock: () => book.locked.add(id),
			Add: () => list.add(id),
			Remove: () => list.delete(id),
		}
		const change = changes[activity.type] ?? refuse(`does not know ${activity.type}`)
		this.#checkModerator(activity.actor, book)
		change()
		return done(`${activity.type} was done`)
	}
}
