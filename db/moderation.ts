import { and, asc, count, desc, eq, inArray, isNull, or, sql } from "drizzle-orm"
import type { EventType } from "../src/events.ts"
import { limits } from "../src/limits.ts"
import type { Word } from "../src/moderation/policy.ts"
import type { Database, Transaction } from "./connect.ts"
import { events, filters, notices, posts, reports, shares } from "./schema/index.ts"
import { oneOf, together } from "./together.ts"

type Reader = Database | Transaction
type Scope = string | null
export type Report = typeof reports.$inferSelect
export type Filter = typeof filters.$inferSelect

const filterScope = (groupId: Scope) => (groupId ? eq(filters.groupId, groupId) : isNull(filters.groupId))

export const upsertFilter = async (tx: Transaction, row: typeof filters.$inferInsert): Promise<void> => {
	await tx
		.insert(filters)
		.values(row)
		.onConflictDoUpdate({
			target: [filters.groupId, filters.word],
			set: { effect: row.effect, pattern: row.pattern ?? false },
		})
}

export const deleteFilter = async (tx: Transaction, groupId: Scope, word: string): Promise<boolean> =>
	(
		await tx
			.delete(filters)
			.where(and(filterScope(groupId), eq(filters.word, word)))
			.returning({ id: filters.id })
	).length > 0

export const countFilters = async (
	db: Reader,
	groupId: Scope,
	which: "all" | "patterns" = "all",
): Promise<number> => {
	const kind = which === "patterns" ? eq(filters.pattern, true) : undefined
	return (
		(
			await db
				.select({ n: count() })
				.from(filters)
				.where(and(filterScope(groupId), kind))
		)[0]?.n ?? 0
	)
}

export const listFilters = async (db: Reader, groupId: Scope): Promise<Filter[]> =>
	await db.select().from(filters).where(filterScope(groupId)).orderBy(asc(filters.word))

/** The filters that bind a group: its own and the server's. */
export const filtersFor: (db: Reader, groupId: string) => Promise<Word[]> = together(
	async (db: Reader, groupIds: string[]) => {
		const wanted = [...new Set(groupIds)]
		const rows = await db
			.select({
				groupId: filters.groupId,
				word: filters.word,
				effect: filters.effect,
				pattern: filters.pattern,
			})
			.from(filters)
			.where(or(isNull(filters.groupId), oneOf(filters.groupId, wanted, "uuid")))
		const words = new Map(
			wanted.map((id) => [id, rows.filter(({ groupId }) => groupId === null || groupId === id)]),
		)
		return groupIds.map((id) => words.get(id)!)
	},
)

/** False when the same complaint is open already. */
export const insertReport = async (tx: Transaction, row: typeof reports.$inferInsert): Promise<boolean> =>
	(await tx.insert(reports).values(row).onConflictDoNothing().returning({ id: reports.id })).length > 0

export const findReport = async (db: Reader, id: string): Promise<Report | null> =>
	(await db.select().from(reports).where(eq(reports.id, id)))[0] ?? null

/** Reports that wait first, then the latest of those dealt with. */
export const listReports = async (
	db: Reader,
	groupId: Scope | "all",
	limit: number = limits.listed,
): Promise<Report[]> =>
	await db
		.select()
		.from(reports)
		.where(groupId === "all" ? undefined : groupId ? eq(reports.groupId, groupId) : isNull(reports.groupId))
		.orderBy(sql`${reports.resolvedAt} is not null`, desc(reports.createdAt))
		.limit(limit)

export const closeReport = async (
	tx: Transaction,
	id: string,
	resolution: string,
	at: Date,
): Promise<boolean> =>
	(
		await tx
			.update(reports)
			.set({ resolvedAt: at, resolution })
			.where(and(eq(reports.id, id), isNull(reports.resolvedAt)))
			.returning({ id: reports.id })
	).length > 0

/** Whether a report was told to the server of the person it is about. */
export const wasForwarded = async (tx: Transaction, reportId: string): Promise<boolean> =>
	(
		await tx
			.select({ id: events.id })
			.from(events)
			.where(and(eq(events.type, "report-forwarded"), sql`${events.facts} ->> 'reportId' = ${reportId}`))
			.limit(1)
	).length > 0

/** What somebody has in a group, shared or waiting, the latest first. */
export const listPostsIn = async (
	tx: Transaction,
	groupId: string,
	authorId: string,
	limit: number,
): Promise<string[]> =>
	(
		await tx
			.select({ id: shares.postId })
			.from(shares)
			.innerJoin(posts, eq(posts.id, shares.postId))
			.where(
				and(
					eq(shares.groupId, groupId),
					eq(posts.authorId, authorId),
					inArray(shares.state, ["shared", "held"]),
				),
			)
			.orderBy(desc(shares.sharedAt), desc(shares.postId))
			.limit(limit)
	).map((row) => row.id)

const day = 86_400_000

/** Takes the one notice a day that a person may get; false when they have had it. */
export const takeNotice = async (tx: Transaction, actorId: string, at: Date): Promise<boolean> => {
	const before = new Date(at.getTime() - day)
	const taken = await tx
		.insert(notices)
		.values({ actorId, sentAt: at })
		.onConflictDoUpdate({
			target: notices.actorId,
			set: { sentAt: at },
			setWhere: sql`${notices.sentAt} <= ${before.toISOString()}`,
		})
		.returning({ actorId: notices.actorId })
	return taken.length > 0
}

/** The posts of the events that stand in the line of another one. */
export const listInLine = async (
	tx: Transaction,
	line: string,
	type: EventType,
	limit: number,
): Promise<string[]> =>
	(
		await tx
			.select({ postId: events.postId })
			.from(events)
			.where(
				and(
					sql`${events.position} > (select e.position from events e where e.id = ${line})`,
					sql`${events.groupId} = (select e.group_id from events e where e.id = ${line})`,
					eq(events.type, type),
					sql`${events.facts} ->> 'line' = ${line}`,
				),
			)
			.orderBy(asc(events.position))
			.limit(limit)
	).flatMap(({ postId }) => (postId ? [postId] : []))
