import type { Command } from "commander"
import { followGroup, unfollowGroup } from "../groups/follow-group.ts"
import { type Actor, handleOf } from "../people/actor.ts"
import type { World } from "../world.ts"
import { personNamed } from "./group.ts"
import { orRefuse, Refusal, type Row, say } from "./speak.ts"
import type { Tools, WithWorld } from "./tools.ts"
import { whoIs } from "./who.ts"

export const federationVerbs = (snug: Command, withWorld: WithWorld, tools: Tools): void => {
	const find = async (world: World, name: string): Promise<Actor> => {
		const found = await tools.lookUp(world, name)
		if ("reason" in found) throw new Refusal(`${name} was not found: ${found.reason}.`)
		return found
	}
	const federation = snug.command("federation").description("people and groups of other servers")
	federation
		.command("lookup")
		.description("ask another server who somebody is")
		.argument("<handle-or-url>")
		.option("--json", "print one JSON value")
		.action((name, options) => withWorld(async (world) => say(rowOf(await find(world, name)), options)))
	federation
		.command("follow")
		.description("follow a group, here or elsewhere, as somebody who has an account here")
		.argument("<group>", "its handle, like @bookclub@other.example, or its address")
		.requiredOption("--as <account>")
		.option("--json", "print one JSON value")
		.action((name, options) =>
			withWorld(async (world) => {
				const [person, group] = [await personNamed(world, options.as), await whoIs(world, tools, name)]
				const state = orRefuse(await followGroup(world, { person, group }))
				say({ ...rowOf(group), state }, options)
			}),
		)
	federation
		.command("unfollow")
		.description("follow it no longer")
		.argument("<group>")
		.requiredOption("--as <account>")
		.option("--json", "print one JSON value")
		.action((name, options) =>
			withWorld(async (world) => {
				const [person, group] = [await personNamed(world, options.as), await whoIs(world, tools, name)]
				orRefuse(await unfollowGroup(world, { person, group }))
				say({ ...rowOf(group), state: "unfollowed" }, options)
			}),
		)
}

const rowOf = (actor: Actor): Row => ({
	id: actor.id,
	uri: actor.uri,
	handle: handleOf(actor),
	state: actor.goneAt ? "gone" : "known",
	kind: actor.kind,
	name: actor.name,
	url: actor.url,
	inbox: actor.inbox,
	sharedInbox: actor.sharedInbox,
})
