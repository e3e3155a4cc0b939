import { timingSafeEqual } from "node:crypto"
import { findActor } from "../../../db/actors.ts"
import { deleteCodeVisits, lockCodeVisit, updateVisit } from "../../../db/visits.ts"
import { done, type Result, refused } from "../../result.ts"
import type { World } from "../../world.ts"
import { type Limited, limited, notLimited, type Tried } from "../limits.ts"
import { hashOfVisitCode } from "./ask-for-code.ts"
import { beginVisit } from "./begin-visit.ts"

const wrong = refused(
	"forbidden",
	"That code does not fit. It works for ten minutes, in the browser that asked for it.",
)

export type UseVisitCode = { code: string; browserHash: string; from: string; device: string }

/**
 * Somebody types the code that was sent to them; answers with the secret of a session, and where they were on their way to.
 * A code counts in the browser that asked for it, five times at most; one that nobody got fits never.
 */
export const useVisitCode = async (
	world: World,
	{ code, browserHash, from, device }: UseVisitCode,
): Promise<Result<{ token: string; next: string }> | Limited> => {
	const tried: Tried = ["sign-in from", from]
	const wait = limited(world, tried)
	if (wait) return wait
	return world.db.transaction(async (tx): Promise<Result<{ token: string; next: string }>> => {
		const visit = await lockCodeVisit(tx, browserHash, world.ports.now())
		if (!visit || visit.triesLeft <= 0) return wrong
		const typed = hashOfVisitCode(visit.id, code.replace(/[\s-]/g, ""))
		const fits = timingSafeEqual(Buffer.from(typed), Buffer.from(visit.secretHash))
		const actor = fits && visit.actorId ? await findActor(tx, visit.actorId) : null
		if (!actor) {
			await updateVisit(tx, visit.id, { triesLeft: visit.triesLeft - 1 })
			return wrong
		}
		await deleteCodeVisits(tx, browserHash)
		const begun = await beginVisit(world, tx, { actor, device })
		if (!begun.ok) return begun
		notLimited(world, tried)
		return done({ token: begun.value, next: visit.next })
	})
}
