import type { Command } from "commander"
import { type DomainPolicy, listDomainPolicies } from "../../../db/borders/rules.ts"
import { enact } from "../../moderation/enact.ts"
import { type DomainDeed, limitDomain } from "../../moderation/limit-domain.ts"
import type { World } from "../../world.ts"
import { groupNamed } from "../group.ts"
import { orRefuse, type Row, say } from "../speak.ts"
import type { WithWorld } from "../tools.ts"
import { federatingVerb } from "./federating.ts"
import { listVerbs } from "./lists.ts"

const json = ["--json", "print one JSON value"] as const
const inGroup = ["--group <group>", "for one group only; else for the whole server"] as const

type Options = {
	group?: string
	reason: string
	publicReason?: string
	note?: string
	obfuscate?: boolean
	rejectMedia?: boolean
	rejectReports?: boolean
	unlist?: boolean
	json?: boolean
}

/** What the server, or one group, decides about other servers and all below them. */
export const domainVerbs = (domain: Command, withWorld: WithWorld): void => {
	const decide = (severity: DomainDeed["severity"], state: string, name: string, options: Options) =>
		withWorld(async (world) => {
			const deed = { domain: name, severity, by: "operator", ...(await wordsOf(world, options)) } as const
			const id = orRefuse(await enact(world, (tx) => limitDomain(world, tx, deed)))
			say({ id, state }, options)
		})
	const deciding = (verb: string, says: string) =>
		domain
			.command(verb)
			.description(says)
			.argument("<domain>")
			.option(...inGroup)
			.option("--reason <text>", "why; it stands in the mod log", "")
			.option("--public-reason <text>", "why, for those who may read the server's list")
			.option("--note <text>", "a note for those who decide, in no log")
			.option("--obfuscate", "show the name on that list only in part")
			.option("--reject-reports", "take no reports from there")
			.option(...json)
	deciding("block", "take nothing from it, and send it nothing").action((name, options) =>
		decide("block", "block", name, options),
	)
	deciding("limit", "its posts wait for a moderator")
		.option("--reject-media", "show none of its pictures")
		.action((name, options) => decide("limit", "limit", name, options))
	deciding("refuse", "like any other, but for its pictures or reports")
		.option("--reject-media", "show none of its pictures")
		.action((name, options) => decide("none", "none", name, options))
	domain
		.command("allow")
		.description("nothing is decided about it any more; where only listed servers are spoken with, it is one")
		.argument("<domain>")
		.option(...inGroup)
		.option("--reason <text>", "why; it stands in the mod log", "")
		.option("--unlist", "take it off the list of those that are spoken with")
		.option(...json)
		.action((name, options) => decide(null, options.unlist ? "unlisted" : "allowed", name, options))
	domain
		.command("list")
		.option(...inGroup)
		.option(...json)
		.action((options) =>
			withWorld(async (world) => {
				const { groupId } = await wordsOf(world, options)
				say((await listDomainPolicies(world.db, groupId)).map(rowOf), options)
			}),
		)
	federatingVerb(domain, withWorld)
	listVerbs(domain, withWorld)
}

const wordsOf = async (world: World, { group, reason, json: _, ...options }: Options) => ({
	...options,
	groupId: group ? (await groupNamed(world, group)).id : null,
	reason,
})

const rowOf = (policy: DomainPolicy): Row => ({
	id: policy.domain,
	domain: policy.domain,
	state: policy.severity,
	reason: policy.reason,
	public_reason: policy.publicReason,
	note: policy.note,
	reject_media: policy.rejectMedia,
	reject_reports: policy.rejectReports,
	listed: policy.listed,
	obfuscate: policy.obfuscate,
})
