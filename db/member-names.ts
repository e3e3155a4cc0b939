import { and, eq, getTableColumns, type SQL, sql } from "drizzle-orm"
import type { Database, Transaction } from "./connect.ts"
import { actors, memberNames } from "./schema/index.ts"

type Reader = Database | Transaction
export type MemberName = { name: string; pronouns: string; icon: string | null }

/** What somebody is called in a group: by the name they chose for it, or else by their own. Speaks of `actors`. */
export const nameIn = (groupId: SQL): SQL<string> =>
	sql<string>`coalesce((select nullif(n.name, '') from ${memberNames} n
		where n.group_id = ${groupId} and n.actor_id = ${actors.id}), ${actors.name})`

/** Everything of somebody as a group knows them. Speaks of `actors`. */
export const knownIn = (groupId: SQL) => ({
	...getTableColumns(actors),
	name: nameIn(groupId),
	icon: sql<string | null>`coalesce((select n.icon from ${memberNames} n
		where n.group_id = ${groupId} and n.actor_id = ${actors.id}), ${actors.icon})`,
	pronouns: sql<string | null>`(select nullif(n.pronouns, '') from ${memberNames} n
		where n.group_id = ${groupId} and n.actor_id = ${actors.id})`,
})

export const findMemberName = async (
	db: Reader,
	groupId: string,
	actorId: string,
): Promise<MemberName | null> =>
	(await db.select().from(memberNames).where(whose(groupId, actorId)))[0] ?? null

/** Changes what is given of it; the rest stays. */
export const upsertMemberName = async (
	tx: Transaction,
	{ groupId, actorId, ...said }: { groupId: string; actorId: string } & Partial<MemberName>,
): Promise<void> => {
	await tx
		.insert(memberNames)
		.values({ groupId, actorId, ...said })
		.onConflictDoUpdate({ target: [memberNames.groupId, memberNames.actorId], set: said })
}

/** They are called by their own name there again. */
export const deleteMemberName = async (tx: Transaction, groupId: string, actorId: string): Promise<void> => {
	await tx.delete(memberNames).where(whose(groupId, actorId))
}

const whose = (groupId: string, actorId: string) =>
	and(eq(memberNames.groupId, groupId), eq(memberNames.actorId, actorId))
