import type { Command } from "commander"
import { type AccountHolder, findAccount, listAccounts } from "../../db/accounts.ts"
import { countBelongings } from "../../db/departures.ts"
import { deleteAccount } from "../accounts/settings/delete-account.ts"
import { disableAccount, enableAccount } from "../accounts/settings/disable-account.ts"
import { resetAccount } from "../accounts/settings/reset-account.ts"
import { limits } from "../limits.ts"
import { enact } from "../moderation/enact.ts"
import { handleOf } from "../people/actor.ts"
import type { World } from "../world.ts"
import { personNamed } from "./group.ts"
import { orMissing, orRefuse, type Row, say } from "./speak.ts"
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
				const token = orRefuse(
					await enact(world, (tx) => resetAccount(world, tx, { actorId: person.id, by: null })),
				)
				const uri = new URL(`/login/link/${token}`, world.origin).href
				say({ id: person.id, uri, handle: handleOf(person), state: "signed out" }, options)
			}),
		)
	account
		.command("list")
		.description("everybody who has an account here, by name")
		.argument("[part]", "a part of a handle or a name")
		.option(...json)
		.action((part, options) =>
			withWorld(async (world) => {
				const found = await listAccounts(world.db, { search: part ?? "", limit: limits.accountsListed })
				say(found.map(rowOf), options)
			}),
		)
	account
		.command("delete")
		.description("delete an account for good, with all that was written; says what would go without --apply")
		.argument("<name>")
		.option("--reason <text>", "why; it is kept with what happened", "")
		.option("--apply", "do it")
		.option(...json)
		.action((name, options) => withWorld((world) => deletion(world, name, options)))
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

const rowOf = ({ actor, account }: AccountHolder): Row => ({
	id: actor.id,
	uri: actor.uri,
	handle: handleOf(actor),
	state: account.disabledAt ? "disabled" : "active",
	runs: account.operator ? "operator" : "",
	name: actor.name,
	since: account.createdAt.toISOString().slice(0, 10),
})

type DeletionOptions = { reason: string; apply?: boolean; json?: boolean }

const deletion = async (world: World, name: string, options: DeletionOptions): Promise<void> => {
	const person = await personNamed(world, name)
	orMissing(await findAccount(world.db, person.id), `account ${name}`)
	const goes = await countBelongings(world.db, person.id)
	const row = { id: person.id, uri: person.uri, handle: handleOf(person) }
	if (!options.apply) {
		say({ ...row, state: "kept", ...goes }, options)
		if (!options.json)
			process.stdout.write(
				"This is what would go, and cannot be brought back. Servers that know them are told. Say --apply to do it.\n",
			)
		return
	}
	const deed = { actorId: person.id, by: null, reason: options.reason }
	orRefuse(await enact(world, (tx) => deleteAccount(world, tx, deed)))
	say({ ...row, state: "deleted", ...goes }, options)
	if (!options.json) process.stdout.write("The rest happens while the server runs.\n")
}
