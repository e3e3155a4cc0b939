import { findActor } from "../../../db/actors.ts"
import { countTold } from "../../../db/appeals.ts"
import type { Transaction } from "../../../db/connect.ts"
import { record } from "../../../db/events.ts"
import { limits } from "../../limits.ts"
import type { World } from "../../world.ts"

type Told = {
	groupId: string
	personId: string
	/** The decision itself, by its event. */
	aboutId: string
	what: "post-removed" | "post-suspended" | "member-banned" | "member-paused"
	reason: string
	postUri?: string
	until?: Date | null
}

/**
 * Writes to somebody of another server what was decided about them, and how to appeal: at most five times a day, so that
 * nobody is flooded by their own troubles. Who has an account here finds it among their notifications.
 */
export const tellPerson = async (world: World, tx: Transaction, told: Told): Promise<void> => {
	const { groupId, personId, aboutId, what, reason, postUri, until } = told
	const [person, group] = [await findActor(tx, personId), await findActor(tx, groupId)]
	if (!group?.local || !person || person.local || person.goneAt || person.kind !== "person") return
	const { most, span } = limits.toldOfDecisions
	const since = new Date(world.ports.now().getTime() - span)
	if ((await countTold(tx, groupId, personId, since)) >= most) return
	const facts = { aboutId, what, postUri: postUri ?? null, until: until?.toISOString() ?? null }
	await record(tx, world.ports, { type: "person-told", groupId, personId, reason, facts })
}
