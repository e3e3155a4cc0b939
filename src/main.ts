import "./temporal.ts"
import { Command, CommanderError } from "commander"
import { accountVerbs } from "./cli/account.ts"
import { groupVerbs } from "./cli/group.ts"
import { postVerbs } from "./cli/post.ts"
import { serverVerbs } from "./cli/server.ts"
import { Refusal } from "./cli/speak.ts"
import { ConfigError } from "./config.ts"
import { DatabaseRefusal, DatabaseUnavailable } from "../db/database-errors.ts"
import { AddressRefused } from "../db/database-url.ts"
import { EmbeddedRefusal } from "../db/embedded.ts"
import { installation } from "./version.ts"

const snug = new Command("snug")
	.description("A server for small circles on the fediverse")
	.version(installation.version)
	.showHelpAfterError("(snug help says more)")
	.exitOverride()
for (const verbs of [serverVerbs, accountVerbs, groupVerbs, postVerbs]) verbs(snug)

/** Refusals that are meant for people; anything else is a fault and shows where it happened. */
const forPeople = [Refusal, ConfigError, EmbeddedRefusal, DatabaseRefusal, DatabaseUnavailable, AddressRefused]

try {
	await snug.parseAsync()
} catch (error) {
	if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2
	else {
		const told = forPeople.some((kind) => error instanceof kind)
		process.stderr.write(`${told ? (error as Error).message : (error as Error).stack}\n`)
		process.exitCode = 1
	}
}
