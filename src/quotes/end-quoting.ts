import type { Transaction } from "../../db/connect.ts"
import { record } from "../../db/events.ts"
import { lockQuoting, setQuoteAuthorization } from "../../db/quotes.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"
import { groupsToTell } from "./groups-to-tell.ts"

/** Whoever was quoted allows it no longer. The post that quotes them stands, and claims no permission from now on. */
export const endQuoting = async (
	world: World,
	tx: Transaction,
	{ authorization }: { authorization: string },
): Promise<Result> => {
	const post = await lockQuoting(tx, authorization)
	if (!post) return refused("not-found", "No post here quotes by that permission.")
	await setQuoteAuthorization(tx, post.id, null)
	for (const groupId of await groupsToTell(tx, post))
		await record(tx, world.ports, {
			type: "quoting-ended",
			groupId,
			postId: post.id,
			facts: { authorization },
		})
	return done(undefined)
}
