import { findQuoting } from "../../db/quotes.ts"
import { endQuoting } from "../../src/quotes/end-quoting.ts"
import { type Heard, type Hearing, type Listening, NotYet } from "../inbox.ts"
import { sameOrigin } from "../translate/reading.ts"

/**
 * Somebody takes back that a post of somebody here quotes theirs; null when what is deleted is no such permission. It is
 * theirs to say; from another of their server it counts if the permission is not to be found any more.
 */
export const hearQuotingEnd = async (
	{ world, lookUp }: Listening,
	{ actor }: Heard,
	authorization: string,
): Promise<Hearing | null> => {
	const post = await findQuoting(world.db, authorization)
	if (!post) return null
	if (actor.id !== post.quotedAuthorId) {
		if (!sameOrigin(authorization, actor.uri)) return async () => "ignored: it is another's permission"
		const answer = await lookUp.document(authorization)
		if (answer.state === "unreachable") throw new NotYet(`${authorization}: ${answer.reason}`)
		if (answer.state !== "gone") return async () => "ignored: it is another's permission"
	}
	return async (tx) => {
		const ended = await endQuoting(world, tx, { authorization })
		return ended.ok ? "quote ended" : `ignored: ${ended.reason}`
	}
}
