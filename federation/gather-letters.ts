import { findActor, findLocalActor } from "../db/actors.ts"
import type { Transaction } from "../db/connect.ts"
import { findGroup } from "../db/groups.ts"
import { findSoftware } from "../db/hosts.ts"
import { findModmailMessage } from "../db/modmail.ts"
import { findPost } from "../db/posts.ts"
import type { EventRecord } from "../src/events.ts"
import type { Group } from "../src/groups/group.ts"
import type { Answer } from "../src/moderation/voices/voice-events.ts"
import { readsChats } from "../src/people/chats.ts"
import type { LetterFacts } from "./saying/letters.ts"

/** An answer in the words of whoever asked, as paragraphs of plain text. */
export type AnswerWords = (
	answer: Answer,
	about: { group: Group; desk: string; postUri: string | null; language: string | null; now: Date },
) => string[]

/** What a moderator hears of what they asked for. */
export const answerFacts = async (
	tx: Transaction,
	inWords: AnswerWords,
	origin: string,
	event: EventRecord,
): Promise<LetterFacts | null> => {
	const group = event.groupId ? await findGroup(tx, event.groupId) : null
	if (!group) return null
	const post = event.postId ? await findPost(tx, event.postId) : null
	const { answer, language } = event.facts as { answer: Answer; language: string | null }
	const desk = `${origin}/@${group.handle}/desk`
	const postUri = post?.uri ?? null
	const words = inWords(answer, { group, desk, postUri, language, now: event.at })
	return letterFacts(tx, origin, event, group, { words })
}

/** What those who look after a group answer to a letter, in the name of the group. */
export const modmailFacts = async (
	tx: Transaction,
	origin: string,
	event: EventRecord,
): Promise<LetterFacts | null> => {
	const group = event.groupId ? await findGroup(tx, event.groupId) : null
	const message = await findModmailMessage(tx, event.facts.messageId as string)
	return group && message && letterFacts(tx, origin, event, group, { html: message.html })
}

/** A letter to the person of an event; null where they are gone, or live here. */
export const letterFacts = async (
	tx: Transaction,
	origin: string,
	event: EventRecord,
	group: Group,
	said: LetterFacts["said"],
): Promise<LetterFacts | null> => {
	const person = event.personId ? await findActor(tx, event.personId) : null
	if (!person || person.local || person.goneAt) return null
	const chat = readsChats(await findSoftware(tx, person.host))
	const sender = chat ? await findLocalActor(tx, "server") : group
	return sender && { origin, sender, person, said, chat }
}
