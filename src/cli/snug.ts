import { Command, CommanderError } from "commander"
import { DatabaseRefusal, DatabaseUnavailable } from "../../db/database-errors.ts"
import { AddressRefused } from "../../db/database-url.ts"
import { EmbeddedRefusal } from "../../db/embedded.ts"
import { ConfigError } from "../config.ts"
import { installation } from "../version.ts"
import { accountVerbs } from "./account.ts"
import { appealVerbs } from "./appeal.ts"
import { backupVerbs } from "./backup.ts"
import { doctorVerbs } from "./doctor.ts"
import { federationVerbs } from "./federation.ts"
import { groupVerbs } from "./group.ts"
import { inviteVerbs } from "./invite.ts"
import { limitVerbs } from "./limits.ts"
import { mailVerbs } from "./mail.ts"
import { mediaVerbs } from "./media.ts"
import { memberVerbs } from "./member.ts"
import { moderationVerbs } from "./moderation.ts"
import { postVerbs } from "./post.ts"
import { queueVerbs } from "./queue.ts"
import { requestVerbs } from "./request.ts"
import { serverVerbs } from "./server.ts"
import { Refusal } from "./speak.ts"
import type { Tools } from "./tools.ts"
import { worldOpener } from "./with-world.ts"

/** The snug command: reads its words, runs one verb, and ends with 0 done, 1 refused or failed, 2 not understood; the doctor also with 3. */
export const runSnug = async (tools: Tools): Promise<void> => {
	const withWorld = worldOpener(tools)
	const snug = new Command("snug")
		.description("A server for small circles on the fediverse")
		.version(installation.version)
		.showHelpAfterError("(snug help says more)")
		.exitOverride()
	for (const verbs of [
		serverVerbs,
		doctorVerbs,
		accountVerbs,
		groupVerbs,
		postVerbs,
		federationVerbs,
		backupVerbs,
		memberVerbs,
		appealVerbs,
		moderationVerbs,
		queueVerbs,
		inviteVerbs,
		requestVerbs,
		mailVerbs,
		mediaVerbs,
		limitVerbs,
	])
		verbs(snug, withWorld, tools)
	try {
		await snug.parseAsync()
	} catch (error) {
		if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2
		else {
			process.stderr.write(`${complaintOf(error)}\n`)
			process.exitCode = 1
		}
	}
}

/** Refusals that are meant for people; anything else is a fault and shows where it happened. */
const forPeople = [
	Refusal,
	ConfigError,
	EmbeddedRefusal,
	DatabaseRefusal,
	DatabaseUnavailable,
	AddressRefused,
]

const complaintOf = (error: unknown): string => {
	const told = forPeople.some((kind) => error instanceof kind)
	return error instanceof Error ? ((told ? error.message : error.stack) ?? error.message) : String(error)
}
