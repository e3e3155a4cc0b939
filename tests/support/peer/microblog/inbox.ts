import type { Written } from "../dialect.ts"
import { answered, followed, lost } from "../membership.ts"
import type { Peer } from "../peer.ts"
import type { Person } from "../person.ts"
import type { Outcome, Semantics } from "../semantics.ts"
import { audienceOf, hostOf, idOf, inboxOf, isPublic, type Json, list, type Received } from "../shapes.ts"
import { mentions, Timelines } from "./timelines.ts"

const POSTS = ["Note", "Question", "Image", "Audio", "Video", "Article", "Page", "Event"]
const ignored = (why: string): Outcome => ({ outcome: `ignored: ${why}` })

/** What Mastodon makes of activities; its relatives differ by their traits. */
export class MicroblogSemantics implements Semantics {
	readonly #peer: Peer
	readonly #timelines: Timelines
	readonly #boosts = new Map<string, { actor: string; note: string }>()
	/** Deleted or undone before it was known: a late Create or Announce is refused. */
	readonly #gone = new Set<string>()

	constructor(peer: Peer) {
		this.#peer = peer
		this.#timelines = new Timelines(peer)
	}

	wrote(person: Person, { note }: Written): void {
		const isNew = !this.#timelines.notes.has(note.id)
		this.#timelines.keep(note)
		if (isNew) person.homeEntries.unshift({ boostedBy: null, note })
	}

	tookBack(_person: Person, noteId: string): void {
		this.#forget(noteId)
	}

