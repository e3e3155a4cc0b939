import { and, asc, eq, inArray, isNull, type SQL, sql } from "drizzle-orm"
import type { Role } from "../src/groups/member.ts"
import type { Actor } from "../src/people/actor.ts"
import type { Viewer } from "../src/posts/post.ts"
import { isBlockedBy } from "./blocks.ts"
import type { Database } from "./connect.ts"
import { knownIn, nameIn } from "./member-names.ts"
import { actors, groups, memberNames, members } from "./schema/index.ts"

export type Belonging = { actor: Actor; role: Role }

/** Names stand as a dictionary has them, in whatever letters: the order of Unicode (UTS 10), which every build of PostgreSQL knows. */
const byName = sql`lower(${nameIn(sql`${members.groupId}`)}) collate "und-x-icu"`

/**
 * Whom a viewer may know to be in a group. Its people see each other; everybody else sees only who looks after it, and only
 * if the group is for everybody. Whom a viewer blocks they do not see. Speaks of `members`, `actors` and `groups`.
 */
const knownTo = (viewer: Viewer): SQL => {
	const host = sql`(${members.role} in ('moderator', 'owner') and ${groups.visibility} = 'public')`
	if (viewer === "anyone") return host
	const among = sql`exists (select 1 from ${members} v where v.group_id = ${members.groupId}
		and v.actor_id = ${viewer.actorId} and v.role <> 'follower')`
	const blocked = isBlockedBy(viewer.actorId, {
		authorId: sql`${members.actorId}`,
		groupId: sql`${members.actorId}`,
	})
	return sql`((${host} or ${among}) and not ${blocked})`
}

/** The people of a group by their names, those who only follow left out; from somebody on, as far as the viewer may know them. */
export const listPeople = async (
	db: Database,
	viewer: Viewer,
	groupId: string,
	{ after, limit }: { after: string | null; limit: number },
): Promise<Belonging[]> =>
	await db
		.select({ actor: knownIn(sql`${members.groupId}`), role: members.role })
		.from(members)
		.innerJoin(actors, eq(actors.id, members.actorId))
		.innerJoin(groups, eq(groups.actorId, members.groupId))
		.where(
			and(
				eq(members.groupId, groupId),
				inArray(members.role, ["member", "moderator", "owner"]),
				eq(actors.kind, "person"),
				isNull(actors.goneAt),
				knownTo(viewer),
				after
					? sql`(${byName}, ${actors.id}) > (select lower(coalesce((select nullif(n.name, '') from ${memberNames} n where n.group_id = ${groupId} and n.actor_id = p.id), p.name))
							collate "und-x-icu", p.id from ${actors} p where p.id = ${after}::uuid)`
					: undefined,
			),
		)
		.orderBy(asc(byName), asc(actors.id))
		.limit(limit)
