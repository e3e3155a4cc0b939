import type { Transaction } from "../../db/connect.ts"
import { record } from "../../db/events.ts"
import { closeReport, findReport } from "../../db/moderation.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"
import { actorOf, type By, mayDo, reasonProblem } from "./by.ts"

/** A moderator has dealt with a report, and says how. */
export const resolveReport = async (
	world: World,
	tx: Transaction,
	{ reportId, by, reason }: { reportId: string; by: By; reason: string },
): Promise<Result> => {
	const problem = reasonProblem(reason)
	if (problem) return refused("invalid", problem)
	const report = await findReport(tx, reportId)
	if (!report) return refused("not-found", "There is no such report.")
	if (!report.groupId && by !== "operator") return refused("forbidden", "That report is for the operator.")
	const allowed = report.groupId ? await mayDo(tx, by, report.groupId, "resolve-report") : done(undefined)
	if (!allowed.ok) return allowed
	if (!(await closeReport(tx, reportId, reason, world.ports.now())))
		return refused("too-late", "It is resolved already.")
	const { groupId } = report
	await record(tx, world.ports, {
		type: "report-resolved",
		groupId,
		actorId: actorOf(by),
		reason,
		facts: { reportId },
	})
	// What was done about it is between the group and the one it was done to.
	if (groupId && report.reporterId)
		await record(tx, world.ports, { type: "reporter-told", groupId, personId: report.reporterId })
	return done(undefined)
}
