import { findDomainPolicy, upsertDomainPolicy } from "../../../db/borders/rules.ts"
import type { Transaction } from "../../../db/connect.ts"
import { record } from "../../../db/events.ts"
import { findServer, updateServer } from "../../../db/server.ts"
import { limits } from "../../limits.ts"
import { runsServer } from "../../operating/runs-server.ts"
import { done, type Result, refused } from "../../result.ts"
import type { World } from "../../world.ts"
import { actorOf, type By } from "../by.ts"
import { normalDomain } from "../domains.ts"

export type Federating = "open" | "listed"

/**
 * Which servers are spoken with: all but those that are blocked, or only those on a list. `keep` goes onto the list in the
 * same moment, so that nobody is cut off whom the operator did not mean; what is blocked stays blocked.
 */
export const changeFederating = async (
	world: World,
	tx: Transaction,
	{ federating, keep, by }: { federating: Federating; keep: readonly string[]; by: By },
): Promise<Result> => {
	if (by !== "operator" && !(await runsServer(tx, by.actorId)))
		return refused("forbidden", "Only the operator decides for the whole server.")
	if (keep.length > limits.domainRules) return refused("invalid", "That is more than a list can hold.")
	const server = await findServer(tx)
	if (federating === "listed") for (const name of keep) await list(world, tx, name)
	if (server?.federating === federating) return done(undefined)
	await updateServer(tx, { federating })
	await record(tx, world.ports, {
		type: "federating-changed",
		actorId: actorOf(by),
		facts: { federating },
	})
	return done(undefined)
}

const list = async (world: World, tx: Transaction, name: string): Promise<void> => {
	const domain = normalDomain(name)
	const was = domain ? await findDomainPolicy(tx, null, domain) : null
	if (!domain || was?.severity === "block") return
	await upsertDomainPolicy(tx, {
		...(was ?? { id: world.ports.newId(), groupId: null, domain, severity: "none" }),
		listed: true,
	})
}
