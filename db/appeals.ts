import { and, asc, desc, eq, gt, isNull, sql } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import { limits } from "../src/limits.ts"
import type { Actor } from "../src/people/actor.ts"
import type { Database, Transaction } from "./connect.ts"
import type { Decision } from "./events.ts"
import { actors, appeals, events } from "./schema/index.ts"

type Reader = Database | Transaction
export type Appeal = typeof appeals.$inferSelect
type NewAppeal = Omit<Appeal, "decidedAt" | "outcome" | "answer">

/** False when there is one against that decision already. */
export const insertAppeal = async (tx: Transaction, appeal: NewAppeal): Promise<boolean> =>
	(await tx.insert(appeals).values(appeal).onConflictDoNothing().returning({ id: appeals.id })).length > 0

/** An appeal, held still until the transaction ends. */
export const lockAppeal = async (tx: Transaction, id: string): Promise<Appeal | null> =>
	(await tx.select().from(appeals).where(eq(appeals.id, id)).for("update"))[0] ?? null

/** The appeal against a decision. */
export const findAppealAgainst = async (db: Reader, eventId: string): Promise<Appeal | null> =>
	(await db.select().from(appeals).where(eq(appeals.eventId, eventId)))[0] ?? null

export const updateAppeal = async (
	tx: Transaction,
	id: string,
	decided: { decidedAt: Date; outcome: "upheld" | "overturned"; answer: string },
): Promise<void> => {
	await tx.update(appeals).set(decided).where(eq(appeals.id, id))
}

/** The appeals in a group, or about one person in it, that nobody has decided about, with what they are against; the longest waiting first. */
export const listOpenAppeals = async (
	db: Reader,
	groupId: string,
	personId: string | null = null,
): Promise<{ appeal: Appeal; person: Actor; decision: Decision }[]> => {
	const [by, person] = [alias(actors, "by"), alias(actors, "person")]
	const rows = await db
		.select({ appeal: appeals, event: events, by, person })
		.from(appeals)
		.innerJoin(events, eq(events.id, appeals.eventId))
		.innerJoin(person, eq(person.id, appeals.personId))
		.leftJoin(by, eq(by.id, events.actorId))
		.where(
			and(
				eq(appeals.groupId, groupId),
				isNull(appeals.decidedAt),
				personId ? eq(appeals.personId, personId) : undefined,
			),
		)
		.orderBy(asc(appeals.createdAt), asc(appeals.id))
		.limit(limits.deskList)
	return rows.map(({ appeal, event, ...row }) => ({
		appeal,
		person: row.person,
		decision: { ...event, ...row } as Decision,
	}))
}

/** How often somebody of another server was told of decisions about them in a group since a moment. */
export const countTold = async (
	tx: Transaction,
	groupId: string,
	personId: string,
	since: Date,
): Promise<number> =>
	(
		await tx
			.select({ id: events.id })
			.from(events)
			.where(
				and(
					eq(events.personId, personId),
					eq(events.groupId, groupId),
					sql`events.type in ('person-told')`,
					gt(events.at, since),
				),
			)
			.orderBy(desc(events.at))
			.limit(limits.toldOfDecisions.most)
	).length
