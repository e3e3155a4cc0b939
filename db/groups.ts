import { and, asc, eq, inArray, isNull, or, sql } from "drizzle-orm"
import type { Group } from "../src/groups/group.ts"
import { domainsOf } from "../src/moderation/domains.ts"
import type { Database, Transaction } from "./connect.ts"
import { actors, domainPolicies, groups } from "./schema/index.ts"

type Reader = Database | Transaction

const selectGroups = (db: Reader) =>
	db.select().from(groups).innerJoin(actors, eq(actors.id, groups.actorId)).$dynamic()

const asGroup = (row: { actors: typeof actors.$inferSelect; groups: typeof groups.$inferSelect }): Group => {
	const { actorId: _, logPosition: __, ...rules } = row.groups
	return { ...row.actors, kind: "group", ...rules }
}

export const findGroup = async (db: Reader, id: string): Promise<Group | null> =>
	(await selectGroups(db).where(eq(groups.actorId, id))).map(asGroup)[0] ?? null

export const findGroupByHandle = async (db: Reader, handle: string): Promise<Group | null> =>
	(await selectGroups(db).where(and(eq(actors.handle, handle.toLowerCase()), eq(actors.local, true)))).map(
		asGroup,
	)[0] ?? null

/** The local groups among some URIs: actors' ids, or their followers collections (Mastodon addresses both). */
export const findGroupsAddressed = async (db: Reader, uris: string[]): Promise<Group[]> =>
	uris.length === 0
		? []
		: (
				await selectGroups(db).where(
					and(
						eq(actors.local, true),
						isNull(actors.goneAt),
						or(inArray(actors.uri, uris), inArray(actors.followers, uris)),
					),
				)
			).map(asGroup)

/** The groups of this server by name; those that are private only when asked for all. */
export const listGroups = async (db: Reader, which: "public" | "all", limit = 200): Promise<Group[]> =>
	(
		await selectGroups(db)
			.where(
				and(
					eq(actors.local, true),
					isNull(actors.goneAt),
					which === "public" ? eq(groups.visibility, "public") : undefined,
				),
			)
			.orderBy(asc(actors.name), asc(actors.id))
			.limit(limit)
	).map(asGroup)

export const insertGroup = async (tx: Transaction, group: typeof groups.$inferInsert): Promise<void> => {
	await tx.insert(groups).values(group)
}

/** A group of another server that somebody here has to do with; its own server applies its rules, so none are kept. */
export const rememberGroup = async (tx: Transaction, actorId: string): Promise<void> => {
	await tx.insert(groups).values({ actorId, posting: "anyone" }).onConflictDoNothing()
}

export const updateGroupRules = async (
	tx: Transaction,
	id: string,
	change: Partial<Omit<typeof groups.$inferInsert, "actorId" | "logPosition">>,
): Promise<void> => {
	if (Object.keys(change).length > 0) await tx.update(groups).set(change).where(eq(groups.actorId, id))
}

/** The strictest thing that this server, or one group, has decided about a host or a domain above it. */
export const domainSeverity = async (
	db: Reader,
	host: string,
	groupId: string | null,
): Promise<"block" | "limit" | null> => {
	const rows = await db
		.select({ severity: domainPolicies.severity })
		.from(domainPolicies)
		.where(
			and(
				inArray(domainPolicies.domain, domainsOf(host)),
				groupId
					? or(isNull(domainPolicies.groupId), eq(domainPolicies.groupId, groupId))
					: isNull(domainPolicies.groupId),
			),
		)
		.orderBy(sql`${domainPolicies.severity} = 'block' desc`)
		.limit(1)
	return rows[0]?.severity ?? null
}
