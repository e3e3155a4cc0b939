import { and, asc, eq, inArray, isNotNull, lte, min, sql } from "drizzle-orm"
import { limits } from "../../src/limits.ts"
import type { ListLine } from "../../src/moderation/borders/list-line.ts"
import type { Database, Transaction } from "../connect.ts"
import { domainLists, domainPolicies, listedDomains } from "../schema/index.ts"
import { rowsInto } from "../together.ts"

type Reader = Database | Transaction
export type DomainList = typeof domainLists.$inferSelect
export type ListedDomain = typeof listedDomains.$inferSelect
export type LineState = ListedDomain["state"]

export const insertList = async (tx: Transaction, list: typeof domainLists.$inferInsert): Promise<boolean> =>
	(await tx.insert(domainLists).values(list).onConflictDoNothing().returning({ id: domainLists.id })).length >
	0

export const updateList = async (
	tx: Transaction,
	id: string,
	change: Partial<Omit<DomainList, "id">>,
): Promise<void> => {
	await tx.update(domainLists).set(change).where(eq(domainLists.id, id))
}

/** A list, held still until the transaction ends; its lines change with it only. */
export const lockList = async (tx: Transaction, id: string): Promise<DomainList | null> =>
	(await tx.select().from(domainLists).where(eq(domainLists.id, id)).for("update"))[0] ?? null

export const findList = async (db: Reader, id: string): Promise<DomainList | null> =>
	(await db.select().from(domainLists).where(eq(domainLists.id, id)))[0] ?? null

export const findListAt = async (db: Reader, url: string): Promise<DomainList | null> =>
	(await db.select().from(domainLists).where(eq(domainLists.url, url)))[0] ?? null

export const listLists = async (db: Reader): Promise<DomainList[]> =>
	await db.select().from(domainLists).orderBy(asc(domainLists.createdAt)).limit(limits.domainLists)

export const deleteList = async (tx: Transaction, id: string): Promise<void> => {
	await tx.delete(domainLists).where(eq(domainLists.id, id))
}

/** When the next list is to be read. */
export const nextListDue = async (db: Database): Promise<Date | null> =>
	(await db.select({ at: min(domainLists.dueAt) }).from(domainLists))[0]?.at ?? null

export const listsDue = async (db: Database, now: Date): Promise<DomainList[]> =>
	await db
		.select()
		.from(domainLists)
		.where(and(isNotNull(domainLists.url), lte(domainLists.dueAt, now)))
		.orderBy(asc(domainLists.dueAt))
		.limit(limits.domainLists)

export const linesOf = async (db: Reader, listId: string): Promise<ListedDomain[]> =>
	await db
		.select()
		.from(listedDomains)
		.where(eq(listedDomains.listId, listId))
		.orderBy(asc(listedDomains.place))
		.limit(limits.domainRules)

/** Puts lines onto a list, or what they say now in place of what they said; their state stays. */
export const keepLines = async (
	tx: Transaction,
	listId: string,
	lines: readonly ListLine[],
	state: LineState,
): Promise<void> => {
	for (let at = 0; at < lines.length; at += limits.goneAtOnce) {
		const rows = lines
			.slice(at, at + limits.goneAtOnce)
			.map((line, index) => ({ listId, ...line, place: at + index, state }))
		await tx.execute(sql`insert into ${rowsInto(listedDomains, rows)} on conflict (list_id, domain) do update set
			place = excluded.place, severity = excluded.severity, reject_media = excluded.reject_media,
			reject_reports = excluded.reject_reports, public_reason = excluded.public_reason, obfuscate = excluded.obfuscate`)
	}
}

export const dropLines = async (tx: Transaction, listId: string, domains: string[]): Promise<void> => {
	if (domains.length > 0)
		await tx
			.delete(listedDomains)
			.where(and(eq(listedDomains.listId, listId), inArray(listedDomains.domain, domains)))
}

export const markLines = async (
	tx: Transaction,
	listId: string,
	domains: string[],
	state: LineState,
): Promise<void> => {
	if (domains.length > 0)
		await tx
			.update(listedDomains)
			.set({ state })
			.where(and(eq(listedDomains.listId, listId), inArray(listedDomains.domain, domains)))
}

/** Everything that the server says of others: what was decided here, in that order, and then what lists say beside it. */
export const allLines = async (db: Reader): Promise<ListLine[]> => {
	const { domain, severity, rejectMedia, rejectReports, publicReason, obfuscate } = domainPolicies
	const own = await db
		.select({ domain, severity, rejectMedia, rejectReports, publicReason, obfuscate })
		.from(domainPolicies)
		.where(sql`group_id is null and (severity <> 'none' or reject_media or reject_reports)`)
		.orderBy(asc(domainPolicies.id))
		.limit(limits.domainRules)
	const known = new Set(own.map((line) => line.domain))
	const others = await db
		.select()
		.from(listedDomains)
		.where(eq(listedDomains.state, "counts"))
		.orderBy(asc(listedDomains.listId), asc(listedDomains.place))
		.limit(limits.domainRules)
	const lines = new Map<string, ListLine>()
	for (const { listId: _, place: __, state: ___, ...line } of others)
		if (!known.has(line.domain) && !lines.has(line.domain)) lines.set(line.domain, line)
	return [...own, ...lines.values()]
}
