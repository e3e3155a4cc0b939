import type { Command } from "commander"
import { countContents } from "../../db/closings.ts"
import { closeGroup } from "../groups/close-group.ts"
import type { Group } from "../groups/group.ts"
import { enact } from "../moderation/enact.ts"
import { handleOf } from "../people/actor.ts"
import type { World } from "../world.ts"
import { orRefuse, Refusal, say } from "./speak.ts"
import type { WithWorld } from "./tools.ts"

type Named = (world: World, name: string) => Promise<Group>

/** Closing a group for good: what would go is said first. */
export const closingVerb = (noun: Command, named: Named, withWorld: WithWorld): void => {
	noun
		.command("delete")
		.description(
			"close a group for good and tell every server that follows it; says what would go without --apply",
		)
		.argument("<handle>")
		.option("--reason <text>", "why; people here who belong to it read it", "")
		.option("--apply", "do it")
		.option("--json", "print one JSON value")
		.action((handle, options) =>
			withWorld(async (world) => {
				const group = await named(world, handle)
				if (!group.local || group.goneAt) throw new Refusal(`There is no open group ${handle} here.`)
				const row = { id: group.id, uri: group.uri, handle: handleOf(group) }
				const goes = await countContents(world.db, group.id)
				if (!options.apply) {
					say({ ...row, state: "open", ...goes }, options)
					if (!options.json)
						process.stdout.write(
							"This is what would go, and cannot be brought back; its handle is never given out again. Say --apply to do it.\n",
						)
					return
				}
				const closing = { groupId: group.id, by: "operator", reason: options.reason } as const
				orRefuse(await enact(world, (tx) => closeGroup(world, tx, closing)))
				say({ ...row, state: "closed", ...goes }, options)
			}),
		)
}
