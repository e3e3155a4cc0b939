import { type SQL, sql } from "drizzle-orm"
import type { Viewer } from "../src/posts/post.ts"
import { isBlockedBy } from "./blocks.ts"
import { groups, members, postPeople, posts, shares } from "./schema/index.ts"

/**
 * Who may see a post that a group holds: the one predicate of every read. It speaks of `posts`, `shares` and `groups`,
 * which the query must join; totals and cursors are computed after it. What a reader blocks they do not see.
 */
export const visibleTo = (viewer: Viewer): SQL => {
	const shared = sql`(${shares.state} = 'shared' and ${posts.deletedAt} is null and ${groups.closedAt} is null)`
	const public_ = sql`(${posts.audience} = 'public' and ${groups.visibility} = 'public')`
	if (viewer === "anyone") return sql`(${shared} and ${public_})`
	const member = sql`exists (select 1 from ${members} m where m.group_id = ${shares.groupId}
		and m.actor_id = ${viewer.actorId} and m.role <> 'follower')`
	const named = sql`exists (select 1 from ${postPeople} p where p.post_id = ${posts.id} and p.actor_id = ${viewer.actorId})`
	const blocked = isBlockedBy(viewer.actorId, {
		authorId: sql`${posts.authorId}`,
		groupId: sql`${shares.groupId}`,
	})
	return sql`(${shared} and not ${blocked} and (${public_} or ${posts.authorId} = ${viewer.actorId}
		or (${posts.audience} <> 'people' and ${member}) or (${posts.audience} = 'people' and ${named})))`
}
