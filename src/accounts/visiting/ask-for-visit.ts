import { insertVisit } from "../../../db/visits.ts"
import { limits } from "../../limits.ts"
import { newSecret } from "../../ports.ts"
import { done, type Result } from "../../result.ts"
import type { World } from "../../world.ts"
import { hashOfToken } from "../session.ts"
import { challengeOf, verifierOf } from "./visit-secrets.ts"

export type Asking = {
	/** Where their server's pages are. */
	origin: string
	/** Their browser, by the hash of its cookie. */
	browserHash: string
	/** A path of ours where they were on their way to. */
	next: string
}

/**
 * Somebody goes to their own server to be recognised. What comes back must carry the `state`, in the same browser, once,
 * and is believed of that one server only.
 */
export const askForVisit = async (
	world: World,
	{ origin, browserHash, next }: Asking,
): Promise<Result<{ state: string; challenge: string }>> => {
	const id = world.ports.newId()
	const state = newSecret()
	const expiresAt = new Date(world.ports.now().getTime() + limits.visitBegun)
	const visit = {
		id,
		kind: "oauth" as const,
		origin,
		browserHash,
		secretHash: hashOfToken(state),
		next,
		expiresAt,
	}
	await world.db.transaction((tx) => insertVisit(tx, { ...visit, triesLeft: 1 }))
	return done({ state, challenge: challengeOf(verifierOf(world.secretKey, id)) })
}
