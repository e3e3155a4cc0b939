import { and, asc, desc, eq, isNull, sql } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import type { Actor } from "../src/people/actor.ts"
import type { Database, Transaction } from "./connect.ts"
import { knownIn } from "./member-names.ts"
import { actors, modmail, modmailMessages } from "./schema/index.ts"

type Reader = Database | Transaction
export type Modmail = typeof modmail.$inferSelect
export type ModmailMessage = typeof modmailMessages.$inferSelect

/** The letters between a person and a group, begun or taken up again: they wait from now on. Answers whether they waited before. */
export const openModmail = async (
	tx: Transaction,
	{ id, groupId, personId, at }: { id: string; groupId: string; personId: string; at: Date },
): Promise<{ id: string; waited: boolean }> => {
	const before = await lockModmailOf(tx, groupId, personId)
	if (before) {
		await tx.update(modmail).set({ activeAt: at, closedAt: null }).where(eq(modmail.id, before.id))
		return { id: before.id, waited: before.closedAt === null }
	}
	await tx.insert(modmail).values({ id, groupId, personId, activeAt: at, createdAt: at })
	return { id, waited: false }
}

const lockModmailOf = async (tx: Transaction, groupId: string, personId: string): Promise<Modmail | null> => {
	await tx.execute(
		sql`select pg_advisory_xact_lock(hashtextextended(${`modmail ${groupId} ${personId}`}, 0))`,
	)
	return findModmailOf(tx, groupId, personId)
}

export const findModmailOf = async (db: Reader, groupId: string, personId: string): Promise<Modmail | null> =>
	(
		await db
			.select()
			.from(modmail)
			.where(and(eq(modmail.groupId, groupId), eq(modmail.personId, personId)))
	)[0] ?? null

/** Some letters of a group, with whose they are; held still until the transaction ends. */
export const lockModmail = async (tx: Transaction, groupId: string, id: string): Promise<Modmail | null> =>
	(
		await tx
			.select()
			.from(modmail)
			.where(and(eq(modmail.id, id), eq(modmail.groupId, groupId)))
			.for("update")
	)[0] ?? null

/** False when a message of that address is known. */
export const insertModmailMessage = async (
	tx: Transaction,
	row: typeof modmailMessages.$inferInsert,
): Promise<boolean> =>
	(await tx.insert(modmailMessages).values(row).onConflictDoNothing().returning({ id: modmailMessages.id }))
		.length > 0

/** Says that something was written, or that nothing more is to be done. */
export const markModmail = async (
	tx: Transaction,
	id: string,
	change: Partial<Pick<Modmail, "activeAt" | "closedAt">>,
): Promise<void> => {
	await tx.update(modmail).set(change).where(eq(modmail.id, id))
}

/** How much people wrote to a group since a moment: one of them, or (null) all who do not belong to it. */
export const countModmailSince = async (
	tx: Transaction,
	groupId: string,
	personId: string | null,
	since: Date,
): Promise<number> => {
	const whose = personId
		? sql`m.person_id = ${personId}`
		: sql`not exists (select 1 from members b where b.group_id = m.group_id and b.actor_id = m.person_id)`
	const [row] = await tx.execute<{ n: number }>(sql`select count(*)::int as n from modmail_messages l
		join modmail m on m.id = l.modmail_id
		where m.group_id = ${groupId} and not l.by_group and l.created_at > ${since.toISOString()} and ${whose}`)
	return row?.n ?? 0
}

/** A group's letters: those that wait, the longest waiting first, or those that are done, the latest first. */
export const listModmail = async (
	db: Database,
	groupId: string,
	which: "open" | "closed",
	limit: number,
): Promise<{ modmail: Modmail; person: Actor }[]> =>
	db
		.select({ modmail, person: knownIn(sql`${modmail.groupId}`) })
		.from(modmail)
		.innerJoin(actors, eq(actors.id, modmail.personId))
		.where(
			and(
				eq(modmail.groupId, groupId),
				which === "open" ? isNull(modmail.closedAt) : sql`${modmail.closedAt} is not null`,
			),
		)
		.orderBy(which === "open" ? asc(modmail.activeAt) : desc(modmail.activeAt), asc(modmail.id))
		.limit(limit)

/** The latest messages of some letters, the oldest of them first. */
export const listModmailMessages = async (
	db: Database,
	modmailId: string,
	limit: number,
): Promise<{ message: ModmailMessage; moderator: Actor | null }[]> => {
	const moderator = alias(actors, "moderator")
	const rows = await db
		.select({ message: modmailMessages, moderator })
		.from(modmailMessages)
		.leftJoin(moderator, eq(moderator.id, modmailMessages.moderatorId))
		.where(eq(modmailMessages.modmailId, modmailId))
		.orderBy(desc(modmailMessages.createdAt), desc(modmailMessages.id))
		.limit(limit)
	return rows.reverse()
}

export const findModmailMessage = async (db: Reader, id: string): Promise<ModmailMessage | null> =>
	(await db.select().from(modmailMessages).where(eq(modmailMessages.id, id)))[0] ?? null

/** Some letters of a group, with whose they are. */
export const findModmail = async (
	db: Database,
	groupId: string,
	id: string,
): Promise<{ modmail: Modmail; person: Actor } | null> =>
	(
		await db
			.select({ modmail, person: knownIn(sql`${modmail.groupId}`) })
			.from(modmail)
			.innerJoin(actors, eq(actors.id, modmail.personId))
			.where(and(eq(modmail.groupId, groupId), eq(modmail.id, id)))
	)[0] ?? null

/** A group has closed, or somebody is gone: what was written to those who look after it goes. */
export const deleteModmailOf = async (
	tx: Transaction,
	whose: { groupId: string } | { personId: string },
): Promise<void> => {
	const theirs =
		"groupId" in whose ? eq(modmail.groupId, whose.groupId) : eq(modmail.personId, whose.personId)
	await tx.delete(modmail).where(theirs)
}
