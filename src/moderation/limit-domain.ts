import type { Transaction } from "../../db/connect.ts"
import { record } from "../../db/events.ts"
import { deleteDomainPolicy, findSeverity, upsertDomainPolicy } from "../../db/moderation.ts"
import { runsServer } from "../operating/runs-server.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"
import { actorOf, type By, mayDo, reasonProblem } from "./by.ts"
import { normalDomain } from "./domains.ts"

export type DomainDeed = {
	/** Null for the whole server, which only its operator decides. */
	groupId: string | null
	domain: string
	/** Block: nothing is taken or sent. Limit: posts wait for a moderator. Null: neither any more. */
	severity: "block" | "limit" | null
	by: By
	reason: string
}

/** What is decided about another server, and every domain under it. Answers with the domain in its one form. */
export const limitDomain = async (
	world: World,
	tx: Transaction,
	deed: DomainDeed,
): Promise<Result<string>> => {
	const domain = normalDomain(deed.domain)
	if (!domain) return refused("invalid", `${deed.domain} is no domain like example.social.`)
	if (domain === world.origin.host) return refused("invalid", "That is this server itself.")
	const problem = reasonProblem(deed.reason)
	if (problem) return refused("invalid", problem)
	const { groupId, severity, by, reason } = deed
	if (!groupId && by !== "operator" && !(await runsServer(tx, by.actorId)))
		return refused("forbidden", "Only the operator decides for the whole server.")
	const allowed = groupId ? await mayDo(tx, by, groupId, "set-domain") : done(undefined)
	if (!allowed.ok) return allowed
	const was = await findSeverity(tx, groupId, domain)
	if (severity) await upsertDomainPolicy(tx, { id: world.ports.newId(), groupId, domain, severity, reason })
	else if (!(await deleteDomainPolicy(tx, groupId, domain)))
		return refused("not-found", `Nothing was decided about ${domain}.`)
	await record(tx, world.ports, {
		type: "domain-limited",
		groupId,
		actorId: actorOf(by),
		reason,
		facts: { domain, severity, was },
	})
	return done(domain)
}
