import type { Command } from "commander"
import { findWaitingFor, listSignUpRequests } from "../../db/sign-up-requests.ts"
import { handleTyped } from "../accounts/sign-up.ts"
import { answerSignUp } from "../accounts/signing-up/answer-sign-up.ts"
import { orMissing, orRefuse, say } from "./speak.ts"
import type { WithWorld } from "./tools.ts"

const json = ["--json", "print one JSON value"] as const

/** People who ask for an account. */
export const requestVerbs = (snug: Command, withWorld: WithWorld): void => {
	const request = snug.command("request").description("people who ask for an account here")
	request
		.command("list")
		.description("those who wait, the longest waiting first")
		.option(...json)
		.action((options) =>
			withWorld(async (world) =>
				say(
					(await listSignUpRequests(world.db)).map(({ id, handle, name, note, email, createdAt }) => ({
						id,
						handle,
						state: "waiting",
						name,
						at: createdAt.toISOString(),
						email: email ?? "",
						note,
					})),
					options,
				),
			),
		)
	for (const approve of [true, false])
		request
			.command(approve ? "approve" : "reject")
			.description(approve ? "give them the account" : "turn them away")
			.argument("<name>", "the name they asked for")
			.option("--reason <text>", "told to whoever is turned away", "")
			.option(...json)
			.action((name, options) =>
				withWorld(async (world) => {
					const handle = handleTyped(name)
					const { id } = orMissing(await findWaitingFor(world.db, handle), `request for the name ${handle}`)
					orRefuse(await answerSignUp(world, { id, approve, reason: options.reason, by: null }))
					say({ id, handle, state: approve ? "approved" : "rejected" }, options)
				}),
			)
}
