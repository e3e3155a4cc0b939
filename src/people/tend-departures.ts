import { findActor } from "../../db/actors.ts"
import { endCursors } from "../../db/closings.ts"
import type { Transaction } from "../../db/connect.ts"
import { type Departure, endDeparture, hasMoreToSay, lockDeparture, markTold } from "../../db/departures.ts"
import { record } from "../../db/events.ts"
import { limits } from "../limits.ts"
import type { World } from "../world.ts"
import { depart } from "./depart.ts"

/**
 * What became of somebody's departure in one step: there is more to do, what they deleted is on its way, their last word
 * is, or it is over.
 */
export type Step = { actorId: string; state: "more" | "deleting" | "told" | "over" }

/**
 * Goes one step with somebody who deleted their account; each is whole, so it does not matter where it is broken off.
 * First their posts come down; when servers that answer have heard of that, all that know them hear that they are gone
 * themselves, since what somebody who is gone signs is believed no more (Mastodon); when nothing waits, their keys go. A
 * group that was closed has said so already: what it said is waited for, and then its keys go.
 * Null when there is nobody but those who are passed over (`but`).
 */
export const tendDepartures = (world: World, but: readonly string[]): Promise<Step | null> =>
	world.db.transaction(async (tx) => {
		const departure = await lockDeparture(tx, but)
		const person = departure ? await findActor(tx, departure.actorId) : null
		if (!departure || !person) return null
		const { actorId } = departure
		if (person.kind === "person" && (await depart(world, tx, person)) === "more")
			return { actorId, state: "more" }
		const kept = world.ports.now().getTime() - departure.begunAt.getTime()
		return { actorId, state: await tell(world, tx, departure, kept) }
	})

const tell = async (
	world: World,
	tx: Transaction,
	{ actorId, toldAt }: Departure,
	kept: number,
): Promise<Step["state"]> => {
	if (toldAt) {
		if (kept < limits.departedKeys && (await hasMoreToSay(tx, actorId, true))) return "told"
		await endCursors(tx, actorId)
		await endDeparture(tx, actorId)
		return "over"
	}
	if (kept < limits.departureWait && (await hasMoreToSay(tx, actorId, false))) return "deleting"
	await record(tx, world.ports, { type: "person-departed", personId: actorId })
	await markTold(tx, actorId, world.ports.now())
	return "told"
}
