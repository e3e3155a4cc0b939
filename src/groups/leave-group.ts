import type { Transaction } from "../../db/connect.ts"
import { record } from "../../db/events.ts"
import {
	closeUnusedCursor,
	countRole,
	deleteMember,
	lockMember,
	type Membership,
	upsertMember,
} from "../../db/members.ts"
import { type Actor, deliveryInbox } from "../people/actor.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"
import { admitNext } from "./admit-next.ts"
import { passOn } from "./hand-over-group.ts"
import { atLeast } from "./member.ts"

/**
 * `forGood`: they are gone altogether, and can look after nothing any more. `here`: they go on a page of this server, so
 * their own, which still believes that they follow, is told that it is over.
 */
type Leave = { groupId: string; person: Actor; forGood?: boolean; here?: boolean }

/** Somebody unfollows a group; nothing more is sent for them. A group's last owner stays until another takes over. */
export const leaveGroup = async (world: World, tx: Transaction, leave: Leave): Promise<Result> => {
	const { groupId, person, here = false } = leave
	const member = await lockMember(tx, groupId, person.id)
	if (!member) return refused("not-found", "They do not follow this group.")
	const stays = member.role === "owner" && !(await mayGo(world, tx, leave))
	if (stays && person.local)
		return refused("forbidden", "The last owner of a group hands it over before leaving.")
	if (stays) await stayUnheard(tx, member)
	else await deleteMember(tx, groupId, person.id)
	if (!person.local) await closeUnusedCursor(tx, groupId, deliveryInbox(person))
	if (stays)
		return refused("forbidden", "They are the last owner, and stay one until somebody else takes over.")
	if (atLeast(member.role, "member")) await admitNext(world, tx, groupId)
	const facts = here && !person.local ? { followUri: member.followUri } : {}
	await record(tx, world.ports, { type: "member-left", groupId, personId: person.id, facts })
	return done(undefined)
}

/** Whether the group has an owner without them. Whoever has an account here is asked to see to that; others cannot be. */
const mayGo = async (
	world: World,
	tx: Transaction,
	{ groupId, person, forGood = false }: Leave,
): Promise<boolean> => {
	if ((await countRole(tx, groupId, "owner")) > 1) return true
	if (person.local && !forGood) return false
	return (await passOn(world, tx, { groupId, from: person, forGood })) || forGood
}

/** Their server follows no longer, whatever is said here: it gets nothing more. */
const stayUnheard = (tx: Transaction, member: Membership): Promise<void> =>
	upsertMember(tx, { ...member, followUri: null })
