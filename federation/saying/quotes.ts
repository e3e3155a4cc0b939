import type { EventRecord } from "../../src/events.ts"
import { authorizationUri } from "../../src/quotes/authorization-uri.ts"
import { noteOf } from "../translate/note.ts"
import {
	acceptQuote,
	type QuoteAsked,
	quoteRequestUri,
	rejectQuote,
	requestQuote,
	revokeQuote,
} from "../translate/quote.ts"
import type { Json } from "../translate/wire.ts"
import { bytesOf, type Facts, idFor, noteIn, type Outgoing } from "./parts.ts"

/** Whoever asked to quote a post hears that they may, and where the permission stands. */
export const quoteAllowed = (event: EventRecord, facts: Facts): Outgoing[] => {
	const id = idFor(facts, event.id, "accept")
	const stamp = stampOf(event, facts)
	return stamp ? toAsker(facts, id, acceptQuote(id, facts.author!, askedIn(event, facts), stamp.id)) : []
}

export const quoteRefused = (event: EventRecord, facts: Facts): Outgoing[] => {
	const id = idFor(facts, event.id, "reject")
	if (!facts.post || !facts.author || !facts.person) return []
	return toAsker(facts, id, rejectQuote(id, facts.author, askedIn(event, facts)))
}

/** The post is gone, and with it the permission to quote it: whoever was given one is told. */
export const quoteRevoked = (event: EventRecord, facts: Facts): Outgoing[] => {
	const id = idFor(facts, event.id, "delete")
	const stamp = stampOf(event, facts)
	return stamp ? toAsker(facts, id, revokeQuote(id, facts.person!.uri, stamp)) : []
}

/** Whoever is quoted by somebody here is asked, and shown the whole post, which their server may not have yet. */
export const quotingAsked = (event: EventRecord, facts: Facts): Outgoing[] => {
	const { post, author, person } = facts
	if (!post?.quoteUri || !author?.local || !person || post.deletedAt || post.audience !== "public") return []
	const id = quoteRequestUri(post.uri, event.facts.time as number | undefined)
	return toAsker(facts, id, requestQuote(id, author, person, noteOf(noteIn(facts)), post.quoteUri))
}

const askedIn = ({ facts }: EventRecord, { post, person }: Facts): QuoteAsked => ({
	id: (facts.requestUri as string | null) ?? null,
	actorUri: person!.uri,
	postUri: post!.uri,
	quoteUri: facts.quoteUri as string,
})

const stampOf = ({ facts }: EventRecord, { post, author, person }: Facts) =>
	post && author && person
		? {
				id: authorizationUri(post, facts.quoteId as string),
				authorUri: author.uri,
				postUri: post.uri,
				quoteUri: facts.quoteUri as string,
			}
		: null

const toAsker = ({ person, author }: Facts, activityUri: string, activity: Json): Outgoing[] =>
	!person || person.local
		? []
		: [
				{
					to: "person",
					person,
					activityUri,
					signerId: author!.id,
					audience: "people",
					body: bytesOf(JSON.stringify(activity)),
				},
			]
