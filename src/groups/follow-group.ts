import { record } from "../../db/events.ts"
import { findGroup, rememberGroup } from "../../db/groups.ts"
import { deleteMember, lockMember, upsertMember } from "../../db/members.ts"
import { activityUri } from "../events.ts"
import type { Actor } from "../people/actor.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"
import { joinGroup } from "./join-group.ts"
import { leaveGroup } from "./leave-group.ts"

type Follow = { person: Actor; group: Actor }

/** Somebody here follows a group: one of this server at once, one of another when that answers. */
export const followGroup = async (
	world: World,
	{ person, group }: Follow,
): Promise<Result<"asked" | "following">> => {
	if (group.kind !== "group") return refused("invalid", "That is not a group.")
	if (group.local) return joinHere(world, { person, group })
	const result = await world.db.transaction(async (tx): Promise<Result<"asked" | "following">> => {
		await rememberGroup(tx, group.id)
		const member = await lockMember(tx, group.id, person.id)
		if (member && member.requestedAt === null) return done("following")
		const eventId = await record(tx, world.ports, {
			type: "follow-sent",
			groupId: group.id,
			personId: person.id,
		})
		const followUri = activityUri(world.origin.origin, eventId, "follow")
		const requestedAt = world.ports.now()
		const joinedAt = member?.joinedAt ?? requestedAt
		await upsertMember(tx, {
			groupId: group.id,
			actorId: person.id,
			role: "follower",
			followUri,
			requestedAt,
			joinedAt,
		})
		return done("asked")
	})
	world.wake()
	return result
}

const joinHere = (world: World, { person, group }: Follow): Promise<Result<"following">> =>
	world.db.transaction(async (tx): Promise<Result<"following">> => {
		const here = await findGroup(tx, group.id)
		if (!here) return refused("not-found", "There is no such group.")
		const joined = await joinGroup(world, tx, { group: here, person, followUri: null })
		return joined.ok ? done("following") : joined
	})

/** They follow it no longer, from this moment, whatever its server says. */
export const unfollowGroup = async (world: World, { person, group }: Follow): Promise<Result> => {
	const result = await world.db.transaction(async (tx) => {
		const member = await lockMember(tx, group.id, person.id)
		if (member && group.local) return leaveGroup(world, tx, { groupId: group.id, person })
		if (!member) return refused("not-found", "They do not follow that group.")
		await deleteMember(tx, group.id, person.id)
		const facts = { followUri: member.followUri }
		await record(tx, world.ports, { type: "follow-ended", groupId: group.id, personId: person.id, facts })
		return done(undefined)
	})
	world.wake()
	return result
}
