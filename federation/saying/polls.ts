import type { EventRecord } from "../../src/events.ts"
import { bytesOf, type Facts, idFor, localActivity, type Outgoing, toFollowers, toNamed } from "./parts.ts"

/**
 * How a poll stands, or that it closed, in its author's name, to servers that show notes. Those that keep communities
 * are not told: Lemmy has no polls, and the others count for themselves.
 */
export const tallied = (event: EventRecord, facts: Facts): Outgoing[] => {
	const { post, author, poll } = facts
	if (!post || !author?.local || !poll || post.deletedAt || post.audience !== "public") return []
	const activityUri = idFor(facts, event.id, "update")
	const update = localActivity("Update", activityUri, facts, event.at)
	return [
		{ ...toFollowers(facts, "microblog", activityUri, bytesOf(update)), signerId: author.id },
		...toNamed(facts, activityUri, update),
	]
}
