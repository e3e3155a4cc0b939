import { findActorByUri } from "../../db/actors.ts"
import { followMoved } from "../../src/groups/follow-moved.ts"
import { limits } from "../../src/limits.ts"
import { movePerson } from "../../src/people/move-person.ts"
import { type Heard, type Hearing, type Listening, NotYet } from "../inbox.ts"
import { idOf } from "../translate/reading.ts"

/**
 * Somebody moved to another account. Both ends must say so at their own addresses now (FEP-7628): the old one that it
 * moved there, the new one that it is also known as the old; otherwise anyone could walk into another's place.
 */
export const receiveMove = async (listening: Listening, heard: Heard): Promise<Hearing> => {
	const { json, actor } = heard
	const target = idOf(json.target)
	if (idOf(json.object) !== actor.uri) return async () => "ignored: only somebody themselves can move"
	if (!target || target === actor.uri) return async () => "ignored: it says nowhere to move to"
	const [from, to] = [await asked(listening, actor.uri), await asked(listening, target)]
	if ("state" in from) return async () => `ignored: ${actor.uri}: ${from.reason}`
	if ("state" in to) return async () => `ignored: ${target}: ${to.reason}`
	if (from.movedTo !== to.uri) return async () => "ignored: the old account does not say that it moved there"
	if (!to.alsoKnownAs.includes(from.uri))
		return async () => "ignored: the new account does not know the old one"
	const { lately } = listening.lookUp
	const [ends, itself] = [[from.uri, to.uri].map((uri) => `moved ${uri}`), `move ${heard.id}`]
	if (ends.some((end) => lately.get(end)) && !lately.get(itself))
		return async () => "ignored: one of the two moved a moment ago"
	return async (tx) => {
		const moved =
			from.kind === "group"
				? await followMoved(listening.world, tx, { from, to })
				: await movePerson(listening.world, tx, { from, to })
		if (moved.ok) for (const name of [...ends, itself]) lately.set(name, true, limits.followedMovesPause)
		return moved.ok ? "moved" : `ignored: ${moved.reason}`
	}
}

const asked = async ({ world, lookUp }: Listening, uri: string) => {
	const here = await findActorByUri(world.db, uri)
	if (here?.local) return here
	const actor = await lookUp.actor(uri, true)
	if ("state" in actor && actor.state === "unreachable") throw new NotYet(`${uri}: ${actor.reason}`)
	return actor
}
