import { findPostByUri } from "../../db/posts.ts"
import { vote } from "../../src/posts/vote.ts"
import type { Heard, Hearing, Listening } from "../inbox.ts"
import { readPollVote, type VoteReading } from "../translate/poll.ts"

/** Somebody votes in a poll. A vote is counted or not, and is never a post; who sent it is told nothing either way. */
export const receiveVote =
	({ world }: Listening, { actor }: Heard, { postUri, options }: VoteReading): Hearing =>
	async (tx) => {
		const post = await findPostByUri(tx, postUri)
		if (!post || post.deletedAt) return "ignored: it votes in no poll that is known here"
		const voted = await vote(world, tx, { person: actor, post, options })
		return voted.ok ? "voted" : `ignored: ${voted.reason}`
	}

/** The same as PieFed says it. */
export const receivePollVote = async (listening: Listening, heard: Heard): Promise<Hearing> => {
	const reading = readPollVote(heard.json)
	return reading ? receiveVote(listening, heard, reading) : async () => "ignored: it chooses nothing"
}
