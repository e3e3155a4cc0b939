import { record } from "../../../db/events.ts"
import { findGroupKnownTo, updateVisit } from "../../../db/visits.ts"
import { enact } from "../../moderation/enact.ts"
import type { Actor } from "../../people/actor.ts"
import { done, type Result, refused } from "../../result.ts"
import type { World } from "../../world.ts"

/**
 * Sends somebody of another server the code of a visit, as a direct message: from a group they belong to, whose word they
 * know, or from this server. `chat`: their server reads such messages in the form of Lemmy.
 */
export const sendVisitCode = (
	world: World,
	{ visitId, actor, chat }: { visitId: string; actor: Actor; chat: boolean },
): Promise<Result> =>
	enact(world, async (tx) => {
		if (actor.local || actor.kind !== "person" || actor.goneAt)
			return refused("not-found", "There is nobody of that name.")
		await updateVisit(tx, visitId, { actorId: actor.id })
		// Lemmy takes such messages from people and services only.
		const groupId = chat ? null : await findGroupKnownTo(tx, actor.id)
		const event = { type: "visit-code-sent", personId: actor.id, groupId, facts: { visitId, chat } } as const
		await record(tx, world.ports, event)
		return done(undefined)
	})
