import type { Transaction } from "../../../db/connect.ts"
import { record } from "../../../db/events.ts"
import { deleteFeedKey } from "../../../db/feed-keys.ts"
import { done, type Result, refused } from "../../result.ts"
import type { World } from "../../world.ts"

/** Somebody takes back their key to a group's feed; from now on it opens nothing. */
export const removeFeedKey = async (
	world: World,
	tx: Transaction,
	{ actorId, groupId }: { actorId: string; groupId: string },
): Promise<Result> => {
	if (!(await deleteFeedKey(tx, groupId, actorId)))
		return refused("not-found", "There is no address to take back.")
	await record(tx, world.ports, {
		type: "account-changed",
		actorId,
		facts: { changed: ["feed-key-removed"] },
	})
	return done(undefined)
}
