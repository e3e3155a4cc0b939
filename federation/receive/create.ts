import type { Transaction } from "../../db/connect.ts"
import { findGroupsAddressed } from "../../db/groups.ts"
import { findPostByUri } from "../../db/posts.ts"
import { looksLikeCommand } from "../../src/moderation/voices/command.ts"
import { ownWords, plainText } from "../../src/posts/markup.ts"
import { submitPost } from "../../src/posts/submit-post.ts"
import { asksToUnshare, unsharePost } from "../../src/posts/unshare-post.ts"
import { type Heard, type Hearing, type Listening, TooEarly } from "../inbox.ts"
import { readVote } from "../translate/poll.ts"
import { type Reading, readPostObject } from "../translate/post.ts"
import { typeOf } from "../translate/reading.ts"
import { meantBy } from "./answer-to-letter.ts"
import { appealMeant, receiveAppeal } from "./appeal.ts"
import { chainAbove, namesUs, ourThread } from "./chain.ts"
import { type FoundPost, newPurse, takeInFound } from "./found-post.ts"
import { receiveLetter } from "./letter.ts"
import { objectAtOrigin } from "./object.ts"
import { receiveVote } from "./vote.ts"
import { missingInThread } from "./whole-thread.ts"

type Post = Exclude<Reading, { unfit: string }>

/** Somebody posted, to a group or in answer to a post of one. */
export const receiveCreate = async (listening: Listening, heard: Heard): Promise<Hearing> => {
	const object = await objectAtOrigin(listening, heard)
	if ("skip" in object) return async () => object.skip
	const vote = readVote(object.json, heard.actor.uri)
	if (vote) return receiveVote(listening, heard, vote)
	const reading = readPostObject(object.json, heard.actor.uri, heard.json)
	if ("unfit" in reading) return async () => `ignored: ${reading.unfit}`
	const eventId = isSaidNow(heard) ? await appealMeant(listening.world, heard, reading.draft.inReplyTo) : null
	if (eventId) {
		const answer = { eventId, html: reading.draft.html }
		return async (tx) => receiveAppeal(listening.world, tx, heard, answer)
	}
	const letter = await receiveLetter(listening, heard, reading)
	if (letter) return letter
	reading.draft.inReplyTo = await meantBy(listening.world, heard, reading.draft)
	const around = await surroundings(listening, reading)
	if ("skip" in around) return async () => around.skip
	const said = { ...reading, draft: { ...reading.draft, inReplyTo: around.inReplyTo } }
	const hearing = async (tx: Transaction): Promise<string> => {
		await takeInFound(listening.world, tx, around.above)
		// Where all that was missing was found, nothing more is waited for.
		const lastTry = heard.lastTry || around.above.length > 0
		const outcome = await takeIn(listening, tx, { ...heard, lastTry }, said, object.embedded)
		await takeInFound(listening.world, tx, around.beside)
		return outcome
	}
	const { html } = said.draft
	const asks =
		looksLikeCommand(ownWords(html)) || (around.inReplyTo !== null && asksToUnshare(plainText(html)))
	return around.plain && !asks
		? Object.assign(hearing, { changes: [said.draft.uri, heard.actor.uri] })
		: hearing
}

type Surroundings = {
	above: FoundPost[]
	beside: FoundPost[]
	inReplyTo: string | null
	/** Nothing is missing and nothing else comes with it, so all that changes is that there is one post more. */
	plain: boolean
}

/** What must be known to give a reply its place, and what else was said there; nothing of another server's say-so. */
const surroundings = async (
	listening: Listening,
	{ draft, addressed }: Post,
): Promise<Surroundings | { skip: string }> => {
	const { world } = listening
	const alone = { above: [], beside: [], inReplyTo: draft.inReplyTo, plain: false }
	if (!draft.inReplyTo) {
		const beginning = await ourThread(world, draft.contextUri)
		const answers = beginning && beginning.uri !== draft.uri ? { inReplyTo: beginning.uri } : {}
		return { ...alone, ...answers, plain: true }
	}
	const parent = await findPostByUri(world.db, draft.inReplyTo)
	if (parent) {
		const beside = await missingInThread(listening, parent)
		return { ...alone, beside, plain: beside.length === 0 }
	}
	if (!namesUs(world, draft, addressed)) return alone
	const chain = await chainAbove(listening, draft, newPurse(world))
	if (chain.state === "nowhere") return { skip: `ignored: ${chain.reason}` }
	if (chain.state === "broken") return alone
	return { above: chain.missing, beside: [], inReplyTo: chain.inReplyTo, plain: false }
}

/** Hands in what somebody wrote; it is passed on in the words in which it came, if it came with them. */
export const takeIn = async (
	{ world }: Listening,
	tx: Transaction,
	heard: Heard,
	{ draft, addressed }: Post,
	embedded: boolean,
): Promise<string> => {
	const own =
		draft.inReplyTo && asksToUnshare(plainText(draft.html)) ? await findPostByUri(tx, draft.inReplyTo) : null
	if (own?.authorId === heard.actor.id) {
		const taken = await unsharePost(world, tx, { author: heard.actor, post: own })
		return taken.ok ? "unshared" : `ignored: ${taken.reason}`
	}
	const groups = await findGroupsAddressed(tx, addressed)
	const createBytes = heard.text === null || !embedded ? null : new TextEncoder().encode(heard.text)
	const said = { ...draft, createUri: heard.id, createBytes }
	const result = await submitPost(world, tx, {
		author: heard.actor,
		draft: said,
		addressed: groups,
		...(isSaidNow(heard) && { fresh: heard.lastTry ? "last-try" : "may-wait" }),
	})
	if (!result.ok && result.code === "too-early" && groups.length > 0 && !heard.lastTry)
		throw new TooEarly(result.reason)
	if (!result.ok) return `ignored: ${result.reason}`
	const { obeyed } = result.value
	if (obeyed) return obeyed.map(({ group, answer }) => `asked of ${group.handle}: ${answer.says}`).join(", ")
	const verdicts = result.value.verdicts.map(({ group, verdict }) => `${verdict.verdict} in ${group.handle}`)
	return verdicts.join(", ") || "ignored: it is known"
}

/** Whether its author's own server brings it, and as new: a change, or what others bring, asks nothing of a group. */
const isSaidNow = ({ text, json }: Heard): boolean => text !== null && typeOf(json) === "Create"
