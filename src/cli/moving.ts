import type { Command } from "commander"
import { findActorByUri } from "../../db/actors.ts"
import { enact } from "../moderation/enact.ts"
import { type Actor, handleOf } from "../people/actor.ts"
import { changeAliases } from "../people/change-aliases.ts"
import { moveActor } from "../people/move-actor.ts"
import type { World } from "../world.ts"
import { orRefuse, Refusal, say } from "./speak.ts"
import type { Tools, WithWorld } from "./tools.ts"

type Named = (world: World, name: string) => Promise<Actor>
const json = ["--json", "print one JSON value"] as const

/** The other names of a person or a group, and its move to another address: the same words for both. */
export const movingVerbs = (noun: Command, named: Named, withWorld: WithWorld, tools: Tools): void => {
	noun
		.command("alias")
		.description("own to another name, elsewhere, so that it may move here")
		.argument("<name>")
		.argument("<other>", "its handle, like @name@other.example, or its address")
		.option("--add", "put it on the list; this is what happens if nothing is said")
		.option("--remove", "take it off the list")
		.option(...json)
		.action((name, other, options) =>
			withWorld(async (world) => {
				if (options.add && options.remove) throw new Refusal("Either --add or --remove, not both.")
				const actor = await named(world, name)
				const uri = await addressNamed(world, tools, other)
				const deed = { actor, uri, add: !options.remove, by: "operator" } as const
				const names = orRefuse(await enact(world, (tx) => changeAliases(world, tx, deed)))
				say({ id: actor.id, uri: actor.uri, handle: handleOf(actor), state: names.join(" ") }, options)
			}),
		)
	noun
		.command("move")
		.description("tell everybody that it lives at another address now; that cannot be taken back")
		.argument("<name>")
		.argument("<target>", "its handle or address there, which must own to this name first")
		.option("--apply", "do it; otherwise it is only said whether it could be done")
		.option(...json)
		.action((name, where, options) =>
			withWorld(async (world) => {
				const actor = await named(world, name)
				const target = await freshly(world, tools, where)
				const apply = options.apply === true
				const moving = { actor, target, by: "operator", apply } as const
				const told = orRefuse(await enact(world, (tx) => moveActor(world, tx, moving)))
				const state = apply ? "moved" : "would move"
				say({ id: actor.id, uri: target.uri, handle: handleOf(actor), state, told }, options)
				if (!apply && !options.json)
					process.stdout.write("Nothing has happened yet. Say it again with --apply.\n")
			}),
		)
}

/** What the target's own server says of it at this moment: who it owns to be is what the move rests on. */
const freshly = async (world: World, tools: Tools, where: string): Promise<Actor> => {
	const here = await findActorByUri(world.db, where)
	const found = here?.local ? here : await tools.lookUp(world, where)
	if ("reason" in found) throw new Refusal(`${where} was not found: ${found.reason}.`)
	return found
}

/** An address stays as it is, for the server there may be gone for good; a handle must be found. */
const addressNamed = async (world: World, tools: Tools, other: string): Promise<string> => {
	const found = await tools.lookUp(world, other)
	if (!("reason" in found)) return found.uri
	if (/^https?:\/\//.test(other)) return other
	throw new Refusal(`${other} was not found: ${found.reason}.`)
}
