import type { Command } from "commander"
import { listOpenAppeals } from "../../db/appeals.ts"
import { decideAppeal } from "../moderation/desk/decide-appeal.ts"
import { enact } from "../moderation/enact.ts"
import { handleOf } from "../people/actor.ts"
import { groupNamed } from "./group.ts"
import { orMissing, orRefuse, say } from "./speak.ts"
import type { WithWorld } from "./tools.ts"

/** Appeals against decisions; the operator decides about those of groups that nobody else looks after, too. */
export const appealVerbs = (snug: Command, withWorld: WithWorld): void => {
	const appeal = snug.command("appeal").description("requests to look at a decision again")
	appeal
		.command("list")
		.description("those that wait, with what was decided and by whom")
		.argument("<group>")
		.option("--json", "print one JSON value")
		.action((name, options) =>
			withWorld(async (world) => {
				const rows = await listOpenAppeals(world.db, (await groupNamed(world, name)).id)
				say(
					rows.map(({ appeal: { id, words, createdAt }, person, decision }) => ({
						id,
						at: createdAt.toISOString(),
						state: decision.type,
						handle: handleOf(person),
						by: decision.by ? handleOf(decision.by) : null,
						reason: decision.reason,
						words,
					})),
					options,
				)
			}),
		)
	appeal
		.command("decide")
		.description("undo what was decided, or let it stand")
		.argument("<group>")
		.argument("<id>")
		.option("--overturn", "undo it; else it stays")
		.option("--reason <text>", "what they are answered", "")
		.option("--json", "print one JSON value")
		.action((name, id, options) =>
			withWorld(async (world) => {
				const groupId = (await groupNamed(world, name)).id
				const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
				const appealId = orMissing(uuid.test(id) ? String(id) : null, `appeal ${id}`)
				const way = options.overturn ? "overturn" : "uphold"
				const deed = { appealId, groupId, way, by: "operator", reason: options.reason } as const
				orRefuse(await enact(world, (tx) => decideAppeal(world, tx, deed)))
				say({ id, state: options.overturn ? "overturned" : "upheld" }, options)
			}),
		)
}
