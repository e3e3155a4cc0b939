import { findAccount } from "../../../db/accounts.ts"
import { deletePass, findPass } from "../../../db/passes.ts"
import { done, type Result, refused } from "../../result.ts"
import type { World } from "../../world.ts"
import { type Limited, limited } from "../limits.ts"
import { hashOfToken, looksLikeToken } from "../session.ts"
import { beginSession } from "./begin-session.ts"

const kinds = ["sign-in", "reset"] as const
const old = refused("gone", "This link has been used, or is too old.")

/** Whether a link to sign in by still holds. Looking does not use it up: mail scanners look, too. */
export const linkHolds = async ({ db, ports }: World, token: string): Promise<boolean> => {
	const pass = looksLikeToken(token) ? await findPass(db, hashOfToken(token), ports.now()) : null
	return pass !== null && pass.actorId !== null && kinds.some((kind) => kind === pass.kind)
}

/**
 * Somebody signs in by a link from a letter, or from the operator (`reset`: they choose a new password next). Of several who
 * use it at the same moment one gets in; and nobody once the account has another address than the one it was sent to.
 */
export const useLink = async (
	world: World,
	{ token, from, device }: { token: string; from: string; device: string },
): Promise<Result<{ token: string; reset: boolean }> | Limited> => {
	const wait = limited(world, ["link from", from])
	if (wait) return wait
	return world.db.transaction(async (tx): Promise<Result<{ token: string; reset: boolean }>> => {
		const pass = await deletePass(tx, hashOfToken(token), kinds, world.ports.now())
		if (!pass?.actorId) return old
		const account = await findAccount(tx, pass.actorId)
		const moved = pass.kind === "sign-in" && account?.email?.toLowerCase() !== pass.email?.toLowerCase()
		if (moved) return old
		const begun = await beginSession(world, tx, { actorId: pass.actorId, device })
		return begun.ok ? done({ token: begun.value, reset: pass.kind === "reset" }) : old
	})
}
