import type { Command } from "commander"
import { disableAccount, enableAccount } from "../accounts/settings/disable-account.ts"
import { resetAccount } from "../accounts/settings/reset-account.ts"
import { enact } from "../moderation/enact.ts"
import { handleOf } from "../people/actor.ts"
import { personNamed } from "./group.ts"
import { orRefuse, say } from "./speak.ts"
import type { WithWorld } from "./tools.ts"

const json = ["--json", "print one JSON value"] as const

/** How people get in, or do not. */
export const loginVerbs = (account: Command, withWorld: WithWorld): void => {
	account
		.command("reset")
		.description("a link that lets somebody in once, within an hour; they are signed out everywhere")
		.argument("<name>")
		.option(...json)
		.action((name, options) =>
			withWorld(async (world) => {
				const person = await personNamed(world, name)
				const token = orRefuse(await enact(world, (tx) => resetAccount(world, tx, person.id)))
				const uri = new URL(`/login/link/${token}`, world.origin).href
				say({ id: person.id, uri, handle: handleOf(person), state: "signed out" }, options)
			}),
		)
	const verbs = [
		["disable", "nobody gets in with it any more; what was written stays", disableAccount, "disabled"],
		["enable", "it may be used again", enableAccount, "active"],
	] as const
	for (const [verb, says, act, state] of verbs)
		account
			.command(verb)
			.description(says)
			.argument("<name>")
			.option("--reason <text>", "why; it is kept with what happened", "")
			.option(...json)
			.action((name, options) =>
				withWorld(async (world) => {
					const person = await personNamed(world, name)
					const deed = { actorId: person.id, by: null, reason: options.reason }
					orRefuse(await enact(world, (tx) => act(world, tx, deed)))
					say({ id: person.id, uri: person.uri, handle: handleOf(person), state }, options)
				}),
			)
}
