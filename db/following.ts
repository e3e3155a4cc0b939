import { and, asc, desc, eq, gt, isNull, sql } from "drizzle-orm"
import type { Group } from "../src/groups/group.ts"
import type { Actor } from "../src/people/actor.ts"
import type { Viewer } from "../src/posts/post.ts"
import type { Database, Transaction } from "./connect.ts"
import { findGroup } from "./groups.ts"
import { actors, events, groups, members, posts, shares } from "./schema/index.ts"
import { rowsFor, together } from "./together.ts"
import { visibleTo } from "./visible.ts"

type Reader = Database | Transaction

/** Whether anybody here, a person or a group, follows a group or has asked to. */
export const isFollowedHere = async (db: Reader, groupId: string): Promise<boolean> =>
	(await listFollowersHere(db, groupId, null, 1)).length > 0

/** Who here follows a group or has asked to: people, groups, or both. */
export const listFollowersHere = async (
	db: Reader,
	groupId: string,
	kind: "person" | "group" | null,
	limit: number,
): Promise<Actor[]> =>
	(
		await db
			.select({ actor: actors })
			.from(members)
			.innerJoin(actors, eq(actors.id, members.actorId))
			.where(
				and(
					eq(members.groupId, groupId),
					eq(actors.local, true),
					isNull(actors.goneAt),
					kind ? eq(actors.kind, kind) : undefined,
				),
			)
			.orderBy(asc(members.joinedAt), asc(actors.id))
			.limit(limit)
	).map((row) => row.actor)

/** The groups of this server that show what a group shares, since they follow it. */
export const listGroupsCarrying = async (
	tx: Transaction,
	groupId: string,
	limit: number,
): Promise<Group[]> => {
	const found: Group[] = []
	for (const id of (await groupsFollowing(tx, groupId)).slice(0, limit)) {
		const group = await findGroup(tx, id)
		if (group && !group.movedTo) found.push(group)
	}
	return found
}

const groupsFollowing: (tx: Transaction, groupId: string) => Promise<string[]> = together(
	async (tx: Transaction, groupIds: string[]) => {
		const rows = await tx.execute<{ followed: string; id: string }>(sql`
			select f.id as followed, a.id from unnest(${sql.param([...new Set(groupIds)])}::uuid[]) f(id)
			cross join lateral (
				select a.id from ${members} m join ${actors} a on a.id = m.actor_id
				where m.group_id = f.id and a.local and a.gone_at is null and a.kind = 'group'
				order by m.joined_at, a.id limit 200) a`)
		return rowsFor(groupIds, rows, ({ followed }) => followed).map((found) => found.map(({ id }) => id))
	},
)

/** The groups that somebody here, a person or a group, follows or has asked to. */
export const listFollowed = async (db: Reader, actorId: string, limit: number): Promise<Actor[]> =>
	(
		await db
			.select({ group: actors })
			.from(members)
			.innerJoin(actors, eq(actors.id, members.groupId))
			.where(eq(members.actorId, actorId))
			.orderBy(asc(actors.handle), asc(actors.id))
			.limit(limit)
	).map((row) => row.group)

/** When somebody here last moved, if that was after a moment. */
export const lastMoveSince = async (tx: Transaction, actorId: string, since: Date): Promise<Date | null> =>
	(
		await tx
			.select({ at: events.at })
			.from(events)
			.where(
				and(
					eq(events.type, "actor-moved"),
					gt(events.at, since),
					sql`(${events.groupId} = ${actorId} or ${events.personId} = ${actorId})`,
				),
			)
			.orderBy(desc(events.position))
			.limit(1)
	)[0]?.at ?? null

/** The groups in which somebody may see a post, and so may complain of it. */
export const findPlacesToReport = async (
	tx: Transaction,
	postId: string,
	viewer: Viewer,
): Promise<{ id: string; local: boolean }[]> =>
	await tx
		.select({ id: actors.id, local: actors.local })
		.from(shares)
		.innerJoin(posts, eq(posts.id, shares.postId))
		.innerJoin(groups, eq(groups.actorId, shares.groupId))
		.innerJoin(actors, eq(actors.id, shares.groupId))
		.where(and(visibleTo(viewer), eq(shares.postId, postId)))
		.limit(20)
