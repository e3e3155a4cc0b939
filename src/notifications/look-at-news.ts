import type { Transaction } from "../../db/connect.ts"
import { findNewsReader, upsertNewsReader } from "../../db/news-readers.ts"
import { limits } from "../limits.ts"
import type { World } from "../world.ts"

/**
 * Somebody looks at their notifications. Answers since when things are new to them; whoever looks twice within half an
 * hour sees the same marked as new both times. That is theirs alone, so no event says it.
 */
export const lookAtNews = async (
	{ ports }: World,
	tx: Transaction,
	actorId: string,
): Promise<Date | null> => {
	const now = ports.now()
	const reader = await findNewsReader(tx, actorId)
	const again = reader?.seenAt && now.getTime() - reader.seenAt.getTime() < limits.newsLook
	const newSince = again ? reader.newSince : (reader?.seenAt ?? null)
	await upsertNewsReader(tx, actorId, { seenAt: now, newSince })
	return newSince
}
