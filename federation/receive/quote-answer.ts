import { findPostByUri } from "../../db/posts.ts"
import { isAsked, takeQuoteAnswer } from "../../src/quotes/take-quote-answer.ts"
import { type Heard, type Hearing, type Listening, NotYet } from "../inbox.ts"
import { permits } from "../translate/quote.ts"
import { idOf, sameOrigin } from "../translate/reading.ts"

/**
 * Whoever was asked lets a post of somebody here quote theirs, or does not (FEP-044f). A yes counts if the permission it
 * names is found on their own server and says so (FEP-fe34), and only from whom it was asked.
 */
export const hearQuoteAnswer = async (
	{ world, lookUp }: Listening,
	{ json, actor }: Heard,
	{ postUri, accepted }: { postUri: string; accepted: boolean },
): Promise<Hearing> => {
	const post = await findPostByUri(world.db, postUri)
	if (!post?.quoteUri || !(await isAsked(world.db, post, actor)))
		return async () => "ignored: nobody here asked"
	const authorization = accepted ? idOf(json.result) : null
	if (accepted) {
		if (!authorization || !sameOrigin(authorization, actor.uri))
			return async () => "ignored: it names no permission of theirs"
		const answer = await lookUp.document(authorization)
		if (answer.state === "unreachable") throw new NotYet(`${authorization}: ${answer.reason}`)
		const stamp = { authorUri: actor.uri, postUri: post.quoteUri, quoteUri: post.uri }
		if (answer.state !== "found" || !permits(answer.document, stamp))
			return async () => "ignored: the permission it names does not say so"
	}
	return async (tx) => {
		const taken = await takeQuoteAnswer(world, tx, { person: actor, postUri, authorization })
		return taken.ok ? `quote ${taken.value}` : `ignored: ${taken.reason}`
	}
}
