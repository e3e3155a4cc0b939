import type { Transaction } from "../../db/connect.ts"
import { record } from "../../db/events.ts"
import { findBan, lockMember, upsertMember } from "../../db/members.ts"
import { insertTrust } from "../../db/policies.ts"
import { hasPlace } from "../groups/admit-next.ts"
import { banHolds } from "../groups/member.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"
import type { PersonDeed } from "./ban-member.ts"
import { actorOf, mayDo, reasonProblem } from "./by.ts"

const belonging = {
	member: "They are a member already.",
	moderator: "They are a moderator already.",
	owner: "They are an owner already.",
} as const

/** A moderator makes a follower a member, or declines; who is declined goes on following. */
export const answerRequest = async (
	world: World,
	tx: Transaction,
	answer: "admit" | "decline",
	{ groupId, person, by, reason }: PersonDeed,
): Promise<Result> => {
	const problem = reasonProblem(reason)
	if (problem) return refused("invalid", problem)
	const allowed = await mayDo(tx, by, groupId, "admit-member")
	if (!allowed.ok) return allowed
	const member = await lockMember(tx, groupId, person.id)
	if (!member) return refused("not-found", "They do not follow this group.")
	if (member.role !== "follower") return refused("too-late", belonging[member.role])
	if (answer === "decline" && !member.requestedAt)
		return refused("too-late", "They have not asked to be a member.")
	if (banHolds(await findBan(tx, groupId, person.id), world.ports.now()))
		return refused("forbidden", "They are banned.")
	if (answer === "admit" && !(await hasPlace(tx, groupId)))
		return refused(
			"too-late",
			"All places are taken. There is one again when somebody leaves, or when the group makes room.",
		)
	await upsertMember(tx, { ...member, role: answer === "admit" ? "member" : "follower", requestedAt: null })
	if (answer === "admit") await insertTrust(tx, { groupId, actorId: person.id, createdAt: world.ports.now() })
	const type = answer === "admit" ? "member-admitted" : "request-declined"
	await record(tx, world.ports, { type, groupId, personId: person.id, actorId: actorOf(by), reason })
	return done(undefined)
}
