import { closeForGood, localKeeper, lockLocalPeople } from "../../db/closings.ts"
import type { Transaction } from "../../db/connect.ts"
import { insertDeparture, markTold } from "../../db/departures.ts"
import { record } from "../../db/events.ts"
import { listFollowed } from "../../db/following.ts"
import { findGroup } from "../../db/groups.ts"
import { deleteModmailOf } from "../../db/modmail.ts"
import { limits } from "../limits.ts"
import { actorOf, type By, mayDo, reasonProblem } from "../moderation/by.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"
import { unfollowIn } from "./follow-group.ts"
import type { Group } from "./group.ts"

export type Closing = { groupId: string; by: By; reason: string }

/**
 * A group is closed for good, in one transaction: nothing said in it is shown any more, everybody loses their place, people
 * here are told, and so is every server where somebody follows. Its keys stay until that has gone out
 * (people/tend-departures.ts); its handle is never given to anybody else.
 */
export const closeGroup = async (world: World, tx: Transaction, closing: Closing): Promise<Result<Group>> => {
	const { groupId, by, reason } = closing
	const problem = reasonProblem(reason)
	if (problem) return refused("invalid", problem)
	const people = await lockLocalPeople(tx, groupId, limits.closingTold)
	const group = await findGroup(tx, groupId)
	if (!group?.local || group.goneAt) return refused("not-found", "There is no such group.")
	const allowed = await mayDo(tx, by, groupId, "close-group")
	if (!allowed.ok) return allowed
	const now = world.ports.now()
	const inName = actorOf(by) ?? (await localKeeper(tx, groupId))
	for (const followed of await listFollowed(tx, groupId, limits.groupsFollowed))
		await unfollowIn(world, tx, { person: group, group: followed })
	await record(tx, world.ports, {
		type: "group-closed",
		groupId,
		actorId: actorOf(by),
		reason,
		facts: { inName },
	})
	const told = people.filter(({ id }) => id !== actorOf(by))
	const place = { type: "place-ended", groupId, reason } as const
	await Promise.all(told.map(({ id }) => record(tx, world.ports, { ...place, personId: id })))
	await deleteModmailOf(tx, { groupId })
	await closeForGood(tx, groupId, now)
	await insertDeparture(tx, groupId, now)
	await markTold(tx, groupId, now)
	return done({ ...group, goneAt: now, closedAt: now })
}
