import type { Actor } from "../../src/people/actor.ts"
import { escapeHtml } from "./escape.ts"
import { idOf, isObject, listOf, normalUri, oneOf, textOf, typeOf } from "./reading.ts"
import { activityStreams, type Json, objectContext, publicUri } from "./wire.ts"

const context = [
	activityStreams,
	{
		QuoteRequest: "https://w3id.org/fep/044f#QuoteRequest",
		QuoteAuthorization: "https://w3id.org/fep/044f#QuoteAuthorization",
		gts: "https://gotosocial.org/ns#",
		interactingObject: { "@id": "gts:interactingObject", "@type": "@id" },
		interactionTarget: { "@id": "gts:interactionTarget", "@type": "@id" },
	},
]

/** The post that a post quotes, by any of the names peers use; null when it quotes none, or itself. */
export const quoteOf = (object: Json): string | null => {
	const named = [object.quote, object.quoteUrl, object.quoteUri, object._misskey_quote].map(idOf)
	const quoted = named.find((uri) => uri !== null) ?? linkedQuote(object)
	return quoted === normalUri(object.id) ? null : quoted
}

/** An object link that says it is a quote (FEP-e232): by its relation, or by the words in front of it. */
const linkedQuote = (object: Json): string | null => {
	for (const tag of listOf(object.tag)) {
		if (!isObject(tag) || typeOf(tag) !== "Link") continue
		const means =
			listOf(tag.rel).some((rel) => typeof rel === "string" && /#_misskey_quote$/.test(rel)) ||
			/^(RE|QT): /i.test(textOf(tag.name) ?? "")
		if (means && isActivityType(textOf(tag.mediaType))) return normalUri(tag.href)
	}
	return null
}

const isActivityType = (type: string | null): boolean =>
	type === "application/activity+json" || /^application\/ld\+json\s*;/.test(type ?? "")

/**
 * What a post from here quotes, in the words of Misskey, Fedibird and Pleroma. FEP-044f's own word is kept for quotes that
 * the quoted author has allowed, which Mastodon checks: with it, and nothing to check, it would hide the line and say for
 * good that the quote waits for an answer.
 */
export const quoteParts = (uri: string, authorization: string | null): Json => ({
	...(authorization && { quote: uri, quoteAuthorization: authorization }),
	quoteUrl: uri,
	quoteUri: uri,
	_misskey_quote: uri,
})

/** The same as an object link (FEP-e232). */
export const quoteLink = (uri: string): Json => ({
	type: "Link",
	mediaType: 'application/ld+json; profile="https://www.w3.org/ns/activitystreams"',
	rel: "https://misskey-hub.net/ns#_misskey_quote",
	href: uri,
	name: `RE: ${uri}`,
})

/** The line for servers that know no quotes; those that do leave it out. */
export const quoteLine = (uri: string): string =>
	`<p class="quote-inline">RE: <a href="${escapeHtml(uri)}">${escapeHtml(uri)}</a></p>`

/**
 * The id of the request to quote by a post. A post quotes one other, so asking again is asking the same; but servers that
 * saw a request pass over another of that id (Fedify, Snug), so each time has its own.
 */
export const quoteRequestUri = (postUri: string, time = 1): string =>
	`${postUri}/quote-request${time > 1 ? `-${time}` : ""}`

/** Somebody here asks to quote; the post that does goes along, for Mastodon to take in if it does not know it yet. */
export const requestQuote = (
	id: string,
	author: Pick<Actor, "uri">,
	asked: Pick<Actor, "uri">,
	note: Json,
	quotedUri: string,
): Json => ({
	"@context": [...objectContext, context[1]],
	id,
	type: "QuoteRequest",
	actor: author.uri,
	to: [asked.uri],
	object: quotedUri,
	instrument: { ...note, quote: quotedUri },
})

/** The quoting post that a Yes or No is about, by its address; null when it answers something else. */
export const answeredQuote = (answer: Json): string | null => {
	const asked = oneOf(answer.object)
	const uri = idOf(asked)
	if (isObject(asked) && typeOf(asked) === "QuoteRequest")
		return idOf(asked.instrument) ?? (uri && postAskedBy(uri))
	return isObject(asked) || !uri ? null : postAskedBy(uri)
}

const postAskedBy = (requestUri: string): string | null =>
	/^(.+)\/quote-request(?:-\d{1,3})?$/.exec(requestUri)?.[1] ?? null

/** Whether a document is a person's permission for one post to quote another (FEP-044f, "Verifying"). */
export const permits = (document: Json, { authorUri, postUri, quoteUri }: Omit<QuoteStamp, "id">): boolean =>
	typeOf(document) === "QuoteAuthorization" &&
	idOf(document.attributedTo) === authorUri &&
	idOf(document.interactionTarget) === normalUri(postUri) &&
	idOf(document.interactingObject) === quoteUri

export type QuoteAsked = { id: string | null; actorUri: string; postUri: string; quoteUri: string }

/** The author lets a post be quoted; `result` is where anybody can look that up. */
export const acceptQuote = (
	id: string,
	author: Pick<Actor, "uri">,
	asked: QuoteAsked,
	authorizationUri: string,
): Json => ({ ...answerQuote("Accept", id, author, asked), result: authorizationUri })

export const rejectQuote = (id: string, author: Pick<Actor, "uri">, asked: QuoteAsked): Json =>
	answerQuote("Reject", id, author, asked)

const answerQuote = (type: string, id: string, author: Pick<Actor, "uri">, asked: QuoteAsked): Json => ({
	"@context": context,
	id,
	type,
	actor: author.uri,
	to: [asked.actorUri],
	object: {
		...(asked.id && { id: asked.id }),
		type: "QuoteRequest",
		actor: asked.actorUri,
		object: asked.postUri,
		instrument: asked.quoteUri,
	},
})

export type QuoteStamp = { id: string; authorUri: string; postUri: string; quoteUri: string }

const authorization = ({ id, authorUri, postUri, quoteUri }: QuoteStamp): Json => ({
	id,
	type: "QuoteAuthorization",
	attributedTo: authorUri,
	interactingObject: quoteUri,
	interactionTarget: postUri,
})

/** The proof that a post may be quoted by another, as it is served at its own address. */
export const quoteAuthorization = (stamp: QuoteStamp): Json => ({
	"@context": context,
	...authorization(stamp),
})

/** The author takes a permission back; Mastodon then hides what was quoted. */
export const revokeQuote = (id: string, personUri: string, stamp: QuoteStamp): Json => ({
	"@context": context,
	id,
	type: "Delete",
	actor: stamp.authorUri,
	to: [publicUri],
	cc: [personUri],
	object: authorization(stamp),
})
