import type { Transaction } from "../../db/connect.ts"
import { record } from "../../db/events.ts"
import { insertReport } from "../../db/moderation.ts"
import { limits } from "../limits.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"

export type Complaint = {
	uri: string | null
	/** Null for what concerns the server, not a group. */
	groupId: string | null
	reporterId: string | null
	subjectId: string | null
	postId: string | null
	words: string
}

/** Somebody complains: kept for the moderators of the group it concerns. The same complaint twice is one. */
export const fileReport = async (
	world: World,
	tx: Transaction,
	complaint: Complaint,
): Promise<Result<string>> => {
	const id = world.ports.newId()
	const kept = await insertReport(tx, {
		id,
		...complaint,
		words: complaint.words.slice(0, limits.reportWords),
		createdAt: world.ports.now(),
	})
	if (!kept) return refused("too-late", "The same report waits already.")
	const { groupId, subjectId, postId } = complaint
	await record(tx, world.ports, {
		type: "report-filed",
		groupId,
		personId: subjectId,
		postId,
		facts: { reportId: id },
	})
	return done(id)
}
