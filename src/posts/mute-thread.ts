import type { Transaction } from "../../db/connect.ts"
import { countMutes, deleteMute, insertMute } from "../../db/keeping.ts"
import { maySee } from "../../db/polls.ts"
import { limits } from "../limits.ts"
import type { Actor } from "../people/actor.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"

/** Somebody wants to hear no more of a conversation, or to hear of it again. That is theirs alone: no event says it. */
export const muteThread = async (
	world: World,
	tx: Transaction,
	{ person, threadId, mute }: { person: Actor; threadId: string; mute: boolean },
): Promise<Result> => {
	if (!mute) {
		await deleteMute(tx, person.id, threadId)
		return done(undefined)
	}
	if (!(await maySee(tx, { actorId: person.id }, threadId)))
		return refused("not-found", "There is no such conversation here.")
	if ((await countMutes(tx, person.id)) >= limits.threadsMuted)
		return refused("too-late", "You muted as many conversations as there is room for.")
	await insertMute(tx, { actorId: person.id, threadId, createdAt: world.ports.now() })
	return done(undefined)
}
