import type { Transaction } from "../../db/connect.ts"
import { countBookmarks, deleteBookmark, insertBookmark } from "../../db/keeping.ts"
import { maySee } from "../../db/polls.ts"
import { limits } from "../limits.ts"
import type { Actor } from "../people/actor.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"

/** Somebody keeps a post to find it again, or keeps it no longer. That is theirs alone: nobody is told, so no event says it. */
export const keepPost = async (
	world: World,
	tx: Transaction,
	{ person, postId, keep }: { person: Actor; postId: string; keep: boolean },
): Promise<Result> => {
	if (!keep) {
		await deleteBookmark(tx, person.id, postId)
		return done(undefined)
	}
	if (!(await maySee(tx, { actorId: person.id }, postId)))
		return refused("not-found", "There is no such post here.")
	if ((await countBookmarks(tx, person.id)) >= limits.postsKept)
		return refused("too-late", "You keep as many posts as there is room for. Please let go of one first.")
	await insertBookmark(tx, { actorId: person.id, postId, createdAt: world.ports.now() })
	return done(undefined)
}
