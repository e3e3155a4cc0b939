import { findActor } from "../db/actors.ts"
import type { Transaction } from "../db/connect.ts"
import { findGroup } from "../db/groups.ts"
import { findPost } from "../db/posts.ts"
import type { EventRecord } from "../src/events.ts"
import { handleOf } from "../src/people/actor.ts"
import { letterFacts } from "./gather-letters.ts"
import type { LetterFacts } from "./saying/letters.ts"

/** What moderators have to say to somebody of another server; null where nobody is to be written to. */
export const deskLetter = async (
	tx: Transaction,
	origin: string,
	event: EventRecord,
): Promise<LetterFacts | null> => {
	const group = event.groupId ? await findGroup(tx, event.groupId) : null
	const post = event.postId ? await findPost(tx, event.postId) : null
	const person = post ? await findActor(tx, post.authorId) : null
	const personId = event.personId ?? person?.id ?? null
	if (!group?.local) return null
	const words = [opening(event, handleOf(group), post?.uri), event.reason ?? ""]
	return letterFacts(tx, origin, { ...event, personId }, group, { words })
}

const opening = ({ type }: EventRecord, handle: string, postUri?: string): string =>
	type === "change-asked"
		? `Those who look after ${handle} ask you to change a post of yours (${postUri}). Edit it where you wrote it, and they see it in its new words:`
		: `A word from those who look after ${handle}:`
