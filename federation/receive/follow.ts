import { findActorByUri } from "../../db/actors.ts"
import { findGroup } from "../../db/groups.ts"
import { joinGroup } from "../../src/groups/join-group.ts"
import type { Heard, Hearing, Listening } from "../inbox.ts"
import { idOf, typeOf } from "../translate/reading.ts"
import { wasUndoneBefore } from "./undone-before.ts"

/** Somebody follows a group, or as Mobilizon says it, joins. The answer goes out as a reading of the event. */
export const receiveFollow = async ({ world }: Listening, heard: Heard): Promise<Hearing> => {
	const uri = idOf(heard.json.object)
	const asked = typeOf(heard.json) === "Join" ? "Join" : "Follow"
	return async (tx) => {
		const target = uri ? await findActorByUri(tx, uri) : null
		const group = target?.local && target.kind === "group" ? await findGroup(tx, target.id) : null
		// Nobody here holds meetings; who comes to one elsewhere is for whoever holds it to answer (Mobilizon, FEP-8a8e).
		if (!group && asked === "Join") return "ignored: there is nothing here that it could join"
		if (!group) return "ignored: it follows nobody who can be followed here"
		if (await wasUndoneBefore(world, tx, heard)) return "ignored: it was undone before it came"
		const joined = await joinGroup(world, tx, { group, person: heard.actor, followUri: heard.id, asked })
		return joined.ok ? `joined as ${joined.value}` : `refused: ${joined.reason}`
	}
}
