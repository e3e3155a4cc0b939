import { reactToPost } from "../../src/posts/react-to-post.ts"
import type { Heard, Hearing, Listening } from "../inbox.ts"
import { idOf } from "../translate/reading.ts"
import { receiveGroupShare } from "./group-share.ts"

/**
 * Somebody boosts a post of a group. That is noted and nothing more: what is announced here is never announced again,
 * so that groups which follow each other cannot send a post round in circles (Mbin #573, #2095).
 */
export const receiveAnnounce = async (listening: Listening, heard: Heard): Promise<Hearing> => {
	if (heard.actor.kind === "group") return receiveGroupShare(listening, heard)
	const { world } = listening
	const postUri = idOf(heard.json.object)
	return async (tx) => {
		if (!postUri) return "ignored: it has no object"
		const noted = await reactToPost(world, tx, {
			person: heard.actor,
			postUri,
			kind: "boost",
			emoji: null,
			uri: heard.id,
			heard: {},
		})
		return noted.ok ? "noted" : `ignored: ${noted.reason}`
	}
}
