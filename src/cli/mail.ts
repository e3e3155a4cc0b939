import type { Command } from "commander"
import { findServer } from "../../db/server.ts"
import { emailProblem } from "../accounts/account.ts"
import { trialLetter } from "../mail/letters.ts"
import { orRefuse, Refusal, say } from "./speak.ts"
import type { WithWorld } from "./tools.ts"

/** Letters to people. */
export const mailVerbs = (snug: Command, withWorld: WithWorld): void => {
	snug
		.command("mail")
		.description("letters to people")
		.command("test")
		.description("send a letter now, to see whether it arrives")
		.argument("<address>")
		.option("--json", "print one JSON value")
		.action((to, options) =>
			withWorld(async (world) => {
				const problem = emailProblem(to)
				if (problem) throw new Refusal(problem)
				if (!world.mail)
					throw new Refusal("No mail server is set. Set SMTP_URL, or SMTP_HOST and what goes with it.")
				const server = { name: (await findServer(world.db))?.name ?? "Snug", origin: world.origin }
				orRefuse(await world.mail.send({ to, ...trialLetter(server) }))
				say({ uri: `mailto:${to}`, state: "sent" }, options)
			}),
		)
}
