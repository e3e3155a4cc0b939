import { idOf, type Json } from "../shapes.ts"

/** A post or a comment as the community's page shows it. */
type Shown = {
	id: string
	author: string
	title?: string
	content: string
	inReplyTo?: string
	note: Json
}

/** A community as one server sees it. */
export type Community = {
	id: string
	posts: Shown[]
	comments: Shown[]
	/** What a moderator removed, with the reason, by post id. */
	removed: Map<string, string>
	/** What its author deleted. */
	deleted: Set<string>
	/** Votes by post id: who voted how. */
	votes: Map<string, Map<string, "Like" | "Dislike">>
	banned: Set<string>
	locked: Set<string>
	moderators: Set<string>
	featured: Set<string>
}

/** A community's posts, kept through removals so that they can come back. */
export class CommunityBook {
	readonly #notes = new Map<string, Json>()
	readonly #removed = new Map<string, string>()
	readonly #deleted = new Set<string>()
	readonly votes = new Map<string, Map<string, "Like" | "Dislike">>()
	readonly banned = new Set<string>()
	readonly locked = new Set<string>()
	readonly moderators = new Set<string>()
	readonly featured = new Set<string>()
	readonly id: string

	constructor(id: string) {
		this.id = id
	}

	keep(note: Json): void {
		this.#notes.set(note.id, note)
	}

	/** The post of that id, removed or not. */
	note(id: string | undefined): Json | undefined {
		return id ? this.#notes.get(id) : undefined
	}

	delete(id: string): void {
		this.#deleted.add(id)
	}

	remove(id: string, reason: string): void {
		this.#removed.set(id, reason)
	}

	restore(id: string, byModerator: boolean): void {
		if (byModerator) this.#removed.delete(id)
		else this.#deleted.delete(id)
	}

	vote(id: string, by: string, kind: "Like" | "Dislike" | undefined): void {
		const votes = this.votes.get(id) ?? new Map<string, "Like" | "Dislike">()
		if (kind) votes.set(by, kind)
		else votes.delete(by)
		this.votes.set(id, votes)
	}

	/** What it looks like now. */
	view(): Community {
		const shown = [...this.#notes.values()]
			.filter(({ id }) => !this.#removed.has(id) && !this.#deleted.has(id))
			.map(
				(note): Shown => ({
					id: note.id,
					author: idOf(note.attributedTo)!,
					title: note.name,
					content: note.content ?? "",
					inReplyTo: idOf(note.inReplyTo),
					note,
				}),
			)
		return {
			id: this.id,
			posts: shown.filter(({ inReplyTo }) => !inReplyTo),
			comments: shown.filter(({ inReplyTo }) => inReplyTo),
			removed: new Map(this.#removed),
			deleted: new Set(this.#deleted),
			votes: this.votes,
			banned: this.banned,
			locked: this.locked,
			moderators: this.moderators,
			featured: this.featured,
		}
	}
}
