import { deleteOauthVisit, findHomeApp } from "../../../db/visits.ts"
import { done, type Result, refused } from "../../result.ts"
import type { World } from "../../world.ts"
import { hashOfToken, looksLikeToken } from "../session.ts"
import { verifierOf } from "./visit-secrets.ts"

export type Returned = {
	state: string
	browserHash: string
	/** The registration in the address they came back by, and the issuer that the answer names (RFC 9207), if it does. */
	appId: string
	issuer: string | null
}

/**
 * Somebody comes back from their own server. Their `state` is used up, and counts only in the browser that left with it,
 * at the address that belongs to the very server they were sent to (RFC 9700 §4.4, mix-up).
 */
export const returnFromHome = async (
	world: World,
	{ state, browserHash, appId, issuer }: Returned,
): Promise<Result<{ origin: string; verifier: string; next: string }>> => {
	const old = refused("gone", "That was begun in another window, or too long ago. Please begin again.")
	if (!looksLikeToken(state)) return old
	return world.db.transaction(async (tx) => {
		const visit = await deleteOauthVisit(
			tx,
			{ secretHash: hashOfToken(state), browserHash },
			world.ports.now(),
		)
		const app = visit?.origin ? await findHomeApp(tx, visit.origin) : null
		if (!visit?.origin || app?.id !== appId) return old
		if (issuer !== null && issuer.replace(/\/$/, "") !== visit.origin) return old
		return done({ origin: visit.origin, verifier: verifierOf(world.secretKey, visit.id), next: visit.next })
	})
}
