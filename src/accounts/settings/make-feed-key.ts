import type { Transaction } from "../../../db/connect.ts"
import { record } from "../../../db/events.ts"
import { upsertFeedKey } from "../../../db/feed-keys.ts"
import { findGroup } from "../../../db/groups.ts"
import { findMember } from "../../../db/members.ts"
import { atLeast } from "../../groups/member.ts"
import { newSecret } from "../../ports.ts"
import { done, type Result, refused } from "../../result.ts"
import type { World } from "../../world.ts"
import { hashOfToken } from "../session.ts"

/**
 * A key by which a member of a group reads along in a feed reader; it is answered this once. It opens the feed for as long
 * as they belong to the group, or until they take it back or make another.
 */
export const makeFeedKey = async (
	world: World,
	tx: Transaction,
	{ actorId, groupId }: { actorId: string; groupId: string },
): Promise<Result<string>> => {
	const group = await findGroup(tx, groupId)
	const member = group?.local && !group.goneAt ? await findMember(tx, groupId, actorId) : null
	if (!atLeast(member?.role ?? null, "member"))
		return refused("not-found", "You are not a member of that group.")
	const key = newSecret()
	await upsertFeedKey(tx, { actorId, groupId, keyHash: hashOfToken(key), createdAt: world.ports.now() })
	await record(tx, world.ports, { type: "account-changed", actorId, facts: { changed: ["feed-key"] } })
	return done(key)
}
