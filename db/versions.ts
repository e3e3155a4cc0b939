import { and, desc, eq } from "drizzle-orm"
import { limits } from "../src/limits.ts"
import type { Viewer } from "../src/posts/post.ts"
import type { Database } from "./connect.ts"
import { groups, posts, postVersions, shares } from "./schema/index.ts"
import { visibleTo } from "./visible.ts"

export type Version = { title: string | null; html: string; replacedAt: Date }

/** What a post said before it was edited, the latest wording first, for whoever may see the post in a group. */
export const readVersions = async (
	db: Database,
	viewer: Viewer,
	{ groupId, postId }: { groupId: string; postId: string },
	limit: number = limits.versionsListed,
): Promise<Version[]> =>
	await db
		.select({ title: postVersions.title, html: postVersions.html, replacedAt: postVersions.replacedAt })
		.from(postVersions)
		.innerJoin(posts, eq(posts.id, postVersions.postId))
		.innerJoin(shares, eq(shares.postId, posts.id))
		.innerJoin(groups, eq(groups.actorId, shares.groupId))
		.where(and(visibleTo(viewer), eq(shares.groupId, groupId), eq(postVersions.postId, postId)))
		.orderBy(desc(postVersions.version))
		.limit(limit)
