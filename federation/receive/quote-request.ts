import { answerQuote } from "../../src/quotes/answer-quote.ts"
import type { Heard, Hearing, Listening } from "../inbox.ts"
import { idOf, idsOf, isObject, oneOf, sameOrigin } from "../translate/reading.ts"

/** Somebody asks to quote a post of this server (FEP-044f). The answer goes out as a reading of the event. */
export const receiveQuoteRequest = async ({ world }: Listening, heard: Heard): Promise<Hearing> => {
	const { json, actor } = heard
	const [postUri, quoteUri] = [idOf(json.object), idOf(json.instrument)]
	const quote = oneOf(json.instrument)
	const authors = isObject(quote) ? idsOf(quote.attributedTo) : []
	return async (tx) => {
		if (!postUri || !quoteUri) return "ignored: it names no two posts"
		if (!sameOrigin(quoteUri, actor.uri) || (authors.length > 0 && !authors.includes(actor.uri)))
			return "ignored: the post that quotes is somebody else's"
		const answered = await answerQuote(world, tx, { person: actor, postUri, quoteUri, requestUri: heard.id })
		return answered.ok ? `quote ${answered.value}` : `ignored: ${answered.reason}`
	}
}
