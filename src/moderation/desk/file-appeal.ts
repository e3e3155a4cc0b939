import { insertAppeal } from "../../../db/appeals.ts"
import type { Transaction } from "../../../db/connect.ts"
import { findEvent, record } from "../../../db/events.ts"
import { findPost } from "../../../db/posts.ts"
import { limits } from "../../limits.ts"
import type { Actor } from "../../people/actor.ts"
import { done, type Result, refused } from "../../result.ts"
import type { World } from "../../world.ts"
import { appealableUntil } from "./appeal.ts"

/**
 * Whom a decision concerns asks that somebody else looks at it again: once, and within 14 days. Answers with the appeal.
 */
export const fileAppeal = async (
	world: World,
	tx: Transaction,
	{ eventId, person, words }: { eventId: string; person: Actor; words: string },
): Promise<Result<string>> => {
	if (words.trim() === "") return refused("invalid", "Please say in a few words what was wrong about it.")
	const event = await findEvent(tx, eventId)
	const post = event?.postId ? await findPost(tx, event.postId) : null
	const until = event && appealableUntil(event, person.id, post?.authorId ?? null)
	if (!event?.groupId || !until) return refused("not-found", "There is no such decision about you.")
	const [id, now] = [world.ports.newId(), world.ports.now()]
	if (until <= now) return refused("too-late", "That was longer ago than one can appeal.")
	const appeal = { id, groupId: event.groupId, eventId, personId: person.id, createdAt: now }
	if (!(await insertAppeal(tx, { ...appeal, words: words.trim().slice(0, limits.appealWords) })))
		return refused("too-late", "You have asked for that to be looked at again already.")
	await record(tx, world.ports, {
		type: "appeal-filed",
		groupId: event.groupId,
		personId: person.id,
		actorId: person.id,
		facts: { appealId: id, eventId },
	})
	return done(id)
}
