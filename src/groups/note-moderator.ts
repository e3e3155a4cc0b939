import type { Transaction } from "../../db/connect.ts"
import { record } from "../../db/events.ts"
import { rememberGroup } from "../../db/groups.ts"
import { deleteMember, lockMember, upsertMember } from "../../db/members.ts"
import type { Actor } from "../people/actor.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"
import { atLeast } from "./member.ts"

/** A group of another server says who looks after it, or does so no more. */
export const noteModerator = async (
	world: World,
	tx: Transaction,
	{ groupId, person, is }: { groupId: string; person: Actor; is: boolean },
): Promise<Result> => {
	if (person.kind !== "person") return refused("invalid", "Only people look after groups.")
	await rememberGroup(tx, groupId)
	const member = await lockMember(tx, groupId, person.id)
	// Nobody here comes to follow a group by its word alone.
	if (person.local && !member) return refused("forbidden", "They do not follow that group.")
	if (atLeast(member?.role ?? null, "moderator") === is) return refused("too-late", "That is so already.")
	const joinedAt = member?.joinedAt ?? world.ports.now()
	// Of people elsewhere nothing else is known: whether they follow their group is between the two.
	if (!is && !person.local) await deleteMember(tx, groupId, person.id)
	else {
		const role = is ? "moderator" : "follower"
		await upsertMember(tx, { ...member, groupId, actorId: person.id, role, joinedAt })
	}
	const facts = { from: member?.role ?? "follower", to: is ? "moderator" : "follower" }
	const event = { groupId, personId: person.id, actorId: groupId, reason: "", facts }
	await record(tx, world.ports, { type: "role-changed", ...event })
	return done(undefined)
}
