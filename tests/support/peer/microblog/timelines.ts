import type { Peer } from "../peer.ts"
import type { HomeEntry, Person } from "../person.ts"
import { idOf, isPublic, type Json, list } from "../shapes.ts"

// Mastodon hides a boost of what stands among the first 80 posts of a home timeline anyway.
const RECENT = 80

/** Whether the post's tags name that person. */
export const mentions = (note: Json, person: Person): boolean =>
	list(note.tag).some((tag) => (tag as Json).type === "Mention" && (tag as Json).href === person.id)

// Private is what has its author's own followers in `to`; in `cc` alone they count for nothing.
const reaches = (document: Json, followers: unknown): boolean =>
	isPublic(document) ||
	(typeof followers === "string" && list(document.to).some((each) => idOf(each) === followers))

/** The posts that a microblog knows, and who sees them at home. */
export class Timelines {
	readonly notes = new Map<string, Json>()
	readonly #peer: Peer

	constructor(peer: Peer) {
		this.#peer = peer
	}

	followersOf(actor: string): Person[] {
		return [...this.#peer.persons.values()].filter((person) => person.follows(actor))
	}

	/** Keeps a post, or its newest edition wherever it is shown. */
	keep(note: Json): void {
		this.notes.set(note.id, note)
		for (const person of this.#peer.persons.values()) {
			for (const entry of person.homeEntries) if (entry.note.id === note.id) entry.note = note
			for (const notice of person.notices) if (notice.note?.id === note.id) notice.note = note
		}
	}

	forget(id: string): void {
		this.notes.delete(id)
		for (const person of this.#peer.persons.values()) {
			person.homeEntries = person.homeEntries.filter(({ note }) => note.id !== id)
			person.notices = person.notices.filter(({ note }) => note?.id !== id)
		}
	}

	/** Whether a followed author's post belongs into that home: visible to followers, and no reply to somebody not followed. */
	wants(person: Person, author: string, note: Json): boolean {
		const visible = reaches(note, person.following.get(author)?.actor.followers) || mentions(note, person)
		if (!visible || !note.inReplyTo) return visible
		const parent = idOf(this.notes.get(idOf(note.inReplyTo)!)?.attributedTo)
		return parent !== undefined && (parent === author || parent === person.id || person.follows(parent))
	}

	/** Shows a boost, unless it is not for followers or the post is on the first page anyway. */
	show(person: Person, entry: HomeEntry, announce: Json): boolean {
		if (!reaches(announce, person.following.get(entry.boostedBy!)?.actor.followers)) return false
		if (person.homeEntries.slice(0, RECENT).some(({ note }) => note.id === entry.note.id)) return false
		person.homeEntries.unshift(entry)
		return true
	}

	unshow(announceId: string): void {
		for (const person of this.#peer.persons.values())
			person.homeEntries = person.homeEntries.filter(({ announce }) => announce !== announceId)
	}
}
