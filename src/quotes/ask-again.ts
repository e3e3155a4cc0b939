import { findActor } from "../../db/actors.ts"
import type { Transaction } from "../../db/connect.ts"
import { record } from "../../db/events.ts"
import { findPost, findShare } from "../../db/posts.ts"
import {
	deleteQuoteRequest,
	lockDueQuoteRequests,
	type OpenRequest,
	updateQuoteRequest,
	waitsForServer,
} from "../../db/quotes.ts"
import { limits } from "../limits.ts"
import type { World } from "../world.ts"
import { isAsked } from "./take-quote-answer.ts"

const batch = 50

/**
 * Whoever was asked about a quote and did not answer is asked again, after longer and longer waits, and then no more:
 * Mastodon drops a question that comes while it fetches the post, and says nothing. Answers how many were due.
 */
export const askAgain = async (world: World, tx: Transaction): Promise<number> => {
	const due = await lockDueQuoteRequests(tx, world.ports.now(), batch)
	for (const request of due) await putAgain(world, tx, request)
	return due.length
}

const putAgain = async (
	world: World,
	tx: Transaction,
	{ postId, groupId, times }: OpenRequest,
): Promise<void> => {
	const wait = limits.quoteWaits[times]
	const personId = await whomToAsk(tx, postId)
	if (!personId) return deleteQuoteRequest(tx, postId)
	const isThere = (await findShare(tx, groupId, postId))?.state === "shared"
	// A server that is away gets the question that waits for it when it is back.
	if (isThere && !(await waitsForServer(tx, postId, "quoting-asked"))) {
		const facts = { time: times + 1 }
		await record(tx, world.ports, { type: "quoting-asked", groupId, postId, personId, facts })
	}
	if (wait === undefined) return deleteQuoteRequest(tx, postId)
	const againAt = new Date(world.ports.now().getTime() + wait)
	await updateQuoteRequest(tx, { postId, times: times + 1, againAt })
}

const whomToAsk = async (tx: Transaction, postId: string): Promise<string | null> => {
	const post = await findPost(tx, postId)
	const person = post?.quotedAuthorId ? await findActor(tx, post.quotedAuthorId) : null
	if (!post || !person || person.goneAt || post.quoteAuthorization) return null
	return (await isAsked(tx, post, person)) ? person.id : null
}
