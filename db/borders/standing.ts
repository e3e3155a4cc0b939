import { sql } from "drizzle-orm"
import { type Rule, type Standing, strictest, unlisted } from "../../src/moderation/borders/standing.ts"
import { domainsOf } from "../../src/moderation/domains.ts"
import type { Actor } from "../../src/people/actor.ts"
import type { Database, Transaction } from "../connect.ts"
import { together } from "../together.ts"

type Reader = Database | Transaction
type Asked = { host: string; uri: string | null; groupId: string | null }
type Person = Pick<Actor, "uri" | "host">
type Found = {
	federating: "open" | "listed" | null
	origin: string | null
	rules: (Rule & { domain: string; groupId: string | null; listed: boolean })[]
	people: { uri: string; severity: "block" | "limit" }[]
}

/** How a host stands with this server, and with one group of it; what is said of a domain above it counts, too. */
export const hostStanding = (db: Reader, host: string, groupId: string | null): Promise<Standing> =>
	standingOf(db, { host, uri: null, groupId })

/** How somebody stands: what is decided about them, and about their server. */
export const personStanding = (
	db: Reader,
	{ uri, host }: Person,
	groupId: string | null,
): Promise<Standing> => standingOf(db, { host, uri, groupId })

/** Whether nothing of a host is taken and nothing sent there. */
export const isBlockedHost = async (db: Reader, host: string, groupId: string | null): Promise<boolean> =>
	(await hostStanding(db, host, groupId)).severity === "block"

/** Whether nothing of somebody is taken, for their own sake or that of their server. */
export const isBlockedPerson = async (db: Reader, person: Person, groupId: string | null): Promise<boolean> =>
	(await personStanding(db, person, groupId)).severity === "block"

const standingOf: (db: Reader, asked: Asked) => Promise<Standing> = together(
	async (db: Reader, asked: Asked[]) => {
		const domains = [...new Set(asked.flatMap(({ host }) => domainsOf(host)))]
		const groupIds = [...new Set(asked.flatMap(({ groupId }) => groupId ?? []))]
		const uris = [...new Set(asked.flatMap(({ uri }) => uri ?? []))]
		const [found] = (await db.execute(sql`select
			(select federating from server) as federating, (select web_origin from server) as origin,
			coalesce((select json_agg(json_build_object('domain', domain, 'groupId', group_id, 'severity', severity,
				'rejectMedia', reject_media, 'rejectReports', reject_reports, 'listed', listed)) from (
				select domain, group_id, severity, reject_media, reject_reports, listed from domain_policies
				where domain = any(${sql.param(domains)}::text[])
				and (group_id is null or group_id = any(${sql.param(groupIds)}::uuid[]))
				union all select domain, null, severity, reject_media, reject_reports, false from listed_domains
				where domain = any(${sql.param(domains)}::text[]) and state = 'counts') r), '[]') as rules,
			coalesce((select json_agg(json_build_object('uri', a.uri, 'severity', p.severity)) from person_policies p
				join actors a on a.id = p.actor_id where a.uri = any(${sql.param(uris)}::text[])), '[]') as people`)) as unknown as [
			Found,
		]
		return asked.map((one) => decide(one, found))
	},
)

const decide = ({ host, uri, groupId }: Asked, found: Found): Standing => {
	const isOurs = found.origin !== null && new URL(found.origin).host === host
	// What is said of a domain above this server's own is about the others there: nobody blocks their own house.
	const domains = isOurs ? [] : domainsOf(host)
	const rules = found.rules.filter(
		(rule) => domains.includes(rule.domain) && (rule.groupId === null || rule.groupId === groupId),
	)
	const isListed = rules.some((rule) => rule.groupId === null && rule.listed)
	const apart = found.federating === "listed" && !isListed && !isOurs ? [unlisted] : []
	const people = found.people
		.filter((person) => person.uri === uri)
		.map(({ severity }) => ({ severity, rejectMedia: false, rejectReports: false }))
	return strictest([...rules, ...apart, ...people])
}
