import type { Transaction } from "../../db/connect.ts"
import { findMember } from "../../db/members.ts"
import type { Role } from "../groups/member.ts"
import { done, type Result, refused } from "../result.ts"
import { type Deed, may, mayActOn } from "./permission.ts"

/** Who acts: somebody in the group, or the operator at the command line, who may do everything here. */
export type By = { actorId: string } | "operator"

export const actorOf = (by: By): string | null => (by === "operator" ? null : by.actorId)

/** Whether they may, at this moment, and to this person. */
export const mayDo = async (
	tx: Transaction,
	by: By,
	groupId: string,
	deed: Deed,
	toId?: string,
): Promise<Result> => {
	if (by === "operator") return done(undefined)
	const role = await roleOf(tx, groupId, by.actorId)
	if (!may(role, deed)) return refused("forbidden", "Only the group's moderators may do that.")
	if (toId && !mayActOn(role, await roleOf(tx, groupId, toId)))
		return refused("forbidden", "That takes somebody above them: they help to run the group.")
	return done(undefined)
}

const roleOf = async (tx: Transaction, groupId: string, actorId: string): Promise<Role | null> =>
	(await findMember(tx, groupId, actorId))?.role ?? null

export const reasonProblem = (reason: string): string | null =>
	reason.length > 500 ? "A reason has at most 500 characters." : null
