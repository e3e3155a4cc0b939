import { findActor } from "../../db/actors.ts"
import type { Transaction } from "../../db/connect.ts"
import { record } from "../../db/events.ts"
import { findPost, findPostByUri } from "../../db/posts.ts"
import { insertQuoteRequest, lockQuote, setQuoteAuthorization } from "../../db/quotes.ts"
import { limits } from "../limits.ts"
import type { World } from "../world.ts"
import { answerQuote } from "./answer-quote.ts"
import { authorizationUri } from "./authorization-uri.ts"

/**
 * A post of somebody here that quotes another is in a group now: whoever wrote the other is asked whether they allow it
 * (FEP-044f), at once if they have an account here. Asking shows them the post, so it is done for public ones alone; null
 * when nobody is asked, or somebody here may not be quoted.
 */
export const askToQuote = async (
	world: World,
	tx: Transaction,
	{ postId, groupId }: { postId: string; groupId: string },
): Promise<"allowed" | "asked" | null> => {
	const post = await findPost(tx, postId)
	const author = post && (await findActor(tx, post.authorId))
	if (!post?.quoteUri || !author?.local || post.audience !== "public") return null
	const quoted = await findPostByUri(tx, post.quoteUri)
	const personId = quoted?.authorId ?? post.quotedAuthorId
	const person = personId && (await findActor(tx, personId))
	if (!person || person.goneAt) return null
	if (!person.local) {
		const event = { type: "quoting-asked", groupId, postId, personId: person.id } as const
		await record(tx, world.ports, { ...event, facts: { time: 1 } })
		const againAt = new Date(world.ports.now().getTime() + limits.quoteWaits[0])
		await insertQuoteRequest(tx, { postId, groupId, againAt })
		return "asked"
	}
	const asked = { person: author, postUri: post.quoteUri, quoteUri: post.uri, requestUri: null }
	const answered = await answerQuote(world, tx, asked)
	const quote = quoted && answered.ok ? await lockQuote(tx, quoted.id, post.uri) : null
	if (!answered.ok || !quoted || !quote || answered.value === "refused") return null
	await setQuoteAuthorization(tx, postId, authorizationUri(quoted, quote.id))
	return "allowed"
}
