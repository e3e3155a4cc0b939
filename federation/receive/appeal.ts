import { findAppealAgainst } from "../../db/appeals.ts"
import type { Transaction } from "../../db/connect.ts"
import { findEvent } from "../../db/events.ts"
import { limits } from "../../src/limits.ts"
import { fileAppeal } from "../../src/moderation/desk/file-appeal.ts"
import { plainText } from "../../src/posts/markup.ts"
import type { World } from "../../src/world.ts"
import type { Heard } from "../inbox.ts"

/**
 * The decision that somebody appeals against by answering the message in which they were told of it. Where they have
 * appealed before, or it is too late, it is a word to the moderators like any other.
 */
export const appealMeant = async (
	{ db, ports, origin }: World,
	{ actor }: Heard,
	inReplyTo: string | null,
): Promise<string | null> => {
	if (!inReplyTo?.startsWith(`${origin.origin}/ap/activities/`)) return null
	const id = /\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/note$/.exec(inReplyTo)?.[1]
	const told = id ? await findEvent(db, id) : null
	if (told?.type !== "person-told" || told.personId !== actor.id) return null
	if (told.at.getTime() + limits.appealTime <= ports.now().getTime()) return null
	const eventId = String(told.facts.aboutId)
	return (await findAppealAgainst(db, eventId)) ? null : eventId
}

/** Somebody appeals, in the words of their answer. */
export const receiveAppeal = async (
	world: World,
	tx: Transaction,
	{ actor }: Heard,
	{ eventId, html }: { eventId: string; html: string },
): Promise<string> => {
	const words = plainText(html).replace(/^(?:@\S+\s*)+/, "")
	const filed = await fileAppeal(world, tx, { eventId, person: actor, words })
	return filed.ok ? "appealed" : `ignored: ${filed.reason}`
}
