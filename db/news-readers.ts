import { and, asc, eq, isNotNull, isNull, lte } from "drizzle-orm"
import { limits } from "../src/limits.ts"
import type { NewsLevel } from "../src/notifications/notification.ts"
import type { Actor } from "../src/people/actor.ts"
import type { Database, Transaction } from "./connect.ts"
import { accounts, actors, members, newsLevels, newsReaders } from "./schema/index.ts"

type Reader = Database | Transaction
export type NewsReader = typeof newsReaders.$inferSelect

export const findNewsReader = async (db: Reader, actorId: string): Promise<NewsReader | null> =>
	(await db.select().from(newsReaders).where(eq(newsReaders.actorId, actorId)))[0] ?? null

export const upsertNewsReader = async (
	tx: Transaction,
	actorId: string,
	change: Partial<Omit<NewsReader, "actorId">>,
): Promise<void> => {
	await tx
		.insert(newsReaders)
		.values({ actorId, ...change })
		.onConflictDoUpdate({ target: newsReaders.actorId, set: change })
}

/** How much of a group somebody wants to hear; the usual is kept by keeping nothing. */
export const replaceNewsLevel = async (
	tx: Transaction,
	{ actorId, groupId, level }: { actorId: string; groupId: string; level: NewsLevel },
): Promise<void> => {
	await tx.delete(newsLevels).where(and(eq(newsLevels.actorId, actorId), eq(newsLevels.groupId, groupId)))
	if (level !== "mentions") await tx.insert(newsLevels).values({ actorId, groupId, level })
}

/** The groups somebody follows or belongs to, by name, and how much of each they want to hear. */
export const listNewsLevels = async (
	db: Reader,
	actorId: string,
): Promise<{ group: Actor; level: NewsLevel }[]> =>
	(
		await db
			.select({ group: actors, level: newsLevels.level })
			.from(members)
			.innerJoin(actors, eq(actors.id, members.groupId))
			.leftJoin(
				newsLevels,
				and(eq(newsLevels.actorId, members.actorId), eq(newsLevels.groupId, members.groupId)),
			)
			.where(and(eq(members.actorId, actorId), isNull(actors.goneAt)))
			.orderBy(asc(actors.name), asc(actors.id))
			.limit(limits.listed)
	).map(({ group, level }) => ({ group, level: level ?? "mentions" }))

/** Somebody who wants to be written to, with their address, and what they have been told or have seen. */
export type MailReader = Pick<NewsReader, "actorId" | "mailedTo" | "seenAt"> & {
	email: string
	language: string | null
	timeZone: string | null
}

/** Those for whom it is time to look again, and whom nobody else is writing to, held until the transaction ends. */
export const lockMailReaders = async (tx: Transaction, now: Date, limit: number): Promise<MailReader[]> =>
	(await tx
		.select({
			actorId: newsReaders.actorId,
			mailedTo: newsReaders.mailedTo,
			seenAt: newsReaders.seenAt,
			email: accounts.email,
			language: accounts.language,
			timeZone: accounts.timeZone,
		})
		.from(newsReaders)
		.innerJoin(accounts, eq(accounts.actorId, newsReaders.actorId))
		.where(
			and(
				eq(newsReaders.byMail, true),
				isNotNull(accounts.email),
				isNull(accounts.disabledAt),
				lte(newsReaders.mailDueAt, now),
			),
		)
		.orderBy(asc(newsReaders.mailDueAt))
		.limit(limit)
		.for("update", { of: newsReaders, skipLocked: true })) as MailReader[]
