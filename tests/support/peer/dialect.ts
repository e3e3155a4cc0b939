import { microblog } from "./microblog/documents.ts"
import type { Person } from "./person.ts"
import type { Json } from "./shapes.ts"
import { threadiverse } from "./threadiverse/documents.ts"

export type Visibility = "public" | "unlisted" | "followers" | "direct"

/** A post before it has a shape. `parent` is what it replies to. */
export type Draft = {
	text: string
	title?: string
	mentions: Json[]
	visibility: Visibility
	parent?: { id: string; author?: string }
	at: Date
}

export type Written = { note: Json; create: Json }

/** The documents and activities of one family of software. */
export type Dialect = {
	actor(person: Person): Json
	follow(person: Person, target: Json): Json
	unfollow(person: Person, follow: Json, embedded: boolean): Json
	post(person: Person, draft: Draft): Written
	edit(person: Person, written: Written, text: string, at: Date): { note: Json; update: Json }
	delete(person: Person, written: Written, at: Date): Json
}

export const dialects: Record<"microblog" | "threadiverse", Dialect> = { microblog, threadiverse }
