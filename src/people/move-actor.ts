import { updateActor } from "../../db/actors.ts"
import type { Transaction } from "../../db/connect.ts"
import { record } from "../../db/events.ts"
import { lastMoveSince, listFollowed } from "../../db/following.ts"
import { countFollowers, findMember } from "../../db/members.ts"
import { insertAdmission } from "../../db/moves.ts"
import { atLeast } from "../groups/member.ts"
import { day } from "../limits/limit.ts"
import { limits } from "../limits.ts"
import { actorOf, type By, mayDo } from "../moderation/by.ts"
import { done, type Refused, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"
import { type Actor, handleOf } from "./actor.ts"

/** Days between two moves: every follower's server works through one. */
const pause = limits.movePause / day

export type Moving = {
	/** Somebody with an account here, or a group. */
	actor: Actor
	/** Where they go, as its own server says it now. */
	target: Actor
	by: By
	/** Otherwise only whether it could be is answered. */
	apply: boolean
}

/**
 * A group or a person of this server lives at another address from now on. The new address must own to the old one
 * first, so that nobody is sent to a stranger. A group's followers are told; for a person, the groups elsewhere that they
 * follow, and the groups here keep their place for the new name. Answers how many are told.
 */
export const moveActor = async (world: World, tx: Transaction, moving: Moving): Promise<Result<number>> => {
	const { actor, target, by, apply } = moving
	const problem = await whyNot(world, tx, moving)
	if (problem) return problem
	const followed = actor.kind === "group" ? [] : await listFollowed(tx, actor.id, limits.movedFollows)
	const told = actor.kind === "group" ? await countFollowers(tx, actor.id) : followed.length
	if (!apply) return done(told)
	await updateActor(tx, actor.id, { movedTo: target.uri, updatedAt: world.ports.now() })
	const facts = { target: target.uri, handle: handleOf(target) }
	const move = { type: "actor-moved", actorId: actorOf(by), facts } as const
	if (actor.kind === "group") {
		await record(tx, world.ports, { ...move, groupId: actor.id, personId: null })
		return done(told)
	}
	await record(tx, world.ports, { ...move, groupId: null, personId: actor.id })
	for (const group of followed)
		if (!group.local) await record(tx, world.ports, { ...move, groupId: group.id, personId: actor.id })
		else if (atLeast((await findMember(tx, group.id, actor.id))?.role ?? null, "member"))
			await insertAdmission(tx, { groupId: group.id, actorId: target.id, formerId: actor.id })
	return done(told)
}

const whyNot = async (
	world: World,
	tx: Transaction,
	{ actor, target, by }: Moving,
): Promise<Refused | null> => {
	const allowed = actor.kind === "group" ? await mayDo(tx, by, actor.id, "move-group") : done(undefined)
	if (!allowed.ok) return allowed
	if (!actor.local || actor.kind === "server" || actor.goneAt)
		return refused("invalid", "Only groups and people of this server move from here.")
	if (target.id === actor.id) return refused("invalid", "That is where they are.")
	if (target.kind !== actor.kind) return refused("invalid", `${handleOf(target)} is no ${actor.kind}.`)
	if (target.goneAt || target.movedTo) return refused("gone", `${handleOf(target)} is not there any more.`)
	if (!target.alsoKnownAs.includes(actor.uri))
		return refused(
			"forbidden",
			`${handleOf(target)} does not own to this name yet: ${actor.uri} must be among its other names (alsoKnownAs).`,
		)
	const before = await lastMoveSince(tx, actor.id, new Date(world.ports.now().getTime() - pause * day))
	return before ? refused("too-late", `They moved less than ${pause} days ago.`) : null
}
