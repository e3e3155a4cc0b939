import type { Command } from "commander"
import { listPersonPolicies } from "../../../db/borders/rules.ts"
import { limitPerson } from "../../moderation/borders/limit-person.ts"
import { enact } from "../../moderation/enact.ts"
import { handleOf } from "../../people/actor.ts"
import { orRefuse, say } from "../speak.ts"
import type { Tools, WithWorld } from "../tools.ts"
import { whoIs } from "../who.ts"

const json = ["--json", "print one JSON value"] as const
const severities = { block: "block", limit: "limit", allow: null } as const
const says = {
	block: "take nothing of theirs, in no group; they follow none here any more",
	limit: "what they post waits for a moderator, in every group",
	allow: "neither any more",
}

/** What the server as a whole decides about single people; groups have bans of their own. */
export const personVerbs = (person: Command, withWorld: WithWorld, tools: Tools): void => {
	for (const verb of ["block", "limit", "allow"] as const)
		person
			.command(verb)
			.description(says[verb])
			.argument("<who>", "@name@host, or an address")
			.option("--reason <text>", "why; it stands in the operators' log", "")
			.option(...json)
			.action((who, options) =>
				withWorld(async (world) => {
					const whom = await whoIs(world, tools, who)
					const ruling = {
						person: whom,
						severity: severities[verb],
						by: "operator",
						reason: options.reason,
					} as const
					orRefuse(await enact(world, (tx) => limitPerson(world, tx, ruling)))
					const { id, uri } = whom
					say({ id, uri, handle: handleOf(whom), state: severities[verb] ?? "allowed" }, options)
				}),
			)
	person
		.command("list")
		.option(...json)
		.action((options) =>
			withWorld(async (world) => {
				const rows = await listPersonPolicies(world.db)
				say(
					rows.map(({ policy, actor }) => ({
						id: actor.id,
						uri: actor.uri,
						handle: handleOf(actor),
						state: policy.severity,
						reason: policy.reason,
					})),
					options,
				)
			}),
		)
}
