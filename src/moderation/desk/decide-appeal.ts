import { lockAppeal, updateAppeal } from "../../../db/appeals.ts"
import type { Transaction } from "../../../db/connect.ts"
import { findEvent, record } from "../../../db/events.ts"
import type { EventRecord, EventType } from "../../events.ts"
import { done, type Result, refused } from "../../result.ts"
import type { World } from "../../world.ts"
import { actorOf, type By, mayDo, reasonProblem } from "../by.ts"
import { mayBeAppealed } from "./appeal.ts"
import { lastAbout, undoDecision } from "./undo-decision.ts"

export type Deciding = {
	appealId: string
	groupId: string
	way: "uphold" | "overturn"
	by: By
	reason: string
}

/**
 * A moderator looks again at what another one decided: it stays, or is undone. Never whoever decided it; where nobody else
 * looks after the group, the operator does. Whoever appealed hears what came of it, with the reason.
 */
export const decideAppeal = async (
	world: World,
	tx: Transaction,
	{ appealId, groupId, way, by, reason }: Deciding,
): Promise<Result> => {
	const problem = reason.trim() === "" ? "Please answer them in a few words." : reasonProblem(reason)
	if (problem) return refused("invalid", problem)
	const allowed = await mayDo(tx, by, groupId, "resolve-report")
	if (!allowed.ok) return allowed
	const appeal = await lockAppeal(tx, appealId)
	if (appeal?.groupId !== groupId) return refused("not-found", "There is no such appeal.")
	if (appeal.decidedAt) return refused("too-late", "Somebody has decided about that appeal.")
	const event = await findEvent(tx, appeal.eventId)
	if (by !== "operator" && (event?.actorId === by.actorId || appeal.personId === by.actorId))
		return refused("forbidden", "Somebody else decides about that: another moderator, or the operator.")
	if (way === "overturn") {
		// What they are answered is for them; why something was undone, everybody may read.
		const undone = await undoDecision(world, tx, { groupId, eventId: appeal.eventId, by, reason: "" })
		// Somebody was quicker to undo it; they hear all the same that they were right.
		const isQuicker = !undone.ok && (undone.code === "too-late" || undone.code === "not-found")
		if (!undone.ok && !(isQuicker && event && (await isOver(tx, event)))) return undone
	}
	const outcome = way === "uphold" ? "upheld" : "overturned"
	await updateAppeal(tx, appealId, { decidedAt: world.ports.now(), outcome, answer: reason })
	await record(tx, world.ports, {
		type: "appeal-decided",
		groupId,
		personId: appeal.personId,
		actorId: actorOf(by),
		reason,
		facts: { appealId, outcome },
	})
	return done(undefined)
}

/** Whether nothing holds any more of what was decided, also not by a later decision of the same kind. */
const isOver = async (tx: Transaction, event: EventRecord): Promise<boolean> => {
	const last = await lastAbout(tx, event)
	return last !== null && (last.id === event.id || !mayBeAppealed(last.type as EventType))
}
