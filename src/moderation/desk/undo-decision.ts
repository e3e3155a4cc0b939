import { findActor } from "../../../db/actors.ts"
import type { Transaction } from "../../../db/connect.ts"
import { findEvent, findLastEvent, findLastPersonEvent } from "../../../db/events.ts"
import { listInLine } from "../../../db/moderation.ts"
import type { EventRecord, EventType } from "../../events.ts"
import { limits } from "../../limits.ts"
import { done, type Result, refused } from "../../result.ts"
import type { World } from "../../world.ts"
import { approvePost, type PostDeed } from "../approve-post.ts"
import type { By } from "../by.ts"
import { liftBan } from "../lift-ban.ts"
import { markThread } from "../mark-thread.ts"
import { restorePost } from "../restore-post.ts"
import { takeOutPost } from "../take-out-post.ts"
import { familyOf, isUndoable } from "./families.ts"
import { liftPause } from "./lift-pause.ts"

export type Undoing = { groupId: string; eventId: string; by: By; reason: string }

type OnPost = (world: World, tx: Transaction, deed: PostDeed) => Promise<Result<unknown>>
type OnPerson = typeof liftBan

const onPost: Partial<Record<EventType, OnPost>> = {
	"post-approved": (world, tx, deed) => takeOutPost(world, tx, "hold", deed),
	"post-removed": restorePost,
	"post-suspended": approvePost,
	"post-restored": (world, tx, deed) => takeOutPost(world, tx, "remove", deed),
	"thread-locked": (world, tx, deed) => markThread(world, tx, "unlock", deed),
	"thread-unlocked": (world, tx, deed) => markThread(world, tx, "lock", deed),
	"post-pinned": (world, tx, deed) => markThread(world, tx, "unpin", deed),
	"post-unpinned": (world, tx, deed) => markThread(world, tx, "pin", deed),
}

/**
 * Undoes one decision, as long as nothing was decided about the same since; posts that a ban took along come back with
 * it. To ban and to pause again is not undoing: that is decided anew.
 */
export const undoDecision = async (
	world: World,
	tx: Transaction,
	{ groupId, eventId, by, reason }: Undoing,
): Promise<Result> => {
	const event = await findEvent(tx, eventId)
	if (event?.groupId !== groupId || !isUndoable(event.type))
		return refused("not-found", "There is nothing to be undone.")
	if ((await lastAbout(tx, event))?.id !== event.id)
		return refused("too-late", "Something else was decided about that since. Please look again.")
	const undone = await inverse(world, tx, event, { groupId, eventId, by, reason })
	return undone.ok ? done(undefined) : undone
}

/** What was decided last about the same thing as by a decision. */
export const lastAbout = (
	tx: Transaction,
	{ type, groupId, postId, personId }: EventRecord,
): Promise<{ id: string; type: string } | null> => {
	const family = [...familyOf(type)]
	return postId
		? findLastEvent(tx, groupId!, postId, family)
		: findLastPersonEvent(tx, groupId!, personId!, family)
}

const inverse = async (
	world: World,
	tx: Transaction,
	{ id, type, postId, personId, facts }: EventRecord,
	{ groupId, by, reason }: Undoing,
): Promise<Result<unknown>> => {
	const act = onPost[type]
	if (postId && act) return act(world, tx, { groupId, postId, by, reason })
	const lifts: Partial<Record<EventType, OnPerson>> = { "member-banned": liftBan, "member-paused": liftPause }
	const lift = lifts[type]
	const person = personId && lift ? await findActor(tx, personId) : null
	if (!person || !lift) return refused("invalid", "That cannot be undone; decide it anew.")
	const lifted = await lift(world, tx, { groupId, person, by, reason })
	if (!lifted.ok || !facts.posts) return lifted
	// What has changed about one of them since stays as it was decided then.
	for (const taken of await listInLine(tx, id, "post-removed", limits.takenOutAtOnce))
		await restorePost(world, tx, { groupId, postId: taken, by, reason })
	return lifted
}
