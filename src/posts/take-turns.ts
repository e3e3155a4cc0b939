import { findActor } from "../../db/actors.ts"
import type { Transaction } from "../../db/connect.ts"
import { findGroup } from "../../db/groups.ts"
import { findPolicies } from "../../db/policies.ts"
import { findPost, findShare, setShareState } from "../../db/posts.ts"
import { lockTurns, putOffTurns, type Turn } from "../../db/turns.ts"
import { limits } from "../limits.ts"
import { judgePost } from "../moderation/judge-post.ts"
import { morningAfter } from "../moderation/policy/morning.ts"
import { recordVerdict } from "../moderation/record-verdict.ts"
import type { World } from "../world.ts"
import { shareWaiting } from "./share-waiting.ts"

/**
 * Posts that waited for their turn are shared, in the order in which they came and no faster than the group's pace, also
 * after a time in which nobody looked. Answers how many posts were looked at.
 */
export const takeTurns = async (world: World, tx: Transaction): Promise<number> => {
	const turns = await lockTurns(tx, world.ports.now(), limits.turnsTaken)
	for (const turn of turns) await takeTurn(world, tx, turn)
	return turns.length
}

const takeTurn = async (world: World, tx: Transaction, turn: Turn): Promise<void> => {
	const { groupId, postId } = turn
	const now = world.ports.now()
	// Whoever went before in this very round may have put it off.
	const share = await findShare(tx, groupId, postId)
	if (!share?.dueAt || share.dueAt > now) return
	const [group, post, author] = [
		await findGroup(tx, groupId),
		await findPost(tx, postId),
		await findActor(tx, turn.authorId),
	]
	if (!group || !post || !author || group.goneAt || author.goneAt)
		return setShareState(tx, groupId, postId, "held", share.reason, null)
	const { rules } = await findPolicies(tx, groupId)
	const morning = morningAfter(rules.quiet, now)
	if (morning) return putOffTurns(tx, groupId, { authorId: null, until: morning })
	const verdict = await judgePost(tx, { group, author, post, now, coming: "edited" })
	if (verdict.verdict !== "accept") {
		await setShareState(tx, groupId, postId, "held", verdict.reason, null)
		await recordVerdict(world, tx, { group, author, verdict: { ...verdict, verdict: "hold" }, post })
		return
	}
	await shareWaiting(world, tx, { group, post, author })
	if (!rules.slow) return
	const until = new Date(now.getTime() + rules.slow.minutes * 60_000)
	await putOffTurns(tx, groupId, { authorId: rules.slow.whose === "each" ? author.id : null, until })
}
