import { findActor } from "../../db/actors.ts"
import type { Transaction } from "../../db/connect.ts"
import { findLastPostEvent, record } from "../../db/events.ts"
import { findShares, type KeptPost, lockPostUri } from "../../db/posts.ts"
import { deleteQuoteRequest, setQuoteAuthorization } from "../../db/quotes.ts"
import type { Actor } from "../people/actor.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"
import { endQuoting } from "./end-quoting.ts"
import { groupsToTell } from "./groups-to-tell.ts"

export type QuoteAnswer = {
	/** Who answers. */
	person: Actor
	/** The post of somebody here that quotes. */
	postUri: string
	/** Where it stands that it may, which has been looked up there; null for a no. */
	authorization: string | null
}

/**
 * Whoever was asked about a quote answers. A yes is kept, and the post goes out again with it; a no leaves the post as it
 * is, and after a yes it is the end of that. Nobody is believed who was not asked.
 */
export const takeQuoteAnswer = async (
	world: World,
	tx: Transaction,
	{ person, postUri, authorization }: QuoteAnswer,
): Promise<Result<"allowed" | "refused" | "ended">> => {
	const post = await lockPostUri(tx, postUri)
	if (!post || !(await isAsked(tx, post, person))) return refused("not-found", "Nobody here asked them.")
	const { id: postId, quoteAuthorization: before } = post
	await deleteQuoteRequest(tx, postId)
	if (!authorization && before) {
		await endQuoting(world, tx, { authorization: before })
		return done("ended")
	}
	if (before) return refused("too-late", "They have said so already.")
	if (!authorization) {
		const groupId = (await findShares(tx, postId))[0]!.groupId
		await record(tx, world.ports, { type: "quoting-refused", groupId, postId, personId: person.id })
		return done("refused")
	}
	await setQuoteAuthorization(tx, postId, authorization)
	for (const groupId of await groupsToTell(tx, post))
		await record(tx, world.ports, { type: "quoting-allowed", groupId, postId, facts: { authorization } })
	return done("allowed")
}

/** Whether somebody was asked about a post's quote, and has neither said no nor taken a yes back. */
export const isAsked = async (
	tx: Transaction | World["db"],
	post: KeptPost,
	person: Pick<Actor, "id">,
): Promise<boolean> => {
	if (post.deletedAt || post.quotedAuthorId !== person.id) return false
	if (!(await findActor(tx, post.authorId))?.local) return false
	const last = await findLastPostEvent(tx, post.id, ["quoting-asked", "quoting-refused", "quoting-ended"])
	return last?.type === "quoting-asked"
}
