import type { Command } from "commander"
import { enact } from "../moderation/enact.ts"
import { handleOf } from "../people/actor.ts"
import type { Writing } from "../posts/local-draft.ts"
import { durationOf, isClosed, type Poll } from "../posts/poll.ts"
import type { Post } from "../posts/post.ts"
import { vote } from "../posts/vote.ts"
import type { World } from "../world.ts"
import { personNamed } from "./group.ts"
import { orRefuse, Refusal, type Row, say } from "./speak.ts"
import type { WithWorld } from "./tools.ts"

type PostNamed = (world: World, name: string) => Promise<Post>

/** What is done with polls beside asking them. */
export const pollVerbs = (post: Command, withWorld: WithWorld, postNamed: PostNamed): void => {
	post
		.command("vote")
		.description("choose in a poll as somebody who has an account here")
		.argument("<post>")
		.argument("<option...>", "the words of what is chosen")
		.requiredOption("--as <account>", "who votes")
		.option("--json", "print one JSON value")
		.action((name, options, { as, json }) =>
			withWorld(async (world) => {
				const asked = await postNamed(world, name)
				const person = await personNamed(world, as)
				orRefuse(await enact(world, (tx) => vote(world, tx, { person, post: asked, options })))
				say({ id: asked.id, uri: asked.uri, handle: handleOf(person), state: "voted" }, { json })
			}),
		)
}

export const collected = (value: string, before: string[]): string[] => [...before, value]

/** The poll that somebody asks for in the words of the command; null when they name no options. */
export const pollIn = (options: { poll: string[]; multiple?: boolean; closes: string }): Writing["poll"] => {
	if (options.poll.length === 0) return null
	const lasts = durationOf(options.closes)
	if (lasts === null) throw new Refusal(`"${options.closes}" is no length of time, such as 30m, 12h or 7d.`)
	return { options: options.poll, multiple: options.multiple === true, lasts }
}

/** A poll as fields: how often each option was chosen, by how many people, and until when. */
export const pollRow = (poll: Omit<Poll, "postId">, now: Date): Row => ({
	poll: isClosed(poll, now) ? "closed" : "open",
	multiple: poll.multiple,
	options: poll.options.map(({ text, votes }) => `${text}: ${votes}`).join(", "),
	voters: poll.voters,
	closes: poll.endsAt?.toISOString() ?? null,
})
