import type { Transaction } from "../../db/connect.ts"
import { record } from "../../db/events.ts"
import { closeUnusedCursor, deleteMember, findBan, insertBan, lockMember } from "../../db/members.ts"
import { deleteTrust } from "../../db/policies.ts"
import type { Heard } from "../events.ts"
import { admitNext } from "../groups/admit-next.ts"
import { atLeast } from "../groups/member.ts"
import { type Actor, deliveryInbox } from "../people/actor.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"
import { actorOf, type By, mayDo, reasonProblem } from "./by.ts"
import { tellPerson } from "./desk/tell-person.ts"

/** What is done about somebody in a group; `heard` is the activity that asked for it, if a moderator elsewhere did. */
export type PersonDeed = { groupId: string; person: Actor; by: By; reason: string; heard?: Heard }

/**
 * Somebody may not be in a group, for a time or for good: they leave it now, and what they send is not taken. `posts` of
 * theirs are taken out with it. Answers with the event.
 */
export const banMember = async (
	world: World,
	tx: Transaction,
	deed: PersonDeed & { until: Date | null; posts?: number; withPosts?: boolean },
): Promise<Result<string>> => {
	const problem =
		reasonProblem(deed.reason) ??
		(deed.until && deed.until <= world.ports.now() ? "That end has passed." : null)
	if (problem) return refused("invalid", problem)
	const { groupId, person, by, reason, until, posts, withPosts = false } = deed
	const allowed = await mayDo(tx, by, groupId, "ban-member", person.id)
	if (!allowed.ok) return allowed
	const member = await lockMember(tx, groupId, person.id)
	if (member?.role === "owner") return refused("forbidden", "The owner of a group cannot be banned from it.")
	const ban = await findBan(tx, groupId, person.id)
	const same = ban?.until?.getTime() === until?.getTime() && ban?.reason === reason
	if (ban && same && (ban.withPosts || !withPosts))
		return refused("too-late", "They are banned already, for the same reason and as long.")
	await insertBan(tx, { groupId, actorId: person.id, until, reason, withPosts, createdAt: world.ports.now() })
	await deleteMember(tx, groupId, person.id)
	await deleteTrust(tx, groupId, person.id)
	if (!person.local) await closeUnusedCursor(tx, groupId, deliveryInbox(person))
	const facts = {
		until: until?.toISOString() ?? null,
		followUri: member?.followUri ?? null,
		...(posts && { posts }),
		...deed.heard,
	}
	const eventId = await record(tx, world.ports, {
		type: "member-banned",
		groupId,
		personId: person.id,
		actorId: actorOf(by),
		reason,
		facts,
	})
	if (atLeast(member?.role ?? null, "member")) await admitNext(world, tx, groupId)
	await tellPerson(world, tx, {
		groupId,
		personId: person.id,
		aboutId: eventId,
		what: "member-banned",
		reason,
		until,
	})
	return done(eventId)
}
