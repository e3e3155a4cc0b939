import type { Command } from "commander"
import { findModmail, listModmail, listModmailMessages } from "../../db/modmail.ts"
import { limits } from "../limits.ts"
import { enact } from "../moderation/enact.ts"
import { answerModmail } from "../moderation/voices/answer-modmail.ts"
import { closeModmail } from "../moderation/voices/close-modmail.ts"
import { handleOf } from "../people/actor.ts"
import { plainText, renderMarkdown } from "../posts/markup.ts"
import { groupNamed } from "./group.ts"
import { orMissing, orRefuse, say } from "./speak.ts"
import type { WithWorld } from "./tools.ts"

const json = ["--json", "print one JSON value"] as const

/** What people write to those who look after a group. */
export const letterVerbs = (snug: Command, withWorld: WithWorld): void => {
	const letter = snug.command("letter").description("what people write to those who look after a group")
	letter
		.command("list")
		.description("who waits for an answer, the longest first")
		.argument("<group>")
		.option("--closed", "those that are put away")
		.option(...json)
		.action((handle, options) =>
			withWorld(async (world) => {
				const group = await groupNamed(world, handle)
				const which = options.closed ? "closed" : "open"
				const rows = await listModmail(world.db, group.id, which, limits.modmailShown)
				say(
					rows.map(({ modmail, person }) => ({ id: modmail.id, state: which, handle: handleOf(person) })),
					options,
				)
			}),
		)
	letter
		.command("show")
		.description("what was written, the oldest first")
		.argument("<group>")
		.argument("<id>")
		.option(...json)
		.action((handle, id, options) =>
			withWorld(async (world) => {
				const group = await groupNamed(world, handle)
				const { modmail, person } = orMissing(
					await findModmail(world.db, group.id, id),
					"There are no such letters.",
				)
				const messages = await listModmailMessages(world.db, modmail.id, limits.modmailShown)
				say(
					messages.map(({ message }) => ({
						id: message.id,
						handle: handleOf(message.byGroup ? group : person),
						words: plainText(message.html),
					})),
					options,
				)
			}),
		)
	letter
		.command("answer")
		.description("write back, in the name of the group")
		.argument("<group>")
		.argument("<id>")
		.requiredOption("--text <markdown>", "the words")
		.option(...json)
		.action((handle, id, options) =>
			withWorld(async (world) => {
				const group = await groupNamed(world, handle)
				const answer = {
					groupId: group.id,
					modmailId: id,
					by: "operator",
					html: renderMarkdown(options.text),
				} as const
				orRefuse(await enact(world, (tx) => answerModmail(world, tx, answer)))
				say({ id, state: "answered" }, options)
			}),
		)
	letter
		.command("close")
		.description("nothing more is to be done; whoever wrote may write again")
		.argument("<group>")
		.argument("<id>")
		.option(...json)
		.action((handle, id, options) =>
			withWorld(async (world) => {
				const group = await groupNamed(world, handle)
				const closing = { groupId: group.id, modmailId: id, by: "operator" } as const
				orRefuse(await enact(world, (tx) => closeModmail(world, tx, closing)))
				say({ id, state: "closed" }, options)
			}),
		)
}
