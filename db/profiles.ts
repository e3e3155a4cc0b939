import { and, asc, eq, isNull, ne, sql } from "drizzle-orm"
import { limits } from "../src/limits.ts"
import type { Actor } from "../src/people/actor.ts"
import type { Viewer } from "../src/posts/post.ts"
import type { Database, Transaction } from "./connect.ts"
import { accounts, actors, groups, members, posts, shares } from "./schema/index.ts"

/** The groups of this server in which something of somebody's stands: whoever follows them has read them. */
export const groupsSpokenIn = async (tx: Transaction, actorId: string): Promise<string[]> =>
	(
		await tx
			.selectDistinct({ id: shares.groupId })
			.from(shares)
			.innerJoin(posts, eq(posts.id, shares.postId))
			.innerJoin(actors, eq(actors.id, shares.groupId))
			.where(
				and(
					eq(posts.authorId, actorId),
					eq(shares.state, "shared"),
					eq(actors.local, true),
					isNull(actors.goneAt),
				),
			)
			.limit(limits.listed)
	).map(({ id }) => id)

/**
 * The groups of this server that somebody belongs to, as far as a viewer may know: those that both belong to; and those that
 * are public, if the person shows them to everybody, or looks at their own page.
 */
export const listGroupsOf = async (db: Database, personId: string, viewer: Viewer): Promise<Actor[]> => {
	const viewerId = viewer === "anyone" ? null : viewer.actorId
	const both = sql`exists (select 1 from ${members} v where v.group_id = ${members.groupId}
		and v.actor_id = ${viewerId}::uuid and v.role <> 'follower')`
	const shown = sql`(${groups.visibility} = 'public' and ${accounts.groupsShown} = 'anyone')`
	return (
		await db
			.select({ group: actors })
			.from(members)
			.innerJoin(actors, eq(actors.id, members.groupId))
			.innerJoin(groups, eq(groups.actorId, members.groupId))
			.innerJoin(accounts, eq(accounts.actorId, members.actorId))
			.where(
				and(
					eq(members.actorId, personId),
					ne(members.role, "follower"),
					eq(actors.local, true),
					isNull(actors.goneAt),
					sql`(${both} or ${shown})`,
				),
			)
			.orderBy(asc(actors.name), asc(actors.id))
			.limit(limits.listed)
	).map(({ group }) => group)
}
