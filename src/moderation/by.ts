import { findActor } from "../../db/actors.ts"
import { isBlockedPerson } from "../../db/borders/standing.ts"
import type { Database, Transaction } from "../../db/connect.ts"
import { findMember } from "../../db/members.ts"
import type { Role } from "../groups/member.ts"
import { limits } from "../limits.ts"
import { done, type Result, refused } from "../result.ts"
import { type Deed, isForOwners, may, mayActOn } from "./permission.ts"

type Reader = Database | Transaction

/** Who acts: somebody in the group, or the operator at the command line, who may do everything here. */
export type By = { actorId: string } | "operator"

export const actorOf = (by: By): string | null => (by === "operator" ? null : by.actorId)

/** Whether they may, at this moment, and to this person. */
export const mayDo = async (
	tx: Reader,
	by: By,
	groupId: string,
	deed: Deed,
	toId?: string,
): Promise<Result> => {
	// A group of another server speaks for itself: who may do what in it was decided there.
	if (by === "operator" || by.actorId === groupId) return done(undefined)
	const role = (await isShutOut(tx, groupId, by.actorId)) ? null : await roleOf(tx, groupId, by.actorId)
	if (!may(role, deed) && isForOwners(deed))
		return refused("forbidden", "Only the group's owners may do that.")
	if (!may(role, deed)) return refused("forbidden", "Only the group's moderators may do that.")
	if (toId && !mayActOn(role, await roleOf(tx, groupId, toId)))
		return refused("forbidden", "That takes somebody above them: they help to run the group.")
	return done(undefined)
}

const roleOf = async (tx: Reader, groupId: string, actorId: string): Promise<Role | null> =>
	(await findMember(tx, groupId, actorId))?.role ?? null

/** A role counts for nothing once they are gone, or while their server is blocked; a ban has taken the role itself. */
const isShutOut = async (tx: Reader, groupId: string, actorId: string): Promise<boolean> => {
	const actor = await findActor(tx, actorId)
	if (!actor || actor.goneAt) return true
	return !actor.local && (await isBlockedPerson(tx, actor, groupId))
}

export const reasonProblem = (reason: string): string | null =>
	reason.length > limits.reason ? "A reason has at most 500 characters." : null
