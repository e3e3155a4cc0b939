import { deleteWaysIn, lockAccount } from "../../../db/accounts.ts"
import type { Transaction } from "../../../db/connect.ts"
import { record } from "../../../db/events.ts"
import { deleteFeedKeysOf } from "../../../db/feed-keys.ts"
import { insertPass } from "../../../db/passes.ts"
import { limits } from "../../limits.ts"
import { newSecret } from "../../ports.ts"
import { done, type Result, refused } from "../../result.ts"
import type { World } from "../../world.ts"
import { hashOfToken } from "../session.ts"

/**
 * Whoever runs the server lets somebody in who has lost every other way: answers with the secret of a link that works
 * once, within an hour. Everywhere they are signed in, they are not any more.
 */
export const resetAccount = async (
	world: World,
	tx: Transaction,
	{ actorId, by }: { actorId: string; by: string | null },
): Promise<Result<string>> => {
	const account = await lockAccount(tx, actorId)
	if (!account) return refused("not-found", "There is no such account.")
	if (account.disabledAt) return refused("forbidden", "That account is switched off. Switch it on first.")
	const token = newSecret()
	await deleteWaysIn(tx, actorId, null)
	await deleteFeedKeysOf(tx, actorId)
	const expiresAt = new Date(world.ports.now().getTime() + limits.resetTime)
	await insertPass(tx, { hash: hashOfToken(token), kind: "reset", actorId, expiresAt })
	await record(tx, world.ports, { type: "account-reset", actorId: by, personId: actorId })
	return done(token)
}
