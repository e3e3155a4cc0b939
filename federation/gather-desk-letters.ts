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
	const words = wordsOf(event, {
		origin,
		group: handleOf(group),
		postUri: post?.uri ?? null,
		page: group.handle,
	})
	return letterFacts(tx, origin, { ...event, personId }, group, { words })
}

type About = { origin: string; group: string; postUri: string | null; page: string }

const wordsOf = (event: EventRecord, about: About): string[] => {
	const { type, reason, facts } = event
	const { group, postUri } = about
	const why = reason ?? ""
	if (type === "change-asked")
		return [
			`Those who look after ${group} ask you to change a post of yours (${postUri}). Edit it where you wrote it, and they see it in its new words:`,
			why,
		]
	if (type === "reporter-told")
		return [`Those who look after ${group} have looked at what you reported, and dealt with it. Thank you.`]
	if (type === "appeal-decided")
		return [
			facts.outcome === "overturned"
				? `You asked ${group} to look again at a decision. It is undone.`
				: `You asked ${group} to look again at a decision. Somebody else did, and it stays.`,
			why,
		]
	if (type === "person-told") return decided(event, about)
	return [`A word from those who look after ${group}:`, why]
}

const decided = ({ facts, reason }: EventRecord, { origin, group, page }: About): string[] => {
	const end = typeof facts.until === "string" ? ` until ${facts.until.slice(0, 10)}` : ""
	const what: Record<string, string> = {
		"post-removed": `Your post ${facts.postUri} was taken out of ${group}.`,
		"post-suspended": `Your post ${facts.postUri} in ${group} was put on hold.`,
		"member-banned": `You may not take part in ${group} any more${end}.`,
		"member-paused": `You are asked to write nothing in ${group}${end}. You belong to it as before.`,
	}
	return [
		what[String(facts.what)] ?? "",
		...(reason ? [`Why: ${reason}`] : []),
		`If you think that is wrong, answer this message within 14 days, or write it here: ${origin}/@${page}/appeal/${facts.aboutId} Somebody else than who decided it will look at it.`,
	]
}
