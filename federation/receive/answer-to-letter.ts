import { findEvent } from "../../db/events.ts"
import { findPost } from "../../db/posts.ts"
import { looksLikeCommand } from "../../src/moderation/voices/command.ts"
import { ownWords } from "../../src/posts/markup.ts"
import type { World } from "../../src/world.ts"
import type { Heard } from "../inbox.ts"

/**
 * What a command is about: where it answers what the group wrote to a moderator about a post, that post. So they take back
 * what they did in the same conversation.
 */
export const meantBy = async (
	{ db, origin }: World,
	{ actor }: Heard,
	{ html, inReplyTo }: { html: string; inReplyTo: string | null },
): Promise<string | null> => {
	if (!looksLikeCommand(ownWords(html))) return inReplyTo
	const start = `${origin.origin}/ap/activities/`
	const id = inReplyTo?.startsWith(start)
		? /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/note$/.exec(inReplyTo.slice(start.length))?.[1]
		: undefined
	const event = id ? await findEvent(db, id) : null
	const post = event?.personId === actor.id && event.postId ? await findPost(db, event.postId) : null
	return post?.uri ?? inReplyTo
}
