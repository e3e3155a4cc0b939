import type { Command } from "commander"
import { listFollowed } from "../../db/following.ts"
import { followAsGroup, unfollowAsGroup } from "../groups/follow-as-group.ts"
import { enact } from "../moderation/enact.ts"
import { handleOf } from "../people/actor.ts"
import { groupNamed } from "./group.ts"
import { orRefuse, say } from "./speak.ts"
import type { Tools, WithWorld } from "./tools.ts"
import { whoIs } from "./who.ts"

const json = ["--json", "print one JSON value"] as const

/** A group that follows other groups shows what they share among its own. */
export const groupFollowVerbs = (group: Command, withWorld: WithWorld, tools: Tools): void => {
	group
		.command("follow")
		.description("let a group follow another, here or elsewhere, and show what that one shares")
		.argument("<group>")
		.argument("<other>", "its handle, like @bookclub@other.example, or its address")
		.option(...json)
		.action((name, other, options) =>
			withWorld(async (world) => {
				const [own, target] = [await groupNamed(world, name), await whoIs(world, tools, other)]
				const deed = { group: own, target, by: "operator" } as const
				const state = orRefuse(await enact(world, (tx) => followAsGroup(world, tx, deed)))
				say({ id: target.id, uri: target.uri, handle: handleOf(target), state }, options)
			}),
		)
	group
		.command("unfollow")
		.description("let it follow that one no longer")
		.argument("<group>")
		.argument("<other>")
		.option(...json)
		.action((name, other, options) =>
			withWorld(async (world) => {
				const [own, target] = [await groupNamed(world, name), await whoIs(world, tools, other)]
				const deed = { group: own, target, by: "operator" } as const
				orRefuse(await enact(world, (tx) => unfollowAsGroup(world, tx, deed)))
				say({ id: target.id, uri: target.uri, handle: handleOf(target), state: "unfollowed" }, options)
			}),
		)
	group
		.command("follows")
		.description("the groups that a group follows")
		.argument("<group>")
		.option(...json)
		.action((name, options) =>
			withWorld(async (world) => {
				const followed = await listFollowed(world.db, (await groupNamed(world, name)).id, 200)
				say(
					followed.map((one) => ({ id: one.id, uri: one.uri, handle: handleOf(one), name: one.name })),
					options,
				)
			}),
		)
}
