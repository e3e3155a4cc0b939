import { and, asc, eq, isNull, sql } from "drizzle-orm"
import type { Transaction } from "./connect.ts"
import type { Membership } from "./members.ts"
import { actors, groups, members } from "./schema/index.ts"

/** Whether fewer belong to a group than it is meant for, while nobody else can come in until the transaction ends. */
export const hasRoom = async (tx: Transaction, groupId: string, cap: number): Promise<boolean> => {
	await tx.execute(sql`select 1 from ${groups} where actor_id = ${groupId} for update`)
	const [row] = await tx.execute<{ n: number }>(sql`select count(*)::int as n from (
		select 1 from ${members} where group_id = ${groupId} and role <> 'follower' limit ${cap}) a`)
	return (row?.n ?? 0) < cap
}

/** Who waits longest for a place in a group. */
export const nextInLine = async (tx: Transaction, groupId: string): Promise<Membership | null> =>
	(
		await tx
			.select({ member: members })
			.from(members)
			.innerJoin(actors, eq(actors.id, members.actorId))
			.where(
				and(
					eq(members.groupId, groupId),
					eq(members.role, "follower"),
					sql`${members.requestedAt} is not null`,
					isNull(actors.goneAt),
				),
			)
			.orderBy(asc(members.requestedAt), asc(members.actorId))
			.limit(1)
			.for("update", { of: members })
	)[0]?.member ?? null
