import { isBlockedPerson } from "../../../db/borders/standing.ts"
import type { Transaction } from "../../../db/connect.ts"
import { record } from "../../../db/events.ts"
import { findBan, findMember } from "../../../db/members.ts"
import { countModmailSince, insertModmailMessage, openModmail } from "../../../db/modmail.ts"
import type { Group } from "../../groups/group.ts"
import { banHolds } from "../../groups/member.ts"
import { limits } from "../../limits.ts"
import type { Actor } from "../../people/actor.ts"
import { plainText } from "../../posts/markup.ts"
import { done, type Result, refused } from "../../result.ts"
import type { World } from "../../world.ts"

export type ToModerators = {
	group: Group
	person: Actor
	/** Clean HTML. */
	html: string
	/** Its address on their own server, if it came from there. */
	uri: string | null
	/** The language it is written in, as far as they said. */
	language: string | null
}

const day = 86_400_000

/**
 * Somebody writes to those who look after a group, who read it together. It begins their letters or goes on with them;
 * people of other servers hear that it came, once while it waits. The banned and the blocked are not heard.
 */
export const writeToModerators = async (
	world: World,
	tx: Transaction,
	{ group, person, html, uri, language }: ToModerators,
): Promise<Result<string>> => {
	const problem = wordsProblem(html)
	if (problem) return refused("invalid", problem)
	const now = world.ports.now()
	if (!(await isHeard(tx, group, person, now)))
		return refused("forbidden", "Nothing more is taken from them by the people who look after this group.")
	const since = new Date(now.getTime() - day)
	const member = await findMember(tx, group.id, person.id)
	const [counted, most] = member ? [person.id, limits.modmailPerDay] : [null, limits.modmailFromStrangers]
	if (
		(await countModmailSince(tx, group.id, person.id, since)) >= limits.modmailPerDay ||
		(await countModmailSince(tx, group.id, counted, since)) >= most
	)
		return refused("too-early", "That was a lot for one day. Please write again tomorrow.")
	const opened = await openModmail(tx, {
		id: world.ports.newId(),
		groupId: group.id,
		personId: person.id,
		at: now,
	})
	const messageId = world.ports.newId()
	const message = { id: messageId, modmailId: opened.id, byGroup: false, uri, html, createdAt: now }
	if (!(await insertModmailMessage(tx, message))) return refused("too-late", "That letter is here already.")
	const at = { groupId: group.id, personId: person.id } as const
	await record(tx, world.ports, {
		type: "modmail-received",
		...at,
		facts: { modmailId: opened.id, messageId },
	})
	if (!person.local && !opened.waited) {
		const facts = { answer: { says: "received" }, language } as const
		await record(tx, world.ports, { type: "group-answered", ...at, postId: null, facts })
	}
	return done(opened.id)
}

const isHeard = async (tx: Transaction, group: Group, person: Actor, now: Date): Promise<boolean> => {
	if (person.kind !== "person" || person.goneAt || group.goneAt || !group.local) return false
	if (banHolds(await findBan(tx, group.id, person.id), now)) return false
	return person.local || !(await isBlockedPerson(tx, person, group.id))
}

/** What is wrong with a letter, in a sentence; null when it can be sent. */
export const wordsProblem = (html: string): string | null => {
	const words = plainText(html)
	if (words === "") return "There is nothing in this letter yet."
	return words.length > limits.modmailWords || html.length > limits.heardHtml
		? "A letter has at most 5000 characters."
		: null
}
