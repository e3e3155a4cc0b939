import type { Command } from "commander"
import { listBlocks } from "../../db/blocks.ts"
import { enact } from "../moderation/enact.ts"
import { handleOf } from "../people/actor.ts"
import { type BlockDeed, blockActor, unblockActor } from "../people/block-actor.ts"
import type { World } from "../world.ts"
import { personNamed } from "./group.ts"
import { orRefuse, say } from "./speak.ts"
import type { Tools, WithWorld } from "./tools.ts"
import { whoIs } from "./who.ts"

const json = ["--json", "print one JSON value"] as const

/** What somebody with an account here wants to hear nothing of. */
export const blockVerbs = (account: Command, withWorld: WithWorld, tools: Tools): void => {
	const verbs = [
		["block", "show them nothing more of somebody, a group, or a server", blockActor, "blocked"],
		["unblock", "show them again", unblockActor, "unblocked"],
	] as const
	for (const [verb, says, act, state] of verbs)
		account
			.command(verb)
			.description(says)
			.argument("<account>", "whose decision it is")
			.argument("<who>", "@name@host, an address, or a domain")
			.option(...json)
			.action((name, who, options) =>
				withWorld(async (world) => {
					const person = await personNamed(world, name)
					const whom = await whomNamed(world, tools, who)
					const id = orRefuse(await enact(world, (tx) => act(world, tx, { person, whom })))
					say({ id, handle: handleOf(person), state }, options)
				}),
			)
	account
		.command("blocks")
		.description("what they block")
		.argument("<account>")
		.option(...json)
		.action((name, options) =>
			withWorld(async (world) => {
				const rows = await listBlocks(world.db, (await personNamed(world, name)).id)
				say(
					rows.map(({ id, domain, target, createdAt }) => ({
						id,
						uri: target?.uri ?? null,
						handle: target ? handleOf(target) : (domain ?? ""),
						state: "blocked",
						at: createdAt.toISOString(),
					})),
					options,
				)
			}),
		)
}

/** A name with an @ or an address is somebody; anything else with a dot or a port is a server. */
const whomNamed = async (world: World, tools: Tools, who: string): Promise<BlockDeed["whom"]> =>
	who.includes("@") || /^https?:\/\//.test(who) || !/[.:]/.test(who)
		? whoIs(world, tools, who)
		: { domain: who }
