import { lockAccount } from "../../../db/accounts.ts"
import { findActor, findActors, updateActor } from "../../../db/actors.ts"
import type { Transaction } from "../../../db/connect.ts"
import { forgetPerson, hasOtherOperator, insertDeparture, ownedAlone } from "../../../db/departures.ts"
import { record } from "../../../db/events.ts"
import { forgetKept } from "../../../db/keeping.ts"
import { deleteMember, groupsOf } from "../../../db/members.ts"
import { unfollowIn } from "../../groups/follow-group.ts"
import type { Actor } from "../../people/actor.ts"
import { done, type Result, refused } from "../../result.ts"
import type { World } from "../../world.ts"

export type Deletion = { actorId: string; by: string | null; reason: string }

/**
 * An account is deleted for good. At once nobody gets in with it, all that was private is gone, its page is gone, and it has
 * left its groups; its posts and what other servers are told follow from there (tend-departures.ts), whatever happens
 * meanwhile. The name is never given to anybody else.
 */
export const deleteAccount = async (
	world: World,
	tx: Transaction,
	{ actorId, by, reason }: Deletion,
): Promise<Result> => {
	const account = await lockAccount(tx, actorId)
	const person = await findActor(tx, actorId)
	if (!account || !person || person.goneAt) return refused("not-found", "There is no such account.")
	if ((await ownedAlone(tx, actorId)).length > 0)
		return refused("forbidden", "A group keeps an owner: make somebody else one first.")
	if (account.operator && !(await hasOtherOperator(tx, actorId)))
		return refused("forbidden", "Somebody has to run this server: make somebody else an operator first.")
	for (const group of await findActors(tx, await groupsOf(tx, actorId)))
		await leave(world, tx, { person, group })
	await forgetKept(tx, actorId)
	const now = world.ports.now()
	await forgetPerson(tx, { actorId, handle: person.handle, at: now })
	const nobody = { name: person.handle, summary: "", movedTo: null, alsoKnownAs: [] }
	await updateActor(tx, actorId, { ...nobody, updatedAt: now, goneAt: now })
	await insertDeparture(tx, actorId, now)
	await record(tx, world.ports, { type: "account-deleted", actorId: by, personId: actorId, reason })
	return done(undefined)
}

/** What keeps somebody in a group keeps nobody who is gone: only one that has closed is left without an owner. */
const leave = async (
	world: World,
	tx: Transaction,
	follow: { person: Actor; group: Actor },
): Promise<void> => {
	const left = await unfollowIn(world, tx, follow)
	if (!left.ok) await deleteMember(tx, follow.group.id, follow.person.id)
}
