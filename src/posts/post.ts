import type { Attachment } from "../../db/schema/posts.ts"
import { limits } from "../limits.ts"

/** Who may read a post: everyone, the members of the groups it is in, or the people it names. */
export type Audience = "public" | "members" | "people"

export type PostKind = "note" | "page" | "article" | "question" | "event" | "video" | "image" | "audio"

/** What somebody said; replies too. */
export type Post = {
	id: string
	uri: string
	url: string
	authorId: string
	kind: PostKind
	title: string | null
	html: string
	source: string | null
	contentWarning: string | null
	sensitive: boolean
	language: string | null
	attachments: Attachment[]
	audience: Audience
	inReplyTo: string | null
	/** The post it quotes, wherever that is. */
	quoteUri: string | null
	/** Where it stands that the author of what a local post quotes allows it (FEP-044f); null while they do not. */
	quoteAuthorization: string | null
	parentId: string | null
	threadId: string
	publishedAt: Date
	editedAt: Date | null
	deletedAt: Date | null
	version: number
}

/** Who is reading: somebody we know, or anyone at all. Every read of posts asks. */
export type Viewer = { actorId: string } | "anyone"

/** A post can be no younger than the moment we heard of it, and no older than the web. */
export const clampPublished = (claimed: Date | null, received: Date): Date =>
	claimed === null || Number.isNaN(claimed.getTime()) || claimed > received || claimed.getUTCFullYear() < 1990
		? received
		: claimed

export const titleProblem = (title: string): string | null =>
	title.length > limits.title ? "A title has at most 200 characters." : null

export const noteProblem = (note: string): string | null =>
	note.length > limits.contentNote ? "A content note has at most 200 characters." : null

/** Whether it has the shape of a language tag (BCP 47), like "de" or "pt-BR". */
export const languageProblem = (tag: string): string | null =>
	/^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$/i.test(tag) ? null : "That is no language we know."

export const textProblem = (text: string): string | null =>
	text.trim() === ""
		? "There is nothing in this post yet."
		: text.length > limits.postText
			? "A post has at most 20 000 characters."
			: null

/** A short address for a thread that also says what it is about. */
export const slugOf = (title: string): string =>
	title
		.normalize("NFKD")
		.toLowerCase()
		.replace(/[^\p{Letter}\p{Number}]+/gu, "-")
		.replace(/^-+|-+$/g, "")
		.slice(0, 60)
