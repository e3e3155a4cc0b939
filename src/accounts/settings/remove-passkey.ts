import { deleteWaysIn, lockAccount } from "../../../db/accounts.ts"
import type { Transaction } from "../../../db/connect.ts"
import { record } from "../../../db/events.ts"
import { deletePasskey, listPasskeys } from "../../../db/passkeys.ts"
import { done, type Result, refused } from "../../result.ts"
import type { World } from "../../world.ts"

/**
 * A passkey opens somebody's account no more, and whoever signed in elsewhere is out: it may be lost for a reason. The last
 * one stays as long as there is no password.
 */
export const removePasskey = async (
	world: World,
	tx: Transaction,
	{ actorId, id, session }: { actorId: string; id: string; session: string },
): Promise<Result> => {
	const account = await lockAccount(tx, actorId)
	const known = await listPasskeys(tx, actorId)
	if (!known.some((passkey) => passkey.id === id)) return refused("not-found", "There is no such passkey.")
	if (known.length === 1 && !account?.passwordHash)
		return refused("forbidden", "This is your only way in. Choose a password first.")
	await deletePasskey(tx, actorId, id)
	await deleteWaysIn(tx, actorId, session)
	await record(tx, world.ports, { type: "account-changed", actorId, facts: { changed: ["passkey-removed"] } })
	return done(undefined)
}
