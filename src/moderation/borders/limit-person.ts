import { deletePersonPolicy, findPersonPolicy, upsertPersonPolicy } from "../../../db/borders/rules.ts"
import type { Transaction } from "../../../db/connect.ts"
import { record } from "../../../db/events.ts"
import { listFollowersHere } from "../../../db/following.ts"
import { findGroup } from "../../../db/groups.ts"
import { groupsOf } from "../../../db/members.ts"
import { unfollowIn } from "../../groups/follow-group.ts"
import { leaveGroup } from "../../groups/leave-group.ts"
import { limits } from "../../limits.ts"
import { runsServer } from "../../operating/runs-server.ts"
import type { Actor } from "../../people/actor.ts"
import { done, type Result, refused } from "../../result.ts"
import type { World } from "../../world.ts"
import { actorOf, type By, reasonProblem } from "../by.ts"

export type PersonRuling = {
	person: Actor
	/** Block: nothing of theirs is taken. Limit: what they post waits in every group. Null: neither any more. */
	severity: "block" | "limit" | null
	by: By
	reason: string
}

/**
 * What the whole server decides about one person, beside what groups do. Whoever is blocked loses their place in every group
 * here, and their server is told that they follow no longer; lifting the block lets them come again, and no more.
 */
export const limitPerson = async (world: World, tx: Transaction, ruling: PersonRuling): Promise<Result> => {
	const { person, severity, by, reason } = ruling
	const refusal = await whyNot(tx, ruling)
	if (refusal) return refusal
	const was = await findPersonPolicy(tx, person.id)
	if (!severity && !was) return refused("not-found", "Nothing was decided about them.")
	if (severity)
		await upsertPersonPolicy(tx, { actorId: person.id, severity, reason, createdAt: world.ports.now() })
	else await deletePersonPolicy(tx, person.id)
	if (severity === "block") await endFollows(world, tx, person)
	await record(tx, world.ports, {
		type: "person-limited",
		personId: person.id,
		actorId: actorOf(by),
		reason,
		facts: { severity, was: was?.severity ?? null },
	})
	return done(undefined)
}

const whyNot = async (
	tx: Transaction,
	{ person, severity, by, reason }: PersonRuling,
): Promise<Result<never> | null> => {
	const problem = reasonProblem(reason)
	if (problem) return refused("invalid", problem)
	if (by !== "operator" && !(await runsServer(tx, by.actorId)))
		return refused("forbidden", "Only the operator decides for the whole server.")
	if (person.local && person.kind !== "person")
		return refused("invalid", "A group of this server is closed, not kept out.")
	return person.local && severity === "block"
		? refused("invalid", "Somebody with an account here is kept out by switching the account off.")
		: null
}

const endFollows = async (world: World, tx: Transaction, person: Actor): Promise<void> => {
	for (const groupId of await groupsOf(tx, person.id))
		if ((await findGroup(tx, groupId))?.local) await leaveGroup(world, tx, { groupId, person, here: true })
	if (person.kind !== "group") return
	for (const follower of await listFollowersHere(tx, person.id, null, limits.movedFollows))
		await unfollowIn(world, tx, { person: follower, group: person })
}
