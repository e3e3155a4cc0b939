import { reactToPost } from "../../src/posts/react-to-post.ts"
import type { Heard, Hearing, Listening } from "../inbox.ts"
import { idOf, textOf, typeOf } from "../translate/reading.ts"

/** Somebody likes a post, dislikes it, or answers it with an emoji (Misskey and Pleroma: FEP-c0e0). */
export const receiveLike = async ({ world }: Listening, heard: Heard): Promise<Hearing> => {
	const postUri = idOf(heard.json.object)
	const emoji = textOf(heard.json.content) ?? textOf(heard.json._misskey_reaction)
	return async (tx) => {
		if (!postUri) return "ignored: it has no object"
		const reacted = await reactToPost(world, tx, {
			person: heard.actor,
			postUri,
			kind: typeOf(heard.json) === "Dislike" ? "dislike" : "like",
			emoji: emoji && emoji.length <= 100 ? emoji : null,
			uri: heard.id,
			heard: heard.text === null ? {} : { activityUri: heard.id ?? undefined, activity: heard.text },
		})
		return reacted.ok ? "reacted" : `ignored: ${reacted.reason}`
	}
}
