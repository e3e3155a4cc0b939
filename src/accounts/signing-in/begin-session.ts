import { lockAccount } from "../../../db/accounts.ts"
import type { Transaction } from "../../../db/connect.ts"
import { deleteOldSessions, insertSession } from "../../../db/sessions.ts"
import { newSecret } from "../../ports.ts"
import { done, type Result, refused } from "../../result.ts"
import type { World } from "../../world.ts"
import { hashOfToken, sessionSeconds } from "../session.ts"

/**
 * Somebody has shown who they are: answers with the secret of a new session. The account is held still meanwhile, so that
 * nobody gets in by what has just been changed or taken away.
 */
export const beginSession = async (
	world: World,
	tx: Transaction,
	{ actorId, device, passwordHash }: { actorId: string; device: string; passwordHash?: string },
): Promise<Result<string>> => {
	const account = await lockAccount(tx, actorId)
	const changed = passwordHash !== undefined && account?.passwordHash !== passwordHash
	if (!account || account.disabledAt || changed) return refused("gone", "That does not open this account.")
	const now = world.ports.now()
	const token = newSecret()
	await deleteOldSessions(tx, now)
	await insertSession(tx, {
		tokenHash: hashOfToken(token),
		id: world.ports.newId(),
		actorId,
		device: device.slice(0, 60),
		createdAt: now,
		expiresAt: new Date(now.getTime() + sessionSeconds * 1000),
	})
	return done(token)
}
