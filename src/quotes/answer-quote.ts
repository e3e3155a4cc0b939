import { findActor } from "../../db/actors.ts"
import type { Transaction } from "../../db/connect.ts"
import { record } from "../../db/events.ts"
import { findGroup } from "../../db/groups.ts"
import { maySee } from "../../db/polls.ts"
import { findPostByUri, findShares } from "../../db/posts.ts"
import { countQuotesBy, insertQuote, lockQuote } from "../../db/quotes.ts"
import { limits } from "../limits.ts"
import type { Actor } from "../people/actor.ts"
import { groupsOpenTo } from "../posts/groups-open-to.ts"
import type { Post } from "../posts/post.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"

export type QuoteRequest = {
	person: Actor
	/** The post of somebody here that is to be quoted. */
	postUri: string
	/** The post that quotes it. */
	quoteUri: string
	/** The request's own id, so that its answer names it. */
	requestUri: string | null
}

/**
 * Somebody asks to quote a post of this server (FEP-044f). Whoever may answer a public post may quote it; whoever the
 * group has banned, or whose server is blocked, may not, and neither is a post quoted that is not for everyone.
 */
export const answerQuote = async (
	world: World,
	tx: Transaction,
	request: QuoteRequest,
): Promise<Result<"allowed" | "refused">> => {
	const { person, quoteUri, requestUri } = request
	const post = await findPostByUri(tx, request.postUri)
	const author = post && (await findActor(tx, post.authorId))
	if (!post || !author?.local) return refused("not-found", "There is no such post of this server.")
	if (!(await isKnownTo(tx, post, person)))
		return refused("not-found", "There is no such post of this server.")
	const [group] = await quotableIn(world, tx, post, person)
	const quoteId = group ? await permit(world, tx, { post, person, quoteUri }) : null
	const groupId = group?.id ?? (await findShares(tx, post.id))[0]?.groupId
	if (!groupId) return refused("not-found", "The post is in no group here.")
	const facts = { requestUri, quoteUri }
	const event = { groupId, postId: post.id, personId: person.id }
	if (quoteId)
		await record(tx, world.ports, { ...event, type: "quote-allowed", facts: { ...facts, quoteId } })
	else await record(tx, world.ports, { ...event, type: "quote-refused", facts })
	return done(quoteId ? "allowed" : "refused")
}

/** Whoever may not know that there is or was a post gets no answer about it, not even a no. */
const isKnownTo = async (tx: Transaction, post: Post, person: Actor): Promise<boolean> => {
	if (await maySee(tx, { actorId: person.id }, post.id)) return true
	for (const { groupId, state } of await findShares(tx, post.id))
		if (post.audience === "public" && (state === "removed" || state === "deleted"))
			if ((await findGroup(tx, groupId))?.visibility === "public") return true
	return false
}

const quotableIn = async (world: World, tx: Transaction, post: Post, person: Actor) =>
	!post.deletedAt && post.audience === "public" && (await maySee(tx, "anyone", post.id))
		? await groupsOpenTo(world, tx, post.id, person)
		: []

/** The permission's id: the one given before, if it still holds; null when it was taken back or is somebody else's. */
const permit = async (
	world: World,
	tx: Transaction,
	{ post, person, quoteUri }: { post: Post; person: Actor; quoteUri: string },
): Promise<string | null> => {
	const before = await lockQuote(tx, post.id, quoteUri)
	if (!before && (await countQuotesBy(tx, post.id, person.id)) >= limits.quotesByOne) return null
	const id = world.ports.newId()
	const createdAt = world.ports.now()
	if (await insertQuote(tx, { id, postId: post.id, quoteUri, actorId: person.id, createdAt })) return id
	const given = await lockQuote(tx, post.id, quoteUri)
	return given && given.actorId === person.id && !given.revokedAt ? given.id : null
}
