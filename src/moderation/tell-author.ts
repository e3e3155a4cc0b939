import type { Transaction } from "../../db/connect.ts"
import { record } from "../../db/events.ts"
import { findMember } from "../../db/members.ts"
import { takeNotice } from "../../db/moderation.ts"
import type { Group } from "../groups/group.ts"
import type { Actor } from "../people/actor.ts"
import type { World } from "../world.ts"
import type { Verdict } from "./policy.ts"

/** Rules whose no is kept from the person: it would only tell a troublemaker what to try next. */
const silent: ReadonlySet<string> = new Set(["blocked-domain", "banned-author"])

/**
 * Writes to somebody of another server, from the group, about why their post waits or was not taken: at most once a
 * day for each person, whatever they send. `aboutId` is the event of that very post, if it has one.
 */
export const tellAuthor = async (
	world: World,
	tx: Transaction,
	{
		group,
		author,
		verdict,
		aboutId,
		postUri,
	}: { group: Group; author: Actor; verdict: Verdict; aboutId: string | null; postUri: string },
): Promise<void> => {
	if (verdict.verdict === "accept" || author.local || !group.local || silent.has(verdict.rule)) return
	// A stranger is not told that there is such a group.
	if (group.visibility === "private" && !(await findMember(tx, group.id, author.id))) return
	if (!(await takeNotice(tx, author.id, world.ports.now()))) return
	const facts = { aboutId, postUri, held: verdict.verdict === "hold" }
	const event = {
		type: "author-told",
		groupId: group.id,
		personId: author.id,
		reason: verdict.reason,
		facts,
	} as const
	await record(tx, world.ports, event)
}
