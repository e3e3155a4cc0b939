import type { Transaction } from "../../../db/connect.ts"
import { record } from "../../../db/events.ts"
import { lockMember } from "../../../db/members.ts"
import { findPause, upsertPause } from "../../../db/pauses.ts"
import { atLeast } from "../../groups/member.ts"
import { limits } from "../../limits.ts"
import { done, type Result, refused } from "../../result.ts"
import type { World } from "../../world.ts"
import type { PersonDeed } from "../ban-member.ts"
import { actorOf, mayDo, reasonProblem } from "../by.ts"
import { tellPerson } from "./tell-person.ts"

/**
 * Somebody writes nothing in a group until a moment, and belongs to it as before. What they send meanwhile is not taken,
 * and they are told why. It ends by itself; other servers hear nothing of it. Answers with the event.
 */
export const pauseMember = async (
	world: World,
	tx: Transaction,
	{ groupId, person, by, reason, until }: PersonDeed & { until: Date },
): Promise<Result<string>> => {
	const now = world.ports.now()
	const problem =
		reasonProblem(reason) ??
		(until <= now ? "That end has passed." : null) ??
		(until.getTime() - now.getTime() > limits.pauseLongest ? "A pause lasts 90 days at most." : null)
	if (problem) return refused("invalid", problem)
	const allowed = await mayDo(tx, by, groupId, "pause-member", person.id)
	if (!allowed.ok) return allowed
	const member = await lockMember(tx, groupId, person.id)
	if (atLeast(member?.role ?? null, "moderator"))
		return refused("forbidden", "They help to run the group, and a pause does not bind them.")
	const pause = await findPause(tx, groupId, person.id)
	if (pause?.until.getTime() === until.getTime() && pause.reason === reason)
		return refused("too-late", "They are asked to pause already, for the same reason and as long.")
	await upsertPause(tx, { groupId, actorId: person.id, until, reason, createdAt: now })
	const event = { type: "member-paused", groupId, personId: person.id, actorId: actorOf(by), reason } as const
	const aboutId = await record(tx, world.ports, { ...event, facts: { until: until.toISOString() } })
	await tellPerson(world, tx, { groupId, personId: person.id, aboutId, what: "member-paused", reason, until })
	return done(aboutId)
}
