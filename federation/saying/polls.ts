import type { EventRecord } from "../../src/events.ts"
import { acceptQuote, type QuoteAsked, rejectQuote, revokeQuote } from "../translate/quote.ts"
import type { Json } from "../translate/wire.ts"
import { bytesOf, type Facts, idFor, localActivity, type Outgoing, toFollowers, toNamed } from "./parts.ts"

/**
 * How a poll stands, or that it closed, in its author's name, to servers that show notes. Those that keep communities
 * are not told: Lemmy has no polls, and the others count for themselves.
 */
export const tallied = (event: EventRecord, facts: Facts): Outgoing[] => {
	const { post, author, poll } = facts
	if (!post || !author?.local || !poll || post.deletedAt || post.audience !== "public") return []
	const activityUri = idFor(facts, event.id, "update")
	const update = localActivity("Update", activityUri, facts, event.at)
	return [
		{ ...toFollowers(facts, "microblog", activityUri, bytesOf(update)), signerId: author.id },
		...toNamed(facts, activityUri, update),
	]
}

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

const askedIn = ({ facts }: EventRecord, { post, person }: Facts): QuoteAsked => ({
	id: (facts.requestUri as string | null) ?? null,
	actorUri: person!.uri,
	postUri: post!.uri,
	quoteUri: facts.quoteUri as string,
})

const stampOf = ({ facts }: EventRecord, { post, author, person }: Facts) =>
	post && author && person
		? {
				id: `${post.uri}/quotes/${facts.quoteId}`,
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
