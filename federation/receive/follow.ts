import { findActorByUri } from "../../db/actors.ts"
import { findGroup } from "../../db/groups.ts"
import { forgetGone } from "../../db/inbox.ts"
import { joinGroup } from "../../src/groups/join-group.ts"
import type { Heard, Hearing, Listening } from "../inbox.ts"
import { idOf } from "../translate/reading.ts"

/** How long an Undo may come before its Follow, in milliseconds; Misskey uses a Follow's id again later. */
const overtaking = 5 * 60_000

/** Somebody follows a group. The answer goes out as a reading of the event. */
export const receiveFollow = async ({ world }: Listening, heard: Heard): Promise<Hearing> => {
	const uri = idOf(heard.json.object)
	return async (tx) => {
		const target = uri ? await findActorByUri(tx, uri) : null
		const group = target?.local && target.kind === "group" ? await findGroup(tx, target.id) : null
		if (!group) return "ignored: it follows nobody who can be followed here"
		const since = new Date(world.ports.now().getTime() - overtaking)
		if (heard.id && (await forgetGone(tx, heard.id, heard.actor.uri, since)))
			return "ignored: it was undone before it came"
		const joined = await joinGroup(world, tx, { group, person: heard.actor, followUri: heard.id })
		return joined.ok ? `joined as ${joined.value}` : `refused: ${joined.reason}`
	}
}
