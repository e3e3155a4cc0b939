import type { Transaction } from "../../db/connect.ts"
import { findMember } from "../../db/members.ts"
import { replaceNewsLevel } from "../../db/news-readers.ts"
import { done, type Result } from "../result.ts"
import type { World } from "../world.ts"
import type { NewsLevel } from "./notification.ts"

/** Somebody says how much they want to hear of groups they follow; others are passed over. It is theirs alone: no event says it. */
export const setNewsLevels = async (
	_world: World,
	tx: Transaction,
	{ actorId, levels }: { actorId: string; levels: Map<string, NewsLevel> },
): Promise<Result> => {
	for (const [groupId, level] of levels)
		if (await findMember(tx, groupId, actorId)) await replaceNewsLevel(tx, { actorId, groupId, level })
	return done(undefined)
}
