import { markThread } from "../../src/moderation/mark-thread.ts"
import type { Heard, Hearing, Listening } from "../inbox.ts"
import { idOf } from "../translate/reading.ts"
import { isUndone, moderatePost, outcomeOf } from "./moderating.ts"

/** A moderator elsewhere closes a conversation of a group here. */
export const receiveLock = async ({ world }: Listening, heard: Heard): Promise<Hearing> => {
	const uri = idOf(heard.json.object)
	return async (tx) => {
		if (await isUndone(tx, heard)) return "ignored: it was undone before it came"
		const locked = await moderatePost(tx, heard, uri, (deed) => markThread(world, tx, "lock", deed))
		return outcomeOf(locked, "locked")
	}
}
