import { and, asc, count, desc, eq, gt, inArray, type SQL, sql } from "drizzle-orm"
import { alias, union } from "drizzle-orm/pg-core"
import { aboutPeople, aboutPosts } from "../src/notifications/notification.ts"
import type { Database, Transaction } from "./connect.ts"
import type { Decision } from "./events.ts"
import type { Report } from "./moderation.ts"
import { listPlaced, type Placed } from "./placed.ts"
import { actors, events, posts, reports } from "./schema/index.ts"

type Reader = Database | Transaction

/** Written out, so that the index that holds only these is seen to hold them. */
const typeIn = (types: readonly string[]): SQL =>
	sql.raw(`events.type in (${types.map((type) => `'${type}'`).join(", ")})`)

/** Marks of a conversation are decided about whoever began it, too. */
const marks = ["thread-locked", "thread-unlocked", "post-pinned", "post-unpinned"] as const

/** What was decided in a group about somebody and what they posted there, the latest first. */
export const listDecisionsAbout = async (
	db: Database,
	groupId: string,
	personId: string,
	limit: number,
): Promise<Decision[]> => {
	const [by, person] = [alias(actors, "by"), alias(actors, "person")]
	const about = db
		.select({ id: events.id })
		.from(events)
		.where(and(eq(events.personId, personId), eq(events.groupId, groupId), typeIn(aboutPeople)))
	const own = db
		.select({ id: events.id })
		.from(events)
		.innerJoin(posts, eq(posts.id, events.postId))
		.where(and(eq(posts.authorId, personId), eq(events.groupId, groupId), typeIn([...aboutPosts, ...marks])))
	const rows = await db
		.select({ event: events, by, person })
		.from(events)
		.leftJoin(by, eq(by.id, events.actorId))
		.leftJoin(person, eq(person.id, events.personId))
		.where(and(inArray(events.id, union(about, own)), sql`not (${events.facts} ? 'line')`))
		.orderBy(desc(events.position))
		.limit(limit)
	return rows.map((row) => ({ ...row.event, by: row.by, person: row.person }) as Decision)
}

/** A group's reports about somebody: those that wait, then the latest of those dealt with. */
export const listReportsAbout = async (
	db: Reader,
	groupId: string,
	personId: string,
	limit: number,
): Promise<Report[]> =>
	await db
		.select()
		.from(reports)
		.where(and(eq(reports.subjectId, personId), eq(reports.groupId, groupId)))
		.orderBy(sql`${reports.resolvedAt} is not null`, desc(reports.createdAt), asc(reports.id))
		.limit(limit)

/** What somebody has in a group in one state, the latest first. */
export const listPlacedBy = (
	db: Database,
	groupId: string,
	personId: string,
	state: Placed["state"],
	limit: number,
): Promise<Placed[]> => listPlaced(db, groupId, state, limit, eq(posts.authorId, personId))

/** How many words the moderators of a group have said to somebody, or (null) to all together, since a moment. */
export const countWords = async (
	tx: Transaction,
	groupId: string,
	personId: string | null,
	since: Date,
): Promise<number> =>
	(
		await tx
			.select({ n: count() })
			.from(events)
			.where(
				and(
					personId ? eq(events.personId, personId) : undefined,
					eq(events.groupId, groupId),
					sql`events.type in ('word-said')`,
					gt(events.at, since),
				),
			)
	)[0]?.n ?? 0

/** Where a group's log stands: what is decided after it has a higher position. */
export const logEnd = async (db: Reader, groupId: string): Promise<number> => {
	const [row] = await db
		.select({ end: sql<string | null>`max(${events.position})` })
		.from(events)
		.where(eq(events.groupId, groupId))
	return Number(row?.end ?? 0)
}

/** What somebody else decided about a person or a post in a group after a place in its log, the latest of it. */
export const decidedSince = async (
	db: Reader,
	groupId: string,
	{ subjectId, seen, butBy }: { subjectId: string; seen: number; butBy: string },
): Promise<Decision | null> => {
	const [by, person] = [alias(actors, "by"), alias(actors, "person")]
	const decided = sql.raw(
		`events.type in (${[...aboutPeople, ...aboutPosts, ...marks]
			.filter((type) => type !== "post-held")
			.map((type) => `'${type}'`)
			.join(", ")})`,
	)
	const [row] = await db
		.select({ event: events, by, person })
		.from(events)
		.leftJoin(by, eq(by.id, events.actorId))
		.leftJoin(person, eq(person.id, events.personId))
		.where(
			and(
				eq(events.groupId, groupId),
				gt(events.position, seen),
				sql`(${events.personId} = ${subjectId} or ${events.postId} = ${subjectId})`,
				sql`${events.actorId} is distinct from ${butBy}`,
				decided,
			),
		)
		.orderBy(desc(events.position))
		.limit(1)
	return row ? ({ ...row.event, by: row.by, person: row.person } as Decision) : null
}

/** Nobody else decides about a person or a post in a group until the transaction ends. */
export const lockSubject = async (tx: Transaction, groupId: string, subjectId: string): Promise<void> => {
	await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`desk ${groupId} ${subjectId}`}, 0))`)
}