	async receive({ json, signer }: Received): Promise<Outcome> {
		if (idOf(json.actor) !== signer) return ignored(`the actor is not the signer ${signer}`)
		if (hostOf(json.id) !== undefined && hostOf(json.id) !== hostOf(signer))
			return ignored("its id is of another server")
		switch (json.type) {
			case "Accept":
			case "Reject":
				return answered(this.#peer, json)
			case "Follow":
				return followed(this.#peer, json)
			case "Create":
				return this.#created(json)
			case "Announce":
				return this.#announced(json)
			case "Update":
				return this.#updated(json)
			case "Delete":
				return this.#deleted(json)
			case "Undo":
				return this.#undone(json)
			case "Like":
				return this.#liked(json)
			case "Block":
				return this.#blocked(json)
		}
		return ignored(`nothing is done for ${json.type}`)
	}

	#forget(id: string): void {
		for (const [announce, boost] of this.#boosts) if (boost.note === id) this.#boosts.delete(announce)
		this.#timelines.forget(id)
	}

	async #created(activity: Json): Promise<Outcome> {
		const author = idOf(activity.actor)!
		const id = idOf(activity.object)
		if (!id || this.#gone.has(id)) return ignored("the post is gone already")
		if (this.#timelines.notes.has(id)) return ignored("known already")
		const note = typeof activity.object === "string" ? await this.#peer.remote.byId(id) : activity.object
		if (!POSTS.includes(note.type)) return ignored(`${note.type} is no post`)
		if (idOf(list(note.attributedTo)[0]) !== author || hostOf(id) !== hostOf(author))
			return ignored("the post is not its sender's")
		const named = [...this.#peer.persons.values()].filter((person) => mentions(note, person))
		const readers = this.#timelines
			.followersOf(author)
			.filter((person) => this.#timelines.wants(person, author, note))
		const parent = this.#peer.writerOf(note.inReplyTo)
		const addressed = audienceOf(note).some((each) => this.#peer.personById(each))
		if (!named.length && !parent && !addressed && !this.#timelines.followersOf(author).length)
			return ignored("concerns nobody here")
		this.#timelines.keep(note)
		for (const person of named) person.notices.unshift({ type: "mention", from: author, note })
		for (const person of readers) person.homeEntries.unshift({ boostedBy: null, note })
		return { outcome: `kept; told ${named.length}, in the home of ${readers.length}` }
	}

	async #announced(activity: Json): Promise<Outcome> {
		const by = idOf(activity.actor)!
		const id = idOf(activity.object)
		if (!id) return ignored("announces nothing")
		const wrong = this.#unusable(activity, id)
		if (wrong) return ignored(wrong)
		const writer = this.#peer.writerOf(id)
		const readers = this.#timelines.followersOf(by)
		if (!readers.length && !writer) return ignored("nobody here follows the announcer")
		const note = this.#timelines.notes.get(id) ?? (await this.#fetched(id))
		if ([...this.#boosts.values()].some((boost) => boost.actor === by && boost.note === note.id))
			return ignored("boosted already")
		if (!isPublic(note) && idOf(note.attributedTo) !== by) return ignored("the post is not public")
		if (this.#peer.traits.announceDates && !(Date.parse(activity.published) >= Date.parse(note.published)))
			return ignored("published is missing or before the post's")
		this.#timelines.keep(note)
		this.#boosts.set(activity.id, { actor: by, note: note.id })
		if (writer) this.#boostedHere(writer, note.id, by)
		const shown = readers.filter((person) =>
			this.#timelines.show(person, { boostedBy: by, note, announce: activity.id }, activity),
		)
		return { outcome: `boosted; in the home of ${shown.length}` }
	}

	#unusable(activity: Json, id: string): string | undefined {
		const { noFragments } = this.#peer.traits
		if (this.#boosts.has(activity.id)) return "known already"
		if (this.#gone.has(activity.id) || this.#gone.has(id)) return "gone already"
		if (noFragments && `${activity.id}${id}`.includes("#")) return "an id has a fragment"
		if (noFragments && activity.object.actor) return "unknown object type"
		return undefined
	}

	// The id leads to a post, or to the Create around one; Mastodon takes either, from the author's own server.
	async #fetched(id: string): Promise<Json> {
		const document = await this.#peer.remote.byId(id)
		const note = document.type === "Create" ? document.object : document
		if (!note || !POSTS.includes(note.type)) throw new Error(`${id} is a ${note?.type}, not a post`)
		const author = idOf(list(note.attributedTo)[0])
		if (!author || hostOf(author) !== hostOf(id) || hostOf(note.id) !== hostOf(id))
			throw new Error(`${id} is not by somebody of its own server`)
		await this.#peer.remote.actor(author)
		return note
	}

	/** The writer is told, unless following the group; the announcer's server hears of edits and deletion from now on. */
	#boostedHere(writer: Person, note: string, by: string): void {
		if (!writer.follows(by))
			writer.notices.unshift({ type: "reblog", from: by, note: this.#timelines.notes.get(note) })
		void this.#peer.remote.actor(by).then((actor) => writer.kept.get(note)?.inboxes.add(inboxOf(actor)))
	}

	#updated({ actor, object }: Json): Outcome {
		const id = idOf(object)
		if (id === idOf(actor)) {
			this.#peer.remote.remember(object)
			return { outcome: "the actor's document was replaced" }
		}
		const known = id ? this.#timelines.notes.get(id) : undefined
		if (!known) return ignored("the post is not known here")
		if (!this.#peer.traits.edits) return ignored("this software knows no edits")
		if (idOf(known.attributedTo) !== idOf(actor)) return ignored("only its author may edit a post")
		this.#timelines.keep(object)
		return { outcome: "the post was replaced" }
	}

	#deleted({ actor, object }: Json): Outcome {
		const id = idOf(object)
		if (!id) return ignored("deletes nothing")
		if (id === idOf(actor)) {
			for (const note of [...this.#timelines.notes.values()])
				if (idOf(note.attributedTo) === id) this.#forget(note.id)
			lost(this.#peer, id)
			return { outcome: "the actor is gone" }
		}
		const known = this.#timelines.notes.get(id)
		if (known && idOf(known.attributedTo) !== idOf(actor)) return ignored("only its author may delete a post")
		if (hostOf(id) !== hostOf(idOf(actor))) return ignored("the post is of another server")
		this.#gone.add(id)
		this.#forget(id)
		return { outcome: known ? "the post was deleted" : "remembered, should the post still come" }
	}

	#undone({ actor, object }: Json): Outcome {
		const id = idOf(object)
		if (this.#peer.traits.embeddedOnly && typeof object === "string")
			return ignored("what is undone is not embedded")
		const boost = id ? this.#boosts.get(id) : undefined
		if (id && boost) {
			if (boost.actor !== idOf(actor)) return ignored("only the announcer may undo")
			this.#boosts.delete(id)
			this.#timelines.unshow(id)
			return { outcome: "the boost was taken back" }
		}
		const person = object?.type === "Follow" ? this.#peer.personById(idOf(object.object)) : undefined
		if (person?.followers.delete(idOf(actor)!)) return { outcome: `no longer follows ${person.handle}` }
		if (id && hostOf(id) === hostOf(idOf(actor))) this.#gone.add(id)
		return ignored("what is undone is not known here")
	}

	#liked({ actor, object }: Json): Outcome {
		const id = idOf(object)
		const writer = this.#peer.writerOf(id)
		if (!writer) return ignored("the post is not of this server")
		writer.notices.unshift({ type: "favourite", from: idOf(actor)!, note: this.#timelines.notes.get(id!) })
		return { outcome: `${writer.handle} was told` }
	}

	#blocked({ actor, object }: Json): Outcome {
		const person = this.#peer.personById(idOf(object))
		if (!person) return ignored("blocks nobody here")
		lost(this.#peer, idOf(actor)!, person)
		return { outcome: `${person.handle} no longer follows` }
	}
}
