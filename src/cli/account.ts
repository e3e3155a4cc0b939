import { readFileSync } from "node:fs"
import type { Command } from "commander"
import { signUp } from "../accounts/sign-up.ts"
import { handleOf } from "../people/actor.ts"
import { blockVerbs } from "./blocks.ts"
import { personNamed } from "./group.ts"
import { loginVerbs } from "./login.ts"
import { movingVerbs } from "./moving.ts"
import { portraitVerb } from "./portraits.ts"
import { orRefuse, Refusal, say } from "./speak.ts"
import type { Tools, WithWorld } from "./tools.ts"

export const accountVerbs = (snug: Command, withWorld: WithWorld, tools: Tools): void => {
	const account = snug.command("account").description("the people who have a login on this server")
	blockVerbs(account, withWorld, tools)
	movingVerbs(account, personNamed, withWorld, tools)
	loginVerbs(account, withWorld)
	portraitVerb(account, withWorld)
	account
		.command("create")
		.description("make an account; the first one runs the server")
		.argument("<name>", "the handle, like ana")
		.requiredOption(
			"--password-file <file>",
			"a file that holds the password; - reads it from standard input",
		)
		.option("--email <address>", "an e-mail address")
		.option("--display-name <name>", "the name people see")
		.option("--json", "print one JSON value")
		.action(async (name, options) => {
			const password = readPassword(options.passwordFile)
			await withWorld(async (world) => {
				const wish = { name, displayName: options.displayName, password, email: options.email ?? null }
				const actor = orRefuse(await signUp(world, wish))
				say({ id: actor.id, uri: actor.uri, handle: handleOf(actor), state: "active" }, options)
			})
		})
}

const readPassword = (file: string): string => {
	try {
		return readFileSync(file === "-" ? 0 : file, "utf8").replace(/\r?\n$/, "")
	} catch (error) {
		throw new Refusal(`The password could not be read: ${(error as Error).message}`)
	}
}
