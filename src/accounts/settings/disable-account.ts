import { deleteWaysIn, lockAccount, updateAccount } from "../../../db/accounts.ts"
import type { Transaction } from "../../../db/connect.ts"
import { hasOtherOperator } from "../../../db/departures.ts"
import { record } from "../../../db/events.ts"
import { deleteFeedKeysOf } from "../../../db/feed-keys.ts"
import { done, type Result, refused } from "../../result.ts"
import type { World } from "../../world.ts"

export type Disabling = { actorId: string; by: string | null; reason: string }

/** Nobody gets in with an account any more, and whoever is in is out at once. What was written with it stays. */
export const disableAccount = async (
	world: World,
	tx: Transaction,
	{ actorId, by, reason }: Disabling,
): Promise<Result> => {
	const another = await hasOtherOperator(tx, actorId)
	const account = await lockAccount(tx, actorId)
	if (!account) return refused("not-found", "There is no such account.")
	if (account.disabledAt) return refused("too-late", "That account is switched off already.")
	if (by === actorId) return refused("forbidden", "Nobody switches themselves off.")
	if (account.operator && !another)
		return refused("forbidden", "Somebody has to run this server: make somebody else an operator first.")
	await updateAccount(tx, actorId, { disabledAt: world.ports.now() })
	await deleteWaysIn(tx, actorId, null)
	await deleteFeedKeysOf(tx, actorId)
	await record(tx, world.ports, { type: "account-disabled", actorId: by, personId: actorId, reason })
	return done(undefined)
}

/** It may be used again. */
export const enableAccount = async (
	world: World,
	tx: Transaction,
	{ actorId, by, reason }: Disabling,
): Promise<Result> => {
	const account = await lockAccount(tx, actorId)
	if (!account) return refused("not-found", "There is no such account.")
	if (!account.disabledAt) return refused("too-late", "That account is not switched off.")
	await updateAccount(tx, actorId, { disabledAt: null })
	await record(tx, world.ports, { type: "account-enabled", actorId: by, personId: actorId, reason })
	return done(undefined)
}
