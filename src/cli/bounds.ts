import type { Command } from "commander"
import { findBounds } from "../../db/policies.ts"
import { enact } from "../moderation/enact.ts"
import { asBoundsForm, boundNames, readBounds } from "../moderation/policy/read-bounds.ts"
import { setBounds } from "../moderation/policy/set-bounds.ts"
import type { World } from "../world.ts"
import { pairIn, problemsSaid } from "./policy.ts"
import { orRefuse, Refusal, type Row, say } from "./speak.ts"
import type { WithWorld } from "./tools.ts"

/** What the server demands of the rules of every group: NAME=VALUE, under the names that `show` prints. */
export const boundVerbs = (server: Command, withWorld: WithWorld): void => {
	const policy = server.command("policy").description("what the rules of every group keep to, at the least")
	policy
		.command("show")
		.description("what is demanded now")
		.option("--json", "print one JSON value")
		.action((options) => withWorld(async (world) => say(await rowOf(world), options)))
	policy
		.command("set")
		.description(`change some of it: ${boundNames.join(", ")}; an empty value asks for nothing`)
		.argument("<rule=value...>", "like newcomer_posts=1 links=5 strangers=off")
		.option("--reason <text>", "why; it stands in the operators' log", "")
		.option("--json", "print one JSON value")
		.action((given: string[], options) =>
			withWorld(async (world) => {
				const form = Object.fromEntries(given.map(pairIn(boundNames)))
				const read = readBounds(form, (await findBounds(world.db)).bounds)
				if ("problems" in read) throw new Refusal(problemsSaid(read.problems))
				const deed = { bounds: read.bounds, by: "operator", reason: options.reason } as const
				orRefuse(await enact(world, (tx) => setBounds(world, tx, deed)))
				say(await rowOf(world), options)
			}),
		)
}

const rowOf = async (world: World): Promise<Row> => {
	const { version, bounds } = await findBounds(world.db)
	const state = version === 0 ? "none written" : `version ${version}`
	return { state, version, ...asBoundsForm(bounds) }
}
