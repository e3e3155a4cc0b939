import { and, asc, eq, isNull, or } from "drizzle-orm"
import type { Group } from "../src/groups/group.ts"
import { limits } from "../src/limits.ts"
import type { Database, Transaction } from "./connect.ts"
import { actors, groups } from "./schema/index.ts"
import { oneOf, rowFor, together } from "./together.ts"

type Reader = Database | Transaction

const selectGroups = (db: Reader) =>
	db.select().from(groups).innerJoin(actors, eq(actors.id, groups.actorId)).$dynamic()

const asGroup = (row: { actors: typeof actors.$inferSelect; groups: typeof groups.$inferSelect }): Group => {
	const { actorId: _, logPosition: __, ...rules } = row.groups
	return { ...row.actors, kind: "group", ...rules }
}

export const findGroup: (db: Reader, id: string) => Promise<Group | null> = together(
	async (db: Reader, ids: string[]) => {
		const found = await selectGroups(db).where(oneOf(groups.actorId, ids, "uuid"))
		return rowFor(ids, found.map(asGroup), ({ id }) => id)
	},
)

export const findGroupByHandle = async (db: Reader, handle: string): Promise<Group | null> =>
	(await selectGroups(db).where(and(eq(actors.handle, handle.toLowerCase()), eq(actors.local, true)))).map(
		asGroup,
	)[0] ?? null

/** The local groups among some URIs: actors' ids, or their followers collections (Mastodon addresses both). */
export const findGroupsAddressed = async (db: Reader, uris: string[]): Promise<Group[]> =>
	uris.length === 0 ? [] : groupsAmong(db, uris)

const groupsAmong: (db: Reader, uris: string[]) => Promise<Group[]> = together(
	async (db: Reader, asked: string[][]) => {
		const all = [...new Set(asked.flat())]
		const found = (
			await selectGroups(db).where(
				and(
					eq(actors.local, true),
					isNull(actors.goneAt),
					or(oneOf(actors.uri, all, "text"), oneOf(actors.followers, all, "text")),
				),
			)
		).map(asGroup)
		return asked.map((uris) =>
			found.filter(({ uri, followers }) => uris.includes(uri) || (followers && uris.includes(followers))),
		)
	},
)

/** The groups of this server by name; those that are private only when asked for all, or public ones that want to be found. */
export const listGroups = async (
	db: Reader,
	which: "public" | "indexed" | "all",
	limit: number = limits.listed,
): Promise<Group[]> =>
	(
		await selectGroups(db)
			.where(
				and(
					eq(actors.local, true),
					isNull(actors.goneAt),
					which === "all" ? undefined : eq(groups.visibility, "public"),
					which === "indexed" ? eq(groups.indexed, true) : undefined,
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
