import { and, asc, desc, eq, gt, isNull, ne } from "drizzle-orm"
import { limits } from "../src/limits.ts"
import type { Database, Transaction } from "./connect.ts"
import { actors, groups, homeApps, members, visits } from "./schema/index.ts"

type Reader = Database | Transaction
export type Visit = typeof visits.$inferSelect
export type HomeApp = typeof homeApps.$inferSelect

export const insertVisit = async (tx: Transaction, visit: typeof visits.$inferInsert): Promise<void> => {
	await tx.insert(visits).values(visit)
}

/** Uses up what a browser began at another server: of several who come back with it one gets it. */
export const deleteOauthVisit = async (
	tx: Transaction,
	{ secretHash, browserHash }: { secretHash: string; browserHash: string },
	now: Date,
): Promise<Visit | null> => {
	const [visit] = await tx
		.delete(visits)
		.where(
			and(eq(visits.kind, "oauth"), eq(visits.secretHash, secretHash), eq(visits.browserHash, browserHash)),
		)
		.returning()
	return visit && visit.expiresAt > now ? visit : null
}

/** The code that a browser asked for last, held until the transaction ends. */
export const lockCodeVisit = async (tx: Transaction, browserHash: string, now: Date): Promise<Visit | null> =>
	(
		await tx
			.select()
			.from(visits)
			.where(and(eq(visits.kind, "code"), eq(visits.browserHash, browserHash), gt(visits.expiresAt, now)))
			.orderBy(desc(visits.expiresAt), desc(visits.id))
			.limit(1)
			.for("update")
	)[0] ?? null

export const updateVisit = async (
	tx: Transaction,
	id: string,
	change: Partial<Pick<Visit, "actorId" | "triesLeft">>,
): Promise<void> => {
	await tx.update(visits).set(change).where(eq(visits.id, id))
}

/** A browser's codes are void: one was used, or a newer one takes their place. */
export const deleteCodeVisits = async (tx: Transaction, browserHash: string): Promise<void> => {
	await tx.delete(visits).where(and(eq(visits.kind, "code"), eq(visits.browserHash, browserHash)))
}

export const findHomeApp = async (db: Reader, origin: string): Promise<HomeApp | null> =>
	(await db.select().from(homeApps).where(eq(homeApps.origin, origin)))[0] ?? null

/** Keeps a registration in the place of the one before, under the id that this one had. */
export const upsertHomeApp = async (
	tx: Transaction,
	app: typeof homeApps.$inferInsert & { createdAt: Date },
): Promise<void> => {
	const { sealed, scope, createdAt } = app
	await tx
		.insert(homeApps)
		.values(app)
		.onConflictDoUpdate({ target: homeApps.origin, set: { sealed, scope, createdAt } })
}

export const deleteHomeApp = async (tx: Transaction, origin: string): Promise<void> => {
	await tx.delete(homeApps).where(eq(homeApps.origin, origin))
}

/** A public group of this server that somebody belongs to: what it writes to them is no stranger's word. */
export const findGroupKnownTo = async (tx: Transaction, actorId: string): Promise<string | null> =>
	(
		await tx
			.select({ id: members.groupId })
			.from(members)
			.innerJoin(actors, eq(actors.id, members.groupId))
			.innerJoin(groups, eq(groups.actorId, members.groupId))
			.where(
				and(
					eq(members.actorId, actorId),
					eq(actors.local, true),
					isNull(actors.goneAt),
					isNull(actors.movedTo),
					ne(groups.visibility, "private"),
				),
			)
			.orderBy(members.joinedAt)
			.limit(1)
	)[0]?.id ?? null

/** The groups of this server that a guest belongs to, in the order of their names. */
export const listPlacesOfGuest = async (db: Reader, actorId: string) =>
	await db
		.select({ group: actors, role: members.role, requestedAt: members.requestedAt })
		.from(members)
		.innerJoin(actors, eq(actors.id, members.groupId))
		.where(and(eq(members.actorId, actorId), eq(actors.local, true), isNull(actors.goneAt)))
		.orderBy(asc(actors.name), asc(actors.id))
		.limit(limits.listed)
