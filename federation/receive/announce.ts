import type { Heard, Hearing, Listening } from "../inbox.ts"
import { idOf } from "../translate/reading.ts"
import { noteBoost, receiveGroupShare } from "./group-share.ts"

/**
 * Somebody boosts a post of a group. That is noted and nothing more: what is announced here is never announced again,
 * so that groups which follow each other cannot send a post round in circles (Mbin #573, #2095).
 */
export const receiveAnnounce = async (listening: Listening, heard: Heard): Promise<Hearing> =>
	heard.actor.kind === "group"
		? receiveGroupShare(listening, heard)
		: noteBoost(listening, heard, idOf(heard.json.object))
