import type { Transaction } from "../../db/connect.ts"
import { record } from "../../db/events.ts"
import { lengthenLine } from "../../db/lines.ts"
import { inTurn } from "../../db/together.ts"
import type { Group } from "../groups/group.ts"
import { limits } from "../limits.ts"
import type { Actor } from "../people/actor.ts"
import type { World } from "../world.ts"
import type { Verdict } from "./policy.ts"

type Said = { group: Group; author: Actor; verdict: Exclude<Verdict, { verdict: "accept" }> }

/**
 * Writes down that a post waits, or was not taken; answers with the event of that very post, null where it is only
 * counted. A flood is one line to moderators: each post that waits has an event, since each is to be decided about, but
 * all of one server, by one rule, within an hour stand in one line; of those not taken the line is all there is.
 */
export const recordVerdict = async (
	world: World,
	tx: Transaction,
	{ group, author, verdict, post }: Said & { post: { id: string; uri: string } },
): Promise<string | null> => {
	const [groupId, actorId, at, { reason, rule }] = [group.id, author.id, world.ports.now(), verdict]
	const type = verdict.verdict === "hold" ? "post-held" : "post-refused"
	const which = { groupId, type, host: author.host, rule } as const
	const since = new Date(at.getTime() - limits.floodLine)
	const version = verdict.policy === undefined ? {} : { policy: verdict.policy }
	const begun = { host: author.host, rule, times: 1, lastAt: at.toISOString(), alone: true, ...version }
	return inTurn(tx, `line ${groupId} ${type} ${author.host} ${rule}`, async () => {
		const line = await lengthenLine(tx, which, { since, at, actorId })
		if (type === "post-held") {
			const facts = line ? { line, ...version } : begun
			return record(tx, world.ports, { type, groupId, postId: post.id, actorId, reason, facts })
		}
		if (line) return null
		return record(tx, world.ports, { type, groupId, actorId, reason, facts: { postUri: post.uri, ...begun } })
	})
}
