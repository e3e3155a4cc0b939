import { and, asc, eq, isNull, sql } from "drizzle-orm"
import { limits } from "../src/limits.ts"
import type { Actor } from "../src/people/actor.ts"
import type { Database } from "./connect.ts"
import { nameIn } from "./member-names.ts"
import type { Membership } from "./members.ts"
import { actors, groups, members, posts, readMarks, shares } from "./schema/index.ts"
import { visibleTo } from "./visible.ts"

/** A group somebody follows or belongs to, and when they last looked at it. */
export type OwnGroup = { group: Actor; role: Membership["role"]; asked: boolean; since: Date }

/** Somebody's groups by name, of this server and of others. What was there before they came is not new to them. */
export const listOwnGroups = async (db: Database, actorId: string): Promise<OwnGroup[]> =>
	(
		await db
			.select({ group: actors, member: members, seenAt: readMarks.seenAt })
			.from(members)
			.innerJoin(actors, eq(actors.id, members.groupId))
			.leftJoin(
				readMarks,
				and(
					eq(readMarks.actorId, members.actorId),
					eq(readMarks.groupId, members.groupId),
					eq(readMarks.placeId, members.groupId),
				),
			)
			.where(and(eq(members.actorId, actorId), isNull(actors.goneAt)))
			.orderBy(sql`lower(${actors.name}) collate "und-x-icu"`, asc(actors.id))
			.limit(limits.ownGroups)
	).map(({ group, member, seenAt }) => ({
		group,
		role: member.role,
		asked: member.requestedAt !== null && member.role === "follower",
		since: seenAt ?? member.joinedAt,
	}))

/** Who wrote something that is new to somebody, and when; the latest first, and only of the last few posts of each group. */
export type News = { groupId: string; author: string; at: Date }

/** What came into somebody's groups since they last looked: at the group, or at the very conversation. Muted ones keep still. */
export const readNews = async (db: Database, actorId: string): Promise<News[]> => {
	const rows = await db.execute<{ group_id: string; author: string; at: string }>(sql`
		select n.* from ${members} own
		left join read_marks mark on mark.actor_id = own.actor_id and mark.group_id = own.group_id and mark.place_id = own.group_id
		cross join lateral (
			select ${shares.groupId} as group_id, ${nameIn(sql`own.group_id`)} as author, ${shares.sharedAt} as at
			from ${shares} join ${posts} on ${posts.id} = ${shares.postId} join ${groups} on ${groups.actorId} = ${shares.groupId}
				join ${actors} on ${actors.id} = ${posts.authorId}
			where ${visibleTo({ actorId })} and ${shares.groupId} = own.group_id and ${shares.state} = 'shared'
				and ${shares.sharedAt} > coalesce(mark.seen_at, own.joined_at) and ${posts.authorId} <> ${actorId}
				and not exists (select 1 from read_marks t where t.actor_id = ${actorId} and t.group_id = own.group_id
					and t.place_id = ${shares.threadId} and t.seen_at >= ${shares.sharedAt})
				and not exists (select 1 from mutes u where u.actor_id = ${actorId} and u.thread_id = ${shares.threadId})
			order by ${shares.sharedAt} desc, ${shares.postId} desc limit ${limits.newsRead}) n
		where own.actor_id = ${actorId}`)
	return rows
		.map((row) => ({ groupId: row.group_id, author: row.author, at: new Date(row.at) }))
		.sort((a, b) => b.at.getTime() - a.at.getTime())
}

/** What waits for a decision in a group: somebody who asks to come in, a post, or a report. */
export type Matters = {
	groupId: string
	requests: boolean
	held: boolean
	reports: boolean
	letters: boolean
}

/** In which of the groups that somebody looks after something waits for those who do. */
export const listMatters = async (db: Database, actorId: string): Promise<Matters[]> =>
	(
		await db.execute<{
			id: string
			requests: boolean
			held: boolean
			reports: boolean
			letters: boolean
		}>(sql`
			select m.group_id as id,
				exists (select 1 from ${members} r where r.group_id = m.group_id and r.role = 'follower' and r.requested_at is not null) as requests,
				exists (select 1 from ${shares} s where s.group_id = m.group_id and s.state = 'held') as held,
				exists (select 1 from reports p where p.group_id = m.group_id and p.resolved_at is null) as reports,
				exists (select 1 from modmail l where l.group_id = m.group_id and l.closed_at is null) as letters
			from ${members} m join ${actors} a on a.id = m.group_id and a.local and a.gone_at is null
			where m.actor_id = ${actorId} and m.role in ('moderator', 'owner')`)
	).map(({ id, ...waits }) => ({ groupId: id, ...waits }))
