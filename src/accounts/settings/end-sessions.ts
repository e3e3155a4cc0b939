import { deleteWaysIn } from "../../../db/accounts.ts"
import type { Transaction } from "../../../db/connect.ts"
import { record } from "../../../db/events.ts"
import { deleteSessionOf } from "../../../db/sessions.ts"
import { done, type Result, refused } from "../../result.ts"
import type { World } from "../../world.ts"

/** Somebody signs out elsewhere: in one place, by its name on pages, or everywhere but where they are (its token's hash). */
export const endSessions = async (
	world: World,
	tx: Transaction,
	{ actorId, which }: { actorId: string; which: { id: string } | { allBut: string } },
): Promise<Result> => {
	if ("allBut" in which) await deleteWaysIn(tx, actorId, which.allBut)
	else if (!(await deleteSessionOf(tx, actorId, which.id)))
		return refused("not-found", "You are not signed in there any more.")
	await record(tx, world.ports, { type: "account-changed", actorId, facts: { changed: ["sessions"] } })
	return done(undefined)
}
