import { and, desc, eq, isNull, type SQL, sql } from "drizzle-orm"
import { limits } from "../src/limits.ts"
import type { Actor } from "../src/people/actor.ts"
import type { Database, Transaction } from "./connect.ts"
import { actors, blocks } from "./schema/index.ts"

type Reader = Database | Transaction

/** Somebody, or a server with all below its domain; one of the two. */
export type Blocked = { targetId: string | null; domain: string | null }

const isBlock = (actorId: string, { targetId, domain }: Blocked): SQL | undefined =>
	and(
		eq(blocks.actorId, actorId),
		targetId ? eq(blocks.targetId, targetId) : isNull(blocks.targetId),
		domain ? eq(blocks.domain, domain) : isNull(blocks.domain),
	)

/** False when it was blocked before. */
export const insertBlock = async (tx: Transaction, row: typeof blocks.$inferInsert): Promise<boolean> =>
	(await tx.insert(blocks).values(row).onConflictDoNothing().returning({ id: blocks.id })).length > 0

/** False when it was not blocked. */
export const deleteBlock = async (tx: Transaction, actorId: string, blocked: Blocked): Promise<boolean> =>
	(await tx.delete(blocks).where(isBlock(actorId, blocked)).returning({ id: blocks.id })).length > 0

/** What somebody blocks, the latest first. */
export const listBlocks = async (
	db: Reader,
	actorId: string,
	limit: number = limits.blocks,
): Promise<{ id: string; domain: string | null; target: Actor | null; createdAt: Date }[]> =>
	await db
		.select({ id: blocks.id, domain: blocks.domain, target: actors, createdAt: blocks.createdAt })
		.from(blocks)
		.leftJoin(actors, eq(actors.id, blocks.targetId))
		.where(eq(blocks.actorId, actorId))
		.orderBy(desc(blocks.createdAt), desc(blocks.id))
		.limit(limit)

/**
 * SQL: whether a person blocks the author of a post, the author's server, or the group that shares it. A domain without
 * a port reaches its hosts on every port.
 */
export const isBlockedBy = (
	viewerId: string,
	{ authorId, groupId }: { authorId: SQL; groupId: SQL },
): SQL => {
	const name = sql`regexp_replace(a.host, ':[0-9]+$', '')`
	const reaches = sql`(b.domain in (a.host, ${name}) or right(${name}, length(b.domain) + 1) = '.' || b.domain)`
	return sql`exists (select 1 from ${blocks} b where b.actor_id = ${viewerId}
		and (b.target_id in (${authorId}, ${groupId}) or (b.domain is not null and exists (
			select 1 from ${actors} a where a.id in (${authorId}, ${groupId}) and not a.local and ${reaches}))))`
}
