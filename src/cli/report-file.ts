import type { Command } from "commander"
import { enact } from "../moderation/enact.ts"
import { reportPost } from "../moderation/report-post.ts"
import { personNamed } from "./group.ts"
import { anyPost } from "./post.ts"
import { orRefuse, say } from "./speak.ts"
import type { WithWorld } from "./tools.ts"

/** A complaint in somebody's name; about a post in a group elsewhere, that group's server hears it. */
export const reportFileVerb = (report: Command, withWorld: WithWorld): void => {
	report
		.command("file")
		.description("complain about a post, as somebody who has an account here")
		.argument("<post>", "its id or address")
		.requiredOption("--as <account>", "who complains")
		.requiredOption("--reason <text>", "what is wrong with it")
		.option("--json", "print one JSON value")
		.action((name, options) =>
			withWorld(async (world) => {
				const person = await personNamed(world, options.as)
				const post = await anyPost(world, name)
				const deed = { person, post, reason: options.reason }
				const ids = orRefuse(await enact(world, (tx) => reportPost(world, tx, deed)))
				say(
					ids.map((id) => ({ id, state: "open", post: post.id })),
					options,
				)
			}),
		)
}
