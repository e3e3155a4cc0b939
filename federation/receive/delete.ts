import { findActor } from "../../db/actors.ts"
import { findPostByUri } from "../../db/posts.ts"
import type { Actor } from "../../src/people/actor.ts"
import { depart } from "../../src/people/depart.ts"
import { deletePost } from "../../src/posts/delete-post.ts"
import { again, type Heard, type Hearing, type Listening, NotYet } from "../inbox.ts"
import { idOf, sameOrigin } from "../translate/reading.ts"

/** Somebody took back a post, or left the fediverse. */
export const receiveDelete = async (listening: Listening, heard: Heard): Promise<Hearing> => {
	const { world } = listening
	const uri = idOf(heard.json.object)
	if (!uri) return async () => "ignored: it has no object"
	if (uri === heard.actor.uri)
		return async (tx) => ((await depart(world, tx, heard.actor)) === "more" ? again : "departed")
	const author = await authorOrStandIn(listening, heard.actor, uri)
	const activity = heard.text === null ? {} : { activityUri: heard.id ?? undefined, activity: heard.text }
	return async (tx) => {
		const deleted = await deletePost(world, tx, { author, uri, heard: activity })
		return deleted.ok ? "deleted" : `ignored: ${deleted.reason}`
	}
}

/** Some servers sign a deletion as somebody else of theirs; then it counts if the post is gone from its own address. */
const authorOrStandIn = async ({ world, lookUp }: Listening, actor: Actor, uri: string): Promise<Actor> => {
	const post = await findPostByUri(world.db, uri)
	if (!post || post.authorId === actor.id || !sameOrigin(uri, actor.uri)) return actor
	const answer = await lookUp.document(uri)
	if (answer.state === "unreachable") throw new NotYet(`${uri}: ${answer.reason}`)
	return answer.state === "gone" ? ((await findActor(world.db, post.authorId)) ?? actor) : actor
}
