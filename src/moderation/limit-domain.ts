import {
	type DomainPolicy,
	deleteDomainPolicy,
	findDomainPolicy,
	upsertDomainPolicy,
} from "../../db/borders/rules.ts"
import type { Transaction } from "../../db/connect.ts"
import { record } from "../../db/events.ts"
import { findServer } from "../../db/server.ts"
import { runsServer } from "../operating/runs-server.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"
import type { Rule, Severity } from "./borders/standing.ts"
import { actorOf, type By, mayDo, reasonProblem } from "./by.ts"
import { normalDomain } from "./domains.ts"

export type DomainDeed = {
	/** Null for the whole server, which only its operator decides. */
	groupId: string | null
	domain: string
	/**
	 * Block: nothing is taken or sent. Limit: posts wait for a moderator. None: like any other, but for what is refused or
	 * listed. Null: nothing is decided any more; or, where only listed servers are spoken with, it is listed.
	 */
	severity: Severity | null
	by: By
	/** As it stands in the log: the operator's for the server, in public with a group's block. */
	reason: string
	/** For those who decide, in no log. */
	note?: string
	/** What stands beside it on the server's own list, for those who may read that. */
	publicReason?: string | null
} & Partial<Omit<Rule, "severity">> & { obfuscate?: boolean; unlist?: boolean }

/** What is decided about another server, and every domain under it. Answers with the domain in its one form. */
export const limitDomain = async (
	world: World,
	tx: Transaction,
	deed: DomainDeed,
): Promise<Result<string>> => {
	const domain = normalDomain(deed.domain)
	if (!domain) return refused("invalid", `${deed.domain} is no domain like example.social.`)
	if (domain === world.origin.host) return refused("invalid", "That is this server itself.")
	for (const words of [deed.reason, deed.note ?? "", deed.publicReason ?? ""]) {
		const problem = reasonProblem(words)
		if (problem) return refused("invalid", problem)
	}
	const allowed = await mayDecide(tx, deed)
	if (!allowed.ok) return allowed
	const { groupId, severity, by, reason } = deed
	const was = await findDomainPolicy(tx, groupId, domain)
	const row = rowOf(deed, was, groupId === null && (await findServer(tx))?.federating === "listed")
	if (decidesAnything(row))
		await upsertDomainPolicy(tx, { id: was?.id ?? world.ports.newId(), groupId, domain, ...row })
	else if (was) await deleteDomainPolicy(tx, groupId, domain)
	else return refused("not-found", `Nothing was decided about ${domain}.`)
	const { rejectMedia, rejectReports, listed } = row
	await record(tx, world.ports, {
		type: "domain-limited",
		groupId,
		actorId: actorOf(by),
		reason,
		facts: {
			domain,
			severity,
			was: was?.severity ?? null,
			...(rejectMedia && { rejectMedia }),
			...(rejectReports && { rejectReports }),
			...(listed !== (was?.listed ?? false) && { listed }),
		},
	})
	return done(domain)
}

const mayDecide = async (tx: Transaction, { groupId, by }: DomainDeed): Promise<Result> => {
	if (groupId) return mayDo(tx, by, groupId, "set-domain")
	return by === "operator" || (await runsServer(tx, by.actorId))
		? done(undefined)
		: refused("forbidden", "Only the operator decides for the whole server.")
}

type Decided = Omit<DomainPolicy, "id" | "groupId" | "domain" | "createdAt">

const rowOf = (deed: DomainDeed, was: DomainPolicy | null, onlyListed: boolean): Decided => {
	const { severity, groupId, unlist = false } = deed
	const lifted = severity === null
	const isListed = onlyListed || (was?.listed ?? false)
	return {
		severity: severity ?? "none",
		rejectMedia: !lifted && (deed.rejectMedia ?? false),
		rejectReports: !lifted && (deed.rejectReports ?? false),
		listed: groupId === null && severity !== "block" && !unlist && isListed,
		reason: deed.reason,
		note: deed.note ?? "",
		publicReason: lifted ? null : (deed.publicReason ?? null),
		obfuscate: !lifted && (deed.obfuscate ?? false),
	}
}

const decidesAnything = ({ severity, rejectMedia, rejectReports, listed }: Decided): boolean =>
	severity !== "none" || rejectMedia || rejectReports || listed
