import type { Transaction } from "../../../db/connect.ts"
import { record } from "../../../db/events.ts"
import { findBounds, insertPolicy, lockPolicy } from "../../../db/policies.ts"
import { runsServer } from "../../operating/runs-server.ts"
import { done, type Result, refused } from "../../result.ts"
import type { World } from "../../world.ts"
import { actorOf, type By, reasonProblem } from "../by.ts"
import type { Bounds } from "./rules.ts"
import { partsChanged } from "./set-policy.ts"

export type BoundsDeed = {
	bounds: Bounds
	by: By
	reason: string
	/** The version that was changed; another one since then is not overwritten unseen. */
	since?: number
}

/** What the server demands of every group from now on. Answers the number of the new version, or of the one in force if nothing is new. */
export const setBounds = async (
	world: World,
	tx: Transaction,
	{ bounds, by, reason, since }: BoundsDeed,
): Promise<Result<number>> => {
	const problem = reasonProblem(reason)
	if (problem) return refused("invalid", problem)
	if (by !== "operator" && !(await runsServer(tx, by.actorId)))
		return refused("forbidden", "Only the operator decides for the whole server.")
	const version = await lockPolicy(tx, null)
	if (since !== undefined && since !== version)
		return refused(
			"too-late",
			"Somebody else changed these rules a moment ago. Here they are as they stand now.",
		)
	const changed = partsChanged((await findBounds(tx)).bounds, bounds)
	if (changed.length === 0) return done(version)
	const [actorId, createdAt] = [actorOf(by), world.ports.now()]
	const next = { version: version + 1, actorId, reason }
	await insertPolicy(tx, { ...next, id: world.ports.newId(), groupId: null, rules: bounds, createdAt })
	const facts = { version: version + 1, changed }
	await record(tx, world.ports, { type: "policy-changed", groupId: null, actorId, reason, facts })
	return done(version + 1)
}
