import { isBlockedPerson } from "../../db/borders/standing.ts"
import type { Transaction } from "../../db/connect.ts"
import { record } from "../../db/events.ts"
import { findGroup, rememberGroup } from "../../db/groups.ts"
import { deleteMember, lockMember, upsertMember } from "../../db/members.ts"
import { activityUri } from "../events.ts"
import type { Actor } from "../people/actor.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"
import { joinGroup } from "./join-group.ts"
import { leaveGroup } from "./leave-group.ts"

/** Who follows: a person here, or a group here. */
export type Follow = { person: Actor; group: Actor }

/** Somebody here follows a group: one of this server at once, one of another when that answers. */
export const followGroup = async (world: World, follow: Follow): Promise<Result<"asked" | "following">> => {
	const result = await world.db.transaction((tx) => followIn(world, tx, follow))
	world.wake()
	return result
}

/** The same, as a part of something else that happens. */
export const followIn = async (
	world: World,
	tx: Transaction,
	{ person, group }: Follow,
): Promise<Result<"asked" | "following">> => {
	if (group.kind !== "group") return refused("invalid", "That is not a group.")
	if (group.local) return joinHere(world, tx, { person, group })
	if (group.movedTo) return refused("gone", `That group has moved to ${group.movedTo}.`)
	if (group.goneAt) return refused("gone", "That group is gone.")
	if (await isBlockedPerson(tx, group, null))
		return refused("forbidden", "The server of that group is blocked here.")
	await rememberGroup(tx, group.id)
	const member = await lockMember(tx, group.id, person.id)
	const [groupId, personId] = [group.id, person.id]
	if (member && member.requestedAt === null) return done("following")
	const eventId = await record(tx, world.ports, { type: "follow-sent", groupId, personId })
	const requestedAt = world.ports.now()
	await upsertMember(tx, {
		groupId,
		actorId: personId,
		role: member?.role ?? "follower",
		followUri: activityUri(world.origin.origin, eventId, "follow"),
		requestedAt,
		joinedAt: member?.joinedAt ?? requestedAt,
	})
	return done("asked")
}

const joinHere = async (
	world: World,
	tx: Transaction,
	{ person, group }: Follow,
): Promise<Result<"following">> => {
	const here = await findGroup(tx, group.id)
	if (!here) return refused("not-found", "There is no such group.")
	const joined = await joinGroup(world, tx, { group: here, person, followUri: null })
	return joined.ok ? done("following") : joined
}

/** They follow it no longer, from this moment, whatever its server says. */
export const unfollowGroup = async (world: World, follow: Follow): Promise<Result> => {
	const result = await world.db.transaction((tx) => unfollowIn(world, tx, follow))
	world.wake()
	return result
}

/** The same, as a part of something else that happens. */
export const unfollowIn = async (
	world: World,
	tx: Transaction,
	{ person, group }: Follow,
): Promise<Result> => {
	const member = await lockMember(tx, group.id, person.id)
	if (!member) return refused("not-found", "They do not follow that group.")
	if (group.local) return leaveGroup(world, tx, { groupId: group.id, person, here: true })
	await deleteMember(tx, group.id, person.id)
	const facts = { followUri: member.followUri }
	await record(tx, world.ports, { type: "follow-ended", groupId: group.id, personId: person.id, facts })
	return done(undefined)
}
