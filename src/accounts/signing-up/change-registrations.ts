import type { Transaction } from "../../../db/connect.ts"
import { record } from "../../../db/events.ts"
import { updateServer } from "../../../db/server.ts"
import type { Opening } from "../../groups/group.ts"
import { limits } from "../../limits.ts"
import { done, type Result, refused } from "../../result.ts"
import type { World } from "../../world.ts"
import type { Inviting, Registrations } from "../account.ts"

/** Says how people come to have an account here, who may invite, who opens groups, and what all agree to (Markdown). */
export const changeRegistrations = async (
	world: World,
	tx: Transaction,
	{
		by,
		...change
	}: {
		by: string | null
		registrations?: Registrations
		inviting?: Inviting
		opening?: Opening
		rules?: string
	},
): Promise<Result> => {
	const changed = Object.entries(change).filter(([, value]) => value !== undefined)
	if (changed.length === 0) return refused("invalid", "There is nothing to change.")
	if (change.rules && change.rules.length > limits.serverRules)
		return refused("invalid", `The rules have at most ${limits.serverRules} characters.`)
	await updateServer(tx, Object.fromEntries(changed))
	await record(tx, world.ports, {
		type: "registrations-changed",
		actorId: by,
		facts: { changed: changed.map(([name]) => name), registrations: change.registrations ?? null },
	})
	return done(undefined)
}
