import { limits } from "../../src/limits.ts"
import { plainText } from "../../src/posts/markup.ts"
import type { Poll, PollDraft } from "../../src/posts/poll.ts"
import { dateOf, idOf, idsOf, isObject, listOf, textOf, typeOf } from "./reading.ts"
import { instant, type Json } from "./wire.ts"

const most = { options: limits.heardOptions, words: limits.heardOption, count: 1_000_000_000 }

/** Reads what a Question lets people choose from, and its tally; null for one without options. */
export const readPoll = (object: Json): PollDraft | null => {
	const single = listOf(object.oneOf)
	const multiple = single.length === 0
	const options = (multiple ? listOf(object.anyOf) : single)
		.slice(0, most.options)
		.flatMap((option) => (isObject(option) ? [optionOf(option)] : []))
		.filter(({ text }) => text !== "")
	if (options.length === 0) return null
	const votes = options.map((option) => option.votes)
	const voters = multiple ? Math.max(...votes) : votes.reduce((sum, one) => sum + one, 0)
	// Pleroma says in `closed` when the poll will close; others say there when it did, or that it did.
	const closed = object.closed === true ? dateOf(object.updated ?? object.published) : dateOf(object.closed)
	return {
		multiple,
		options,
		voters: countOf(object.votersCount) ?? Math.min(voters, most.count),
		endsAt: dateOf(object.endTime) ?? closed,
		closedAt: closed,
	}
}

const optionOf = (option: Json) => ({
	text: plainText((textOf(option.name) ?? "").slice(0, most.words * 8))
		.slice(0, most.words)
		.toWellFormed(),
	votes: countOf(isObject(option.replies) ? option.replies.totalItems : option.replies) ?? 0,
})

const countOf = (value: unknown): number | null =>
	typeof value === "number" && Number.isInteger(value) && value >= 0 ? Math.min(value, most.count) : null

/** A poll of somebody here, as the parts of a Question that a Note does not have. */
export const pollParts = ({ multiple, options, voters, endsAt, closedAt }: Omit<Poll, "postId">): Json => ({
	...(endsAt && { endTime: instant(endsAt) }),
	...(closedAt && { closed: instant(closedAt) }),
	votersCount: voters,
	[multiple ? "anyOf" : "oneOf"]: options.map(({ text, votes }) => ({
		type: "Note",
		name: text,
		replies: { type: "Collection", totalItems: votes },
	})),
})

export type VoteReading = { postUri: string; options: string[] }

/**
 * A vote as Mastodon and all who follow it send it (FEP-9967): a Note that names an option of what it answers and says
 * nothing itself. Null for any other thing.
 */
export const readVote = (object: Json, voterUri: string): VoteReading | null => {
	const type = typeOf(object)
	const [name, postUri] = [textOf(object.name), idOf(object.inReplyTo)]
	if ((type !== "Note" && type !== "Answer") || !name || !postUri || textOf(object.content)) return null
	const authors = idsOf(object.attributedTo)
	return authors.length === 0 || authors.includes(voterUri) ? { postUri, options: [name] } : null
}

/** A vote as PieFed sends it: an activity about the poll, with the words of the choice. */
export const readPollVote = (activity: Json): VoteReading | null => {
	const postUri = idOf(activity.object)
	const options = listOf(activity.choice_text)
		.filter((text) => typeof text === "string")
		.slice(0, most.options)
	return postUri && options.length > 0 ? { postUri, options } : null
}
