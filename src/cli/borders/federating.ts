import { Argument, type Command, Option } from "commander"
import { listTies } from "../../../db/borders/ties.ts"
import { changeFederating } from "../../moderation/borders/change-federating.ts"
import { unlistedHosts } from "../../moderation/borders/cut-off.ts"
import { showBorders } from "../../moderation/borders/show-borders.ts"
import { enact } from "../../moderation/enact.ts"
import { orRefuse, say } from "../speak.ts"
import type { WithWorld } from "../tools.ts"

/** Which servers are spoken with at all, and who may read what was decided. */
export const federatingVerb = (domain: Command, withWorld: WithWorld): void => {
	domain
		.command("federate")
		.description(
			"speak with all servers but blocked ones, or only with listed ones; says who would be cut off",
		)
		.addArgument(new Argument("<with>").choices(["open", "listed"]))
		.option("--keep-known", "put every server on the list that somebody here has to do with")
		.option("--apply", "do it")
		.option("--json", "print one JSON value")
		.action((federating, options) =>
			withWorld(async (world) => {
				const hosts = federating === "listed" ? await unlistedHosts(world.db) : []
				if (!options.apply) {
					const ties = options.keepKnown ? [] : await listTies(world.db, hosts)
					say(
						ties.map(({ host, person, group }) => ({
							host,
							person,
							group,
							state: "would be cut off unless listed",
						})),
						options,
					)
					return
				}
				const change = { federating, keep: options.keepKnown ? hosts : [], by: "operator" } as const
				orRefuse(await enact(world, (tx) => changeFederating(world, tx, change)))
				say({ state: federating }, options)
			}),
		)
	domain
		.command("show")
		.description("who may read the list of servers that are kept out or limited, at /about/servers")
		.addOption(new Option("--to <whom>").choices(["operators", "members", "everyone"]).makeOptionMandatory())
		.option("--json", "print one JSON value")
		.action((options) =>
			withWorld(async (world) => {
				orRefuse(await enact(world, (tx) => showBorders(world, tx, { to: options.to, by: "operator" })))
				say({ state: options.to }, options)
			}),
		)
}
