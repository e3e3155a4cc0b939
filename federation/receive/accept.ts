import { findActorByUri } from "../../db/actors.ts"
import type { Transaction } from "../../db/connect.ts"
import { findMember, findMemberByFollowUri } from "../../db/members.ts"
import { answerFollow } from "../../src/groups/answer-follow.ts"
import type { Heard, Hearing, Listening } from "../inbox.ts"
import { answeredQuote } from "../translate/quote.ts"
import { idOf, isObject, oneOf, typeOf } from "../translate/reading.ts"
import { hearQuoteAnswer } from "./quote-answer.ts"

const follows: ReadonlySet<string | null> = new Set(["Follow", null])

/** A group of another server answers somebody here who asked to follow it. */
export const receiveAccept = async (listening: Listening, heard: Heard): Promise<Hearing> =>
	answer(listening, heard, true)

export const receiveReject = async (listening: Listening, heard: Heard): Promise<Hearing> =>
	answer(listening, heard, false)

const answer = async (listening: Listening, heard: Heard, accepted: boolean): Promise<Hearing> => {
	const { world } = listening
	const postUri = answeredQuote(heard.json)
	if (postUri) return hearQuoteAnswer(listening, heard, { postUri, accepted })
	return async (tx) => {
		const personId = await whoAsked(tx, heard)
		if (!personId) return "ignored: nobody here asked"
		const answered = await answerFollow(world, tx, { groupId: heard.actor.id, personId, accepted })
		return answered.ok ? (accepted ? "accepted" : "rejected") : `ignored: ${answered.reason}`
	}
}

/**
 * The Follow is named by its id or embedded, by some peers only one of the two (Guppe: the id). Other things of somebody
 * here may be answered as well, such as what a group here announced (FEP-d36d); that ends no Follow.
 */
const whoAsked = async (tx: Transaction, { json, actor }: Heard): Promise<string | null> => {
	const followUri = idOf(json.object)
	const byId = followUri ? await findMemberByFollowUri(tx, actor.id, followUri) : null
	if (byId) return byId.actorId
	const asked = oneOf(json.object)
	const personUri = isObject(asked) && follows.has(typeOf(asked)) ? idOf(asked.actor) : null
	const person = personUri ? await findActorByUri(tx, personUri) : null
	return person?.local && (await findMember(tx, actor.id, person.id)) ? person.id : null
}
