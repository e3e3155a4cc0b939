import { findActor } from "../../db/actors.ts"
import { isBlockedHost } from "../../db/borders/standing.ts"
import type { Transaction } from "../../db/connect.ts"
import { record } from "../../db/events.ts"
import { findReport, wasForwarded } from "../../db/moderation.ts"
import type { Actor } from "../people/actor.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"
import { actorOf, type By, mayDo } from "./by.ts"

/** Those who look after the server of the person that was reported hear of the report, too; answers which server. */
export const forwardReport = async (
	world: World,
	tx: Transaction,
	{ reportId, by }: { reportId: string; by: By },
): Promise<Result<string>> => {
	const report = await findReport(tx, reportId)
	if (!report) return refused("not-found", "There is no such report.")
	const { groupId, postId, subjectId } = report
	if (!groupId && by !== "operator") return refused("forbidden", "That report is for the operator.")
	const allowed = groupId ? await mayDo(tx, by, groupId, "forward-report") : done(undefined)
	if (!allowed.ok) return allowed
	const subject = subjectId ? await findActor(tx, subjectId) : null
	const problem = subject ? await whyNot(tx, subject) : "It is about nobody who is known here."
	if (!subject || problem) return refused("invalid", problem ?? "")
	if (await wasForwarded(tx, reportId)) return refused("too-late", "It was forwarded already.")
	await record(tx, world.ports, {
		type: "report-forwarded",
		groupId,
		personId: subject.id,
		postId,
		actorId: actorOf(by),
		facts: { reportId },
	})
	return done(subject.host)
}

const whyNot = async (tx: Transaction, { local, goneAt, host }: Actor): Promise<string | null> => {
	if (local) return "It is about somebody of this server: nobody else is to be told."
	if (goneAt) return "The account that it is about is gone."
	return (await isBlockedHost(tx, host, null)) ? "Nothing is sent to that server." : null
}
