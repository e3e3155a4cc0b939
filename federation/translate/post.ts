import type { Attachment } from "../../db/schema/posts.ts"
import { cleanHtml, plainText, renderMarkdown } from "../../src/posts/markup.ts"
import type { Audience, PostKind } from "../../src/posts/post.ts"
import type { Draft } from "../../src/posts/submit-post.ts"
import {
	addressees,
	dateOf,
	idOf,
	idsOf,
	isObject,
	linkOf,
	listOf,
	normalUri,
	sameOrigin,
	saysPublic,
	textOf,
	typeOf,
} from "./reading.ts"
import type { Json } from "./wire.ts"

const kinds: Record<string, PostKind> = {
	Note: "note",
	Page: "page",
	Article: "article",
	Question: "question",
	Event: "event",
	Video: "video",
	Image: "image",
	Audio: "audio",
}

const most = { attachments: 16, title: 200, alt: 1500, warning: 500 }

export type Reading =
	| { draft: Draft; addressed: string[]; editedAt: Date | null }
	/** Why a thing is no post for us; peers are not told. */
	| { unfit: string }

/**
 * Reads a post of another server. The author is whoever signed, and must be the one it is attributed to: an attribution
 * that names anyone of another origin is refused, wherever in a list it stands (NodeBB 7a071a31a7).
 */
export const readPostObject = (object: Json, authorUri: string, activity: Json | null): Reading => {
	const type = typeOf(object) ?? ""
	const kind = Object.hasOwn(kinds, type) ? kinds[type] : undefined
	const uri = normalUri(object.id)
	if (!kind) return { unfit: "not a kind of post" }
	if (!uri || !sameOrigin(uri, authorUri)) return { unfit: "its id is not on its author's server" }
	const authors = idsOf(object.attributedTo ?? object.actor)
	if (!authors.includes(authorUri) || authors.some((author) => !sameOrigin(author, authorUri)))
		return { unfit: "it is not attributed to its sender" }
	if (kind === "note" && textOf(object.name) && !textOf(object.content) && object.inReplyTo)
		return { unfit: "a vote" }
	const draft: Draft = {
		uri,
		url: ownPageOf(object, uri),
		kind,
		title: titleOf(object),
		html: htmlOf(object),
		source: null,
		contentWarning: warningOf(object, kind),
		sensitive: object.sensitive === true,
		language: languageOf(object),
		attachments: attachmentsOf(object),
		audience: audienceOf(object, activity),
		inReplyTo: idOf(object.inReplyTo),
		publishedAt: dateOf(object.published),
		createUri: null,
		createBytes: null,
		people: [],
	}
	const addressed = [...addressees(object), ...(activity ? addressees(activity) : [])]
	return { draft, addressed: [...new Set(addressed)], editedAt: dateOf(object.updated) }
}

/** Public only when everything that says who it is for says so: the narrower of a post's and its activity's audience. */
const audienceOf = (object: Json, activity: Json | null): Audience => {
	const said = [saysPublic(object), activity ? saysPublic(activity) : null].filter(
		(answer) => answer !== null,
	)
	return said.length > 0 && said.every(Boolean) ? "public" : "people"
}

const htmlOf = (object: Json): string => {
	const content =
		textOf(object.content) ?? textOf(Object.values(isObject(object.contentMap) ? object.contentMap : {})[0])
	if (!content) return ""
	return object.mediaType === "text/markdown" ? renderMarkdown(content) : cleanHtml(content)
}

/** The words of a short text. It is cut before it is looked at, since looking at markup costs more the longer it is. */
const words = (value: unknown, length: number): string =>
	plainText((textOf(value) ?? "").slice(0, length * 8))
		.slice(0, length)
		.toWellFormed()

const titleOf = (object: Json): string | null => {
	return words(object.name, most.title) || null
}

const warningOf = (object: Json, kind: PostKind): string | null => {
	return (kind === "note" || kind === "question" ? words(object.summary, most.warning) : "") || null
}

const languageOf = (object: Json): string | null => {
	const named = isObject(object.language) ? textOf(object.language.identifier) : null
	const mapped = isObject(object.contentMap) ? Object.keys(object.contentMap) : []
	const tag = named ?? (mapped.length === 1 ? mapped[0]! : null)
	return tag && /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag) ? tag : null
}

/** The page where people read it: a plain address, or the HTML one among several links. */
const pageOf = (object: Json): string | null => {
	const links = listOf(object.url)
	const page = links.find((link) => isObject(link) && link.mediaType === "text/html") ?? links[0]
	return linkOf(isObject(page) ? page.href : page)
}

/** A page of another server would let an author borrow that server's name (Misskey CVE-2024-52591). */
const ownPageOf = (object: Json, uri: string): string => {
	const page = pageOf(object)
	return page && sameOrigin(page, uri) ? page : uri
}

const attachmentsOf = (object: Json): Attachment[] =>
	listOf(object.attachment)
		.slice(0, most.attachments)
		.flatMap((item) => {
			if (!isObject(item)) return []
			const url = linkOf(item.href) ?? pageOf(item)
			const mediaType = textOf(item.mediaType) ?? ""
			if (!url || mediaType.length > 100) return []
			return [{ url, mediaType, alt: words(item.name, most.alt) }]
		})
