import { findAccount } from "../../db/accounts.ts"
import type { Transaction } from "../../db/connect.ts"
import { upsertNewsReader } from "../../db/news-readers.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"

/** Somebody wants to be written to about what concerns them, from now on; or no more. It is theirs alone: no event says it. */
export const setNewsMail = async (
	{ mail, ports }: World,
	tx: Transaction,
	{ actorId, on }: { actorId: string; on: boolean },
): Promise<Result> => {
	const account = await findAccount(tx, actorId)
	if (on && !mail) return refused("forbidden", "This server sends no letters.")
	if (on && !account?.email) return refused("invalid", "There is no e-mail address to write to yet.")
	const now = ports.now()
	await upsertNewsReader(tx, actorId, { byMail: on, ...(on && { mailedTo: now, mailDueAt: now }) })
	return done(undefined)
}
