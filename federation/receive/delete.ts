import { findActor } from "../../db/actors.ts"
import { findPostByUri } from "../../db/posts.ts"
import { takeOutPost } from "../../src/moderation/take-out-post.ts"
import type { Actor } from "../../src/people/actor.ts"
import { depart } from "../../src/people/depart.ts"
import { deletePost } from "../../src/posts/delete-post.ts"
import { again, type Heard, type Hearing, type Listening, NotYet } from "../inbox.ts"
import { idOf, sameOrigin } from "../translate/reading.ts"
import { groupsOver, isUndone, moderatePost, outcomeOf } from "./moderating.ts"
import { hearQuotingEnd } from "./quoting-end.ts"

/** Somebody took back a post, or as a moderator took somebody else's out of a group; or left the fediverse. */
export const receiveDelete = async (listening: Listening, heard: Heard): Promise<Hearing> => {
	const { world } = listening
	const uri = idOf(heard.json.object)
	if (!uri) return async () => "ignored: it has no object"
	if (uri === heard.actor.uri)
		return async (tx) => ((await depart(world, tx, heard.actor)) === "more" ? again : "departed")
	const ended = await hearQuotingEnd(listening, heard, uri)
	if (ended) return ended
	if (await isOfAnother(listening, heard, uri)) return removal(listening, heard, uri)
	const author = await authorOrStandIn(listening, heard.actor, uri)
	const activity = heard.text === null ? {} : { activityUri: heard.id ?? undefined, activity: heard.text }
	return async (tx) => {
		const deleted = await deletePost(world, tx, { author, uri, heard: activity })
		return deleted.ok ? "deleted" : `ignored: ${deleted.reason}`
	}
}

/**
 * Whether it is a moderator's word, which they gave themselves: about a post in their group, or one that cannot be theirs
 * and may be about to come.
 */
const isOfAnother = async ({ world }: Listening, heard: Heard, uri: string): Promise<boolean> => {
	if (heard.text === null) return false
	const post = await findPostByUri(world.db, uri)
	if (!post) return !sameOrigin(uri, heard.actor.uri)
	return post.authorId !== heard.actor.id && (await groupsOver(world.db, heard, post.id)).length > 0
}

const removal =
	({ world }: Listening, heard: Heard, uri: string): Hearing =>
	async (tx) => {
		if (await isUndone(tx, heard)) return "ignored: it was undone before it came"
		const removed = await moderatePost(tx, heard, uri, (deed) => takeOutPost(world, tx, "remove", deed))
		return outcomeOf(removed, "removed")
	}

/** Some servers sign a deletion as somebody else of theirs; then it counts if the post is gone from its own address. */
const authorOrStandIn = async ({ world, lookUp }: Listening, actor: Actor, uri: string): Promise<Actor> => {
	const post = await findPostByUri(world.db, uri)
	if (!post || post.authorId === actor.id || !sameOrigin(uri, actor.uri)) return actor
	const answer = await lookUp.document(uri)
	if (answer.state === "unreachable") throw new NotYet(`${uri}: ${answer.reason}`)
	return answer.state === "gone" ? ((await findActor(world.db, post.authorId)) ?? actor) : actor
}
