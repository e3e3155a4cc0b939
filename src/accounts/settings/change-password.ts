import { deleteWaysIn, lockAccount, updateAccount } from "../../../db/accounts.ts"
import { record } from "../../../db/events.ts"
import { listPasskeys } from "../../../db/passkeys.ts"
import { newSalt } from "../../ports.ts"
import { done, type Result, refused } from "../../result.ts"
import type { World } from "../../world.ts"
import { passwordProblem } from "../account.ts"
import { hashPassword } from "../password.ts"

/**
 * Somebody chooses another password, or none, if they have a passkey. Wherever else they are signed in, they are not any
 * more, and links on their way to them open nothing: whoever knew the old password is out.
 */
export const changePassword = async (
	world: World,
	{ actorId, password, session }: { actorId: string; password: string | null; session: string | null },
): Promise<Result> => {
	const problem = password === null ? null : passwordProblem(password)
	if (problem) return refused("invalid", problem)
	const passwordHash = password === null ? null : await hashPassword(password, newSalt())
	return world.db.transaction(async (tx) => {
		await lockAccount(tx, actorId)
		if (password === null && (await listPasskeys(tx, actorId)).length === 0)
			return refused("forbidden", "Without a password you need a passkey. Add one first.")
		await updateAccount(tx, actorId, { passwordHash })
		await deleteWaysIn(tx, actorId, session)
		await record(tx, world.ports, { type: "account-changed", actorId, facts: { changed: ["password"] } })
		return done(undefined)
	})
}
