import { isBlockedPerson } from "../../../db/borders/standing.ts"
import type { Transaction } from "../../../db/connect.ts"
import { deleteOldSessions, insertSession } from "../../../db/sessions.ts"
import { limits } from "../../limits.ts"
import type { Actor } from "../../people/actor.ts"
import { newSecret } from "../../ports.ts"
import { done, type Result, refused } from "../../result.ts"
import type { World } from "../../world.ts"
import { hashOfToken } from "../session.ts"

/** Somebody of another server has shown who they are: answers with the secret of a session, for a week. */
export const beginVisit = async (
	world: World,
	tx: Transaction,
	{ actor, device }: { actor: Actor; device: string },
): Promise<Result<string>> => {
	if (actor.local || actor.kind !== "person" || actor.goneAt)
		return refused("forbidden", "Only people of other servers come in this way.")
	if (await isBlockedPerson(tx, actor, null))
		return refused("forbidden", "This server has nothing to do with that one, so there is no way from here.")
	const now = world.ports.now()
	const token = newSecret()
	await deleteOldSessions(tx, now)
	await insertSession(tx, {
		tokenHash: hashOfToken(token),
		id: world.ports.newId(),
		actorId: actor.id,
		device: device.slice(0, 60),
		createdAt: now,
		expiresAt: new Date(now.getTime() + limits.visitTime),
	})
	return done(token)
}
