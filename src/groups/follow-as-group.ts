import { isBlockedPerson } from "../../db/borders/standing.ts"
import type { Transaction } from "../../db/connect.ts"
import { record } from "../../db/events.ts"
import { listFollowed } from "../../db/following.ts"
import { limits } from "../limits.ts"
import { actorOf, type By, mayDo } from "../moderation/by.ts"
import { type Actor, handleOf } from "../people/actor.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"
import { followIn, unfollowIn } from "./follow-group.ts"
import type { Group } from "./group.ts"

type Deed = { group: Group; target: Actor; by: By }

/**
 * A group follows another, of this server or elsewhere, and shows what that one shares among its own (FEP-d36d). It is
 * its moderators' act, and not every group's: a private one would give itself away by asking.
 */
export const followAsGroup = async (
	world: World,
	tx: Transaction,
	{ group, target, by }: Deed,
): Promise<Result<"asked" | "following">> => {
	const allowed = await mayDo(tx, by, group.id, "follow-group")
	if (!allowed.ok) return allowed
	if (group.id === target.id) return refused("invalid", "A group does not follow itself.")
	if (group.visibility === "private") return refused("forbidden", "A private group follows no other.")
	if (group.goneAt || group.movedTo) return refused("gone", "The group is not here any more.")
	if (await isBlockedPerson(tx, target, group.id))
		return refused("forbidden", "The server of that group is blocked here.")
	if ((await listFollowed(tx, group.id, limits.groupsFollowed)).length >= limits.groupsFollowed)
		return refused("forbidden", `A group follows at most ${limits.groupsFollowed} others.`)
	const follows = await followIn(world, tx, { person: group, group: target })
	if (!follows.ok) return follows
	await write(world, tx, "group-followed", { group, target, by })
	return follows
}

/** It follows the other no longer. What it showed of it stays. */
export const unfollowAsGroup = async (
	world: World,
	tx: Transaction,
	{ group, target, by }: Deed,
): Promise<Result> => {
	const allowed = await mayDo(tx, by, group.id, "follow-group")
	if (!allowed.ok) return allowed
	const left = await unfollowIn(world, tx, { person: group, group: target })
	if (!left.ok) return refused("not-found", "The group does not follow that one.")
	await write(world, tx, "group-unfollowed", { group, target, by })
	return done(undefined)
}

const write = (
	world: World,
	tx: Transaction,
	type: "group-followed" | "group-unfollowed",
	{ group, target, by }: Deed,
) =>
	record(tx, world.ports, {
		type,
		groupId: group.id,
		personId: target.id,
		actorId: actorOf(by),
		reason: handleOf(target),
	})
