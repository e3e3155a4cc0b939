import { lockAccount, updateAccount } from "../../db/accounts.ts"
import type { Transaction } from "../../db/connect.ts"
import { hasOtherOperator } from "../../db/departures.ts"
import { record } from "../../db/events.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"

/** Somebody runs this server too from now on, or does so no longer; there is always one who can. */
export const changeOperator = async (
	world: World,
	tx: Transaction,
	{ actorId, by, operator }: { actorId: string; by: string | null; operator: boolean },
): Promise<Result> => {
	// In one order, so that two who dismiss each other do not both succeed.
	const another = await hasOtherOperator(tx, actorId)
	const account = await lockAccount(tx, actorId)
	if (!account) return refused("not-found", "There is no such account.")
	if (account.operator === operator) return refused("too-late", "That is so already.")
	if (operator && account.disabledAt)
		return refused("forbidden", "That account is switched off. Switch it on first.")
	if (!operator && !another)
		return refused("forbidden", "Somebody has to run this server: make somebody else an operator first.")
	await updateAccount(tx, actorId, { operator })
	await record(tx, world.ports, {
		type: "operator-changed",
		actorId: by,
		personId: actorId,
		facts: { operator },
	})
	return done(undefined)
}
