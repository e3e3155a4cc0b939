import { and, eq, sql } from "drizzle-orm"
import { limits } from "../src/limits.ts"
import type { Database, Transaction } from "./connect.ts"
import { readMarks } from "./schema/index.ts"

/** What somebody looks at in a group: the group's id for its list of conversations, or a conversation. */
export type Looking = { actorId: string; groupId: string; placeId: string }

/** Since when what came is new to somebody at a place: since their last sitting, which may still go on. */
export const newSince = async (
	db: Database,
	{ actorId, groupId, placeId }: Looking,
	now: Date,
): Promise<Date | null> => {
	const [mark] = await db
		.select({ seenAt: readMarks.seenAt, since: readMarks.since })
		.from(readMarks)
		.where(
			and(eq(readMarks.actorId, actorId), eq(readMarks.groupId, groupId), eq(readMarks.placeId, placeId)),
		)
	if (!mark) return null
	return now.getTime() - mark.seenAt.getTime() > limits.sitting ? mark.seenAt : mark.since
}

/** Somebody looks at a place now. Of too many places, those they have not looked at for longest are forgotten. */
export const upsertReadMark = async (
	tx: Transaction,
	{ actorId, groupId, placeId }: Looking,
	at: Date,
): Promise<void> => {
	const before = new Date(at.getTime() - limits.sitting).toISOString()
	const kept = await tx
		.insert(readMarks)
		.values({ actorId, groupId, placeId, seenAt: at })
		.onConflictDoUpdate({
			target: [readMarks.actorId, readMarks.groupId, readMarks.placeId],
			set: {
				seenAt: sql`greatest(${readMarks.seenAt}, excluded.seen_at)`,
				since: sql`case when ${readMarks.seenAt} < ${before}::timestamptz then ${readMarks.seenAt} else ${readMarks.since} end`,
			},
		})
		.returning({ fresh: sql<boolean>`xmax = 0` })
	if (!kept[0]?.fresh) return
	await tx.execute(sql`delete from ${readMarks} where actor_id = ${actorId} and place_id in (
		select place_id from ${readMarks} where actor_id = ${actorId} order by seen_at desc offset ${limits.readMarks})`)
}
