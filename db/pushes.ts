import { and, desc, eq, isNull, sql } from "drizzle-orm"
import type { Database, Transaction } from "./connect.ts"
import { accounts, newsReaders, pushKeys, pushSubscriptions } from "./schema/index.ts"

type Reader = Database | Transaction
export type PushSubscription = typeof pushSubscriptions.$inferSelect

export const findPushKeys = async (db: Reader): Promise<typeof pushKeys.$inferSelect | null> =>
	(await db.select().from(pushKeys))[0] ?? null

/** The first who makes them has them kept; whoever comes later finds those. */
export const insertPushKeys = async (
	tx: Transaction,
	keys: Omit<typeof pushKeys.$inferInsert, "id">,
): Promise<void> => {
	await tx
		.insert(pushKeys)
		.values({ id: 1, ...keys })
		.onConflictDoNothing()
}

/** A browser is told from now on; one that was told for somebody else before is told for them no more. */
export const upsertPush = async (
	tx: Transaction,
	row: typeof pushSubscriptions.$inferInsert,
): Promise<void> => {
	const { id: _, ...change } = row
	await tx
		.insert(pushSubscriptions)
		.values(row)
		.onConflictDoUpdate({ target: pushSubscriptions.endpoint, set: { ...change, failures: 0 } })
}

/** The browsers in which somebody is told, the latest first. */
export const listPushes = async (db: Reader, actorId: string): Promise<PushSubscription[]> =>
	await db
		.select()
		.from(pushSubscriptions)
		.where(eq(pushSubscriptions.actorId, actorId))
		.orderBy(desc(pushSubscriptions.createdAt), desc(pushSubscriptions.id))

/** Lets go of all but the latest of somebody's. */
export const deleteOldPushes = async (tx: Transaction, actorId: string, most: number): Promise<void> => {
	const kept = (await listPushes(tx, actorId)).slice(0, most).map(({ id }) => id)
	await tx.execute(sql`delete from push_subscriptions where actor_id = ${actorId}
		and id::text not in (select jsonb_array_elements_text(${JSON.stringify(kept)}::jsonb))`)
}

/** One of somebody's own; false when it is none of theirs. */
export const deletePush = async (tx: Transaction, actorId: string, id: string): Promise<boolean> =>
	(
		await tx
			.delete(pushSubscriptions)
			.where(and(eq(pushSubscriptions.actorId, actorId), eq(pushSubscriptions.id, id)))
			.returning({ id: pushSubscriptions.id })
	).length > 0

/** Nobody is told any more in the browser of a session that ends, or in any of somebody's but one. */
export const deletePushesOf = async (
	tx: Transaction,
	which: { tokenHash: string } | { actorId: string; but: string | null },
): Promise<void> => {
	const session = (hash: string | null) => sql`(select id from sessions where token_hash = ${hash})`
	await tx
		.delete(pushSubscriptions)
		.where(
			"tokenHash" in which
				? sql`${pushSubscriptions.sessionId} = ${session(which.tokenHash)}`
				: and(
						eq(pushSubscriptions.actorId, which.actorId),
						sql`${pushSubscriptions.sessionId} is distinct from ${session(which.but)}`,
					),
		)
}

/** Somebody signed in again where they were signed in: what their browser is told, it goes on being told. */
export const movePushes = async (tx: Transaction, from: string, to: string): Promise<void> => {
	await tx.execute(sql`update push_subscriptions p set session_id = n.id from sessions o, sessions n
		where o.token_hash = ${from} and n.token_hash = ${to} and n.actor_id = o.actor_id and p.session_id = o.id`)
}

/** The push service took it, or did not; after so many refusals in a row it is not asked again. */
export const updatePushFailures = async (
	tx: Transaction,
	id: string,
	{ failed, most }: { failed: boolean; most: number },
): Promise<void> => {
	const failures = failed ? sql`${pushSubscriptions.failures} + 1` : sql`0`
	await tx.update(pushSubscriptions).set({ failures }).where(eq(pushSubscriptions.id, id))
	await tx
		.delete(pushSubscriptions)
		.where(and(eq(pushSubscriptions.id, id), sql`${pushSubscriptions.failures} >= ${most}`))
}

/** It was taken back where it was given: 404 or 410 (RFC 8030 §7.3). */
export const deleteGonePush = async (tx: Transaction, id: string): Promise<void> => {
	await tx.delete(pushSubscriptions).where(eq(pushSubscriptions.id, id))
}

/** Where the events have got to; null while nobody is told anything in a browser. */
export const lastPosition = async (db: Database): Promise<number | null> => {
	const [row] = await db.execute<{ at: string | null; told: boolean }>(
		sql`select (select max(position) from events) as at, exists(select 1 from push_subscriptions) as told`,
	)
	return row?.told ? Number(row.at ?? 0) : null
}

/** Who may be concerned by what happened from a position on, of those who are told in a browser, and how far that was. */
export const concernedSince = async (
	db: Database,
	position: number,
	limit: number,
): Promise<{ actorIds: string[]; to: number; seen: number }> => {
	const fresh = sql`(select * from events where position > ${position} order by position limit ${limit})`
	const [row] = await db.execute<{ seen: string; to: string | null; ids: string[] | null }>(sql`
		with fresh as materialized ${fresh}, concerned as (
			select person_id as id from fresh
			union select p.author_id from fresh e join posts p on p.id = e.post_id
			union select own.author_id from fresh e join posts c on c.id = e.post_id join posts own on own.uri = c.in_reply_to
			union select m.actor_id from fresh e join post_mentions m on m.post_id = e.post_id
			union select l.actor_id from fresh e join news_levels l on l.group_id = e.group_id and l.level = 'all')
		select (select count(*) from fresh) as seen, (select max(position) from fresh) as to,
			(select json_agg(distinct s.actor_id) from push_subscriptions s join concerned c on c.id = s.actor_id) as ids`)
	return { actorIds: row?.ids ?? [], to: Number(row?.to ?? position), seen: Number(row?.seen ?? 0) }
}

type PushReader = {
	pushedTo: Date | null
	seenAt: Date | null
	language: string | null
	timeZone: string | null
}

/** Up to when somebody has been told, held until the transaction ends; null while another process tells them, or nobody may. */
export const lockPushReader = async (tx: Transaction, actorId: string): Promise<PushReader | null> =>
	(
		await tx
			.select({
				pushedTo: newsReaders.pushedTo,
				seenAt: newsReaders.seenAt,
				language: accounts.language,
				timeZone: accounts.timeZone,
			})
			.from(newsReaders)
			.innerJoin(accounts, eq(accounts.actorId, newsReaders.actorId))
			.where(and(eq(newsReaders.actorId, actorId), isNull(accounts.disabledAt)))
			.for("update", { of: newsReaders, skipLocked: true })
	)[0] ?? null
