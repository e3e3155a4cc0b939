import { limits } from "../../src/limits.ts"
import { cleanHtml, renderMarkdown, withoutQuoteLine } from "../../src/posts/markup.ts"
import type { Audience, PostKind } from "../../src/posts/post.ts"
import type { Draft } from "../../src/posts/submit-post.ts"
import { meetingHtml } from "./event.ts"
import { attachmentsOf, ownPageOf, shortWords } from "./media.ts"
import { readPoll } from "./poll.ts"
import { quoteOf } from "./quote.ts"
import {
	addressees,
	dateOf,
	idOf,
	idsOf,
	isObject,
	listOf,
	normalUri,
	sameOrigin,
	saysPublic,
	textOf,
	wordsIn,
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

const most = { title: limits.heardTitle, warning: limits.heardWarning }

export type Reading =
	| { draft: Draft; addressed: string[]; editedAt: Date | null }
	/** Why a thing is no post for us; peers are not told. */
	| { unfit: string }

/**
 * Reads a post of another server. The author is whoever signed, and must be the one it is attributed to: an attribution
 * that names anyone of another origin is refused, wherever in a list it stands (NodeBB 7a071a31a7).
 */
export const readPostObject = (object: Json, authorUri: string, activity: Json | null): Reading => {
	const kind = kindOf(object)
	const uri = normalUri(object.id)
	if (!kind) return { unfit: "not a kind of post" }
	if (!uri || !sameOrigin(uri, authorUri)) return { unfit: "its id is not on its author's server" }
	const authors = idsOf(object.attributedTo ?? object.actor)
	// Mobilizon attributes what a person writes to the group they write it in, and names them as its actor.
	const theirs = authors.includes(authorUri) || (authors.length > 0 && idOf(object.actor) === authorUri)
	if (!theirs || authors.some((author) => !sameOrigin(author, authorUri)))
		return { unfit: "it is not attributed to its sender" }
	if (kind === "note" && textOf(object.name) && !textOf(object.content) && object.inReplyTo)
		return { unfit: "a vote" }
	const quoteUri = quoteOf(object)
	const draft: Draft = {
		uri,
		url: ownPageOf(object, uri),
		kind,
		title: titleOf(object, kind),
		html: quoteUri ? withoutQuoteLine(htmlOf(object, kind)) : htmlOf(object, kind),
		source: null,
		contentWarning: warningOf(object, kind),
		sensitive: saysYes(object.sensitive),
		language: languageOf(object, activity),
		attachments: attachmentsOf(object),
		audience: audienceOf(object, activity),
		inReplyTo: inReplyToOf(object),
		quoteUri,
		contextUri: idOf(object.context),
		publishedAt: dateOf(object.published),
		createUri: null,
		createBytes: null,
		people: [],
		poll: kind === "question" ? readPoll(object) : null,
	}
	const addressed = [...addressees(object), ...(activity ? addressees(activity) : [])]
	return { draft, addressed: [...new Set(addressed)], editedAt: dateOf(object.updated) }
}

/**
 * What kind of post a thing is. Some give it a type of their own beside (`["Note", "Preparation"]`); with two types that
 * others know as well, two servers could read two things in it.
 */
const kindOf = (object: Json): PostKind | null => {
	const named = listOf(object.type).map((type) => textOf(type) ?? "")
	const known = named.filter((type) => Object.hasOwn(kinds, type))
	const [type] = known
	const isClear = named.length === 1 || (named.length <= 4 && !named.some((other) => vocabulary.has(other)))
	return type && known.length === 1 && isClear ? kinds[type]! : null
}

/** The types of ActivityStreams and its common extensions that are no kind of post. */
const vocabulary = new Set(
	`Object Link Activity IntransitiveActivity Collection OrderedCollection CollectionPage OrderedCollectionPage Accept
	TentativeAccept Add Announce Arrive Block Create Delete Dislike EmojiReact Flag Follow Ignore Invite Join Leave Like
	Listen Lock Move Offer QuoteRequest Reject Read Remove TentativeReject Travel Undo Update View Application Group
	Organization Person Service Document Place Profile Relationship Tombstone Mention Hashtag Emoji Answer ChatMessage
	Key Multikey`.split(/\s+/),
)

/** What it answers; of several, the first that has an address. */
const inReplyToOf = (object: Json): string | null => idsOf(object.inReplyTo)[0] ?? null

/** Public only when everything that says who it is for says so: the narrower of a post's and its activity's audience. */
const audienceOf = (object: Json, activity: Json | null): Audience => {
	const said = [saysPublic(object), activity ? saysPublic(activity) : null].filter(
		(answer) => answer !== null,
	)
	return said.length > 0 && said.every(Boolean) ? "public" : "people"
}

/** What a thing says. Where it has no words of its own, its summary is what it says; a meeting says when and where. */
const htmlOf = (object: Json, kind: PostKind): string => {
	const own = wordsIn(object.content, object.contentMap)
	const content = own ?? (isAside(object, kind) ? null : wordsIn(object.summary, object.summaryMap))
	const words = content && object.mediaType === "text/markdown" ? renderMarkdown(content) : (content ?? "")
	return cleanHtml(`${kind === "event" ? meetingHtml(object) : ""}${words}`)
}

const titleOf = (object: Json, kind: PostKind): string | null => {
	const other = kind === "note" || kind === "question" ? null : wordsIn(object.title)
	return shortWords(wordsIn(object.name, object.nameMap) ?? other, most.title) || null
}

/** Whether a summary is a warning of what follows, as in notes; elsewhere it is a part of it, unless care is asked for. */
const isAside = (object: Json, kind: PostKind): boolean =>
	kind === "note" || kind === "question" || (saysYes(object.sensitive) && kind !== "event")

const warningOf = (object: Json, kind: PostKind): string | null =>
	isAside(object, kind) ? shortWords(wordsIn(object.summary, object.summaryMap), most.warning) || null : null

const saysYes = (value: unknown): boolean => value === true || value === "true"

const languageOf = (object: Json, activity: Json | null): string | null => {
	const named = listOf(object.language ?? object.inLanguage)[0]
	const mapped = Object.entries(isObject(object.contentMap) ? object.contentMap : {})
	const same =
		mapped.find(([, words]) => words === object.content) ?? (mapped.length === 1 ? mapped[0] : null)
	const tags = [isObject(named) ? named.identifier : named, same?.[0], spokenIn(object), spokenIn(activity)]
	return (tags.find((tag) => isLanguage(tag)) as string | undefined) ?? null
}

const isLanguage = (tag: unknown): boolean =>
	typeof tag === "string" && tag !== "und" && /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag)

/** The language that a context gives to everything in it (Akkoma, Mitra). */
const spokenIn = (thing: Json | null): unknown =>
	listOf(thing?.["@context"]).flatMap((part) => (isObject(part) ? [part["@language"]] : []))[0]
