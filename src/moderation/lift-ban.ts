import type { Transaction } from "../../db/connect.ts"
import { findLastPersonEvent, record } from "../../db/events.ts"
import { deleteBan, lockMember } from "../../db/members.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"
import type { PersonDeed } from "./ban-member.ts"
import { actorOf, mayDo, reasonProblem } from "./by.ts"

/** A ban ends before its time: they may follow again. */
export const liftBan = async (
	world: World,
	tx: Transaction,
	{ groupId, person, by, reason, heard }: PersonDeed,
): Promise<Result> => {
	const problem = reasonProblem(reason)
	if (problem) return refused("invalid", problem)
	const allowed = await mayDo(tx, by, groupId, "ban-member")
	if (!allowed.ok) return allowed
	await lockMember(tx, groupId, person.id)
	if (!(await deleteBan(tx, groupId, person.id))) return refused("not-found", "They are not banned.")
	const ban = await findLastPersonEvent(tx, groupId, person.id, ["member-banned"])
	const facts = { banId: ban?.id ?? null, ...heard }
	await record(tx, world.ports, {
		type: "ban-lifted",
		groupId,
		personId: person.id,
		actorId: actorOf(by),
		reason,
		facts,
	})
	return done(undefined)
}
