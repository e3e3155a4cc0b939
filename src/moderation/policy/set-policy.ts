import type { Transaction } from "../../../db/connect.ts"
import { record } from "../../../db/events.ts"
import { findPolicies, insertPolicy, lockPolicy } from "../../../db/policies.ts"
import { hastenTurns } from "../../../db/turns.ts"
import { admitNext } from "../../groups/admit-next.ts"
import { done, type Result, refused } from "../../result.ts"
import type { World } from "../../world.ts"
import { actorOf, type By, mayDo, reasonProblem } from "../by.ts"
import type { Rules } from "./rules.ts"

export type PolicyDeed = {
	groupId: string
	rules: Rules
	by: By
	reason: string
	/** The version that was changed; another one since then is not overwritten unseen. */
	since?: number
}

/** A group's rules for the machine from now on. Answers the number of the new version, or of the one in force if nothing is new. */
export const setPolicy = async (
	world: World,
	tx: Transaction,
	{ groupId, rules, by, reason, since }: PolicyDeed,
): Promise<Result<number>> => {
	const problem = reasonProblem(reason)
	if (problem) return refused("invalid", problem)
	const allowed = await mayDo(tx, by, groupId, "set-policy")
	if (!allowed.ok) return allowed
	const version = await lockPolicy(tx, groupId)
	if (since !== undefined && since !== version)
		return refused(
			"too-late",
			"Somebody else changed these rules a moment ago. Here they are as they stand now.",
		)
	const { rules: before } = await findPolicies(tx, groupId)
	const changed = partsChanged(before, rules)
	if (changed.length === 0) return done(version)
	const [actorId, createdAt] = [actorOf(by), world.ports.now()]
	const row = { id: world.ports.newId(), groupId, version: version + 1, rules, actorId, reason, createdAt }
	await insertPolicy(tx, row)
	// Whoever waits in a line waits at the new pace.
	if (changed.includes("slow") || changed.includes("quiet")) await hastenTurns(tx, groupId, createdAt)
	const facts = { version: version + 1, changed }
	await record(tx, world.ports, { type: "policy-changed", groupId, actorId, reason, facts })
	if (changed.includes("cap")) await admitNext(world, tx, groupId)
	return done(version + 1)
}

/** Which parts differ, by name; the order of what is kept does not matter. */
export const partsChanged = <T extends object>(before: T, after: T): string[] =>
	(Object.keys(after) as (keyof T & string)[]).filter((part) => plain(before[part]) !== plain(after[part]))

const plain = (value: unknown): string =>
	JSON.stringify(value, (_, one) =>
		one && typeof one === "object" && !Array.isArray(one)
			? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
			: one,
	)
