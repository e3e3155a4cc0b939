import { and, count, eq, isNull, lte, sql } from "drizzle-orm"
import type { Database, Transaction } from "./connect.ts"
import type { KeptPost } from "./posts.ts"
import { events, messages, posts, quoteRequests, quotes } from "./schema/index.ts"

export type Quote = typeof quotes.$inferSelect

/** The permission to quote a post that was given to one quoting post, if it was; held still until the transaction ends. */
export const lockQuote = async (tx: Transaction, postId: string, quoteUri: string): Promise<Quote | null> =>
	(
		await tx
			.select()
			.from(quotes)
			.where(and(eq(quotes.postId, postId), eq(quotes.quoteUri, quoteUri)))
			.for("update")
	)[0] ?? null

export const findQuote = async (db: Database, id: string): Promise<Quote | null> =>
	(await db.select().from(quotes).where(eq(quotes.id, id)))[0] ?? null

/** False when another transaction kept the same one first. */
export const insertQuote = async (tx: Transaction, quote: typeof quotes.$inferInsert): Promise<boolean> =>
	(await tx.insert(quotes).values(quote).onConflictDoNothing().returning({ id: quotes.id })).length > 0

/** Takes back every permission to quote a post; answers with those that held. */
export const revokeQuotes = async (tx: Transaction, postId: string, at: Date): Promise<Quote[]> =>
	await tx
		.update(quotes)
		.set({ revokedAt: at })
		.where(and(eq(quotes.postId, postId), isNull(quotes.revokedAt)))
		.returning()

/** How many of somebody's posts may quote a post. */
export const countQuotesBy = async (tx: Transaction, postId: string, actorId: string): Promise<number> =>
	(
		await tx
			.select({ n: count() })
			.from(quotes)
			.where(and(eq(quotes.postId, postId), eq(quotes.actorId, actorId)))
	)[0]?.n ?? 0

/** The post of somebody here that quotes by a permission, named by its address; held still until the transaction ends. */
export const lockQuoting = async (tx: Transaction, authorization: string): Promise<KeptPost | null> =>
	(await tx.select().from(posts).where(eq(posts.quoteAuthorization, authorization)).for("update"))[0] ?? null

/** The same, to be looked at only. */
export const findQuoting = async (db: Database, authorization: string): Promise<KeptPost | null> =>
	(await db.select().from(posts).where(eq(posts.quoteAuthorization, authorization)))[0] ?? null

/** Writes down where the permission of a quoting post stands, or that it has none. */
export const setQuoteAuthorization = async (
	tx: Transaction,
	postId: string,
	quoteAuthorization: string | null,
): Promise<void> => {
	await tx.update(posts).set({ quoteAuthorization }).where(eq(posts.id, postId))
}

export type OpenRequest = typeof quoteRequests.$inferSelect

/** Somebody was asked about a quote; when they are asked again, unless they answer. */
export const insertQuoteRequest = async (
	tx: Transaction,
	request: typeof quoteRequests.$inferInsert,
): Promise<void> => {
	await tx.insert(quoteRequests).values(request).onConflictDoNothing()
}

/** There is an answer, or nobody is asked any more. */
export const deleteQuoteRequest = async (tx: Transaction, postId: string): Promise<void> => {
	await tx.delete(quoteRequests).where(eq(quoteRequests.postId, postId))
}

export const updateQuoteRequest = async (
	tx: Transaction,
	{ postId, times, againAt }: Omit<OpenRequest, "groupId">,
): Promise<void> => {
	await tx.update(quoteRequests).set({ times, againAt }).where(eq(quoteRequests.postId, postId))
}

/** Questions that are due to be put again; others that are at it skip them. */
export const lockDueQuoteRequests = async (
	tx: Transaction,
	now: Date,
	limit: number,
): Promise<OpenRequest[]> =>
	await tx
		.select()
		.from(quoteRequests)
		.where(lte(quoteRequests.againAt, now))
		.orderBy(quoteRequests.againAt)
		.limit(limit)
		.for("update", { skipLocked: true })

/** Whether what was said of an event about a post still waits for its server. */
export const waitsForServer = async (tx: Transaction, postId: string, type: string): Promise<boolean> =>
	(
		await tx
			.select({ one: sql`1` })
			.from(messages)
			.innerJoin(events, eq(events.id, messages.eventId))
			.where(and(eq(events.postId, postId), eq(events.type, type), isNull(messages.deliveredAt)))
			.limit(1)
	).length > 0
