import { emojiOf } from "../../src/posts/emoji.ts"
import { reactToPost } from "../../src/posts/react-to-post.ts"
import type { Heard, Hearing, Listening } from "../inbox.ts"
import { idOf, oneOf, textOf, typeOf } from "../translate/reading.ts"
import type { Json } from "../translate/wire.ts"
import { wasUndoneBefore } from "./undone-before.ts"

/** Somebody likes a post, dislikes it, or answers it with an emoji (Misskey and Pleroma: FEP-c0e0). */
export const receiveLike = async ({ world }: Listening, heard: Heard): Promise<Hearing> => {
	const postUri = idOf(heard.json.object)
	return async (tx) => {
		if (!postUri) return "ignored: it has no object"
		if (await wasUndoneBefore(world, tx, heard)) return "ignored: it was undone before it came"
		const reacted = await reactToPost(world, tx, {
			person: heard.actor,
			postUri,
			kind: typeOf(heard.json) === "Dislike" ? "dislike" : "like",
			emoji: emojiIn(heard.json),
			uri: heard.id,
			heard: heard.text === null ? {} : { activityUri: heard.id ?? undefined, activity: heard.text },
		})
		return reacted.ok ? "reacted" : `ignored: ${reacted.reason}`
	}
}

/** The emoji of a gesture, null for a plain like and for what is no emoji. */
export const emojiIn = (gesture: Json): string | null =>
	emojiOf(textOf(oneOf(gesture.content)) ?? textOf(gesture._misskey_reaction))
