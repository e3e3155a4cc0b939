import { listDomainPolicies } from "../../../db/borders/rules.ts"
import { hostsWithTies, listTies, type Tie } from "../../../db/borders/ties.ts"
import type { Database } from "../../../db/connect.ts"
import { domainsOf } from "../domains.ts"

/** Who would be cut off if some domains, and all below them, were blocked; under each domain, as far as it touches anybody. */
export const cutOff = async (db: Database, domains: readonly string[]): Promise<Map<string, Tie[]>> => {
	const wanted = new Set(domains)
	const touched = new Map<string, string[]>()
	for (const host of await hostsWithTies(db)) {
		const under = domainsOf(host).filter((domain) => wanted.has(domain))
		if (under.length > 0) touched.set(host, under)
	}
	const found = new Map<string, Tie[]>()
	for (const tie of await listTies(db, [...touched.keys()]))
		for (const domain of touched.get(tie.host) ?? []) found.set(domain, [...(found.get(domain) ?? []), tie])
	return found
}

/** Servers with which somebody here has to do, and which are not on the list of those that are spoken with. */
export const unlistedHosts = async (db: Database): Promise<string[]> => {
	const policies = await listDomainPolicies(db, null)
	const settled = new Set(
		policies.filter(({ listed, severity }) => listed || severity === "block").map(({ domain }) => domain),
	)
	return (await hostsWithTies(db)).filter((host) => !domainsOf(host).some((domain) => settled.has(domain)))
}
