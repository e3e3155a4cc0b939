import { findGroupsAddressed } from "../../db/groups.ts"
import { findPost, findPostByUri, type KeptPost } from "../../db/posts.ts"
import { limits } from "../../src/limits.ts"
import type { Draft } from "../../src/posts/submit-post.ts"
import type { World } from "../../src/world.ts"
import type { Listening } from "../inbox.ts"
import { tooMuch } from "../plumbing/look-up.ts"
import { sameOrigin } from "../translate/reading.ts"
import { type FoundPost, type Purse, postAt } from "./found-post.ts"

/** What the way up from a reply comes to. */
export type Chain =
	/** It leads to a post of a group here, or to one that is for a group here: what was missing, from the top down. */
	| { state: "whole"; missing: FoundPost[]; inReplyTo: string }
	/** It leads to no group here. */
	| { state: "nowhere"; reason: string }
	/** Something on the way could not be read, and may yet come by itself. */
	| { state: "broken"; reason: string }

/**
 * Goes up from a reply to what is known here, and reads what is missing on the way, each post at its own origin: other
 * servers send a reply, not what it answers. At most 20 posts, within the purse's bytes and time.
 */
export const chainAbove = async (listening: Listening, reply: Draft, purse: Purse): Promise<Chain> => {
	const missing: FoundPost[] = []
	const deep = `deep ${reply.uri}`
	if (listening.lookUp.lately.get(deep)) return { state: "broken", reason: tooMuch.reason }
	const above = await climb(listening, reply, missing, purse)
	if (above.state === "whole") return { state: "whole", missing, inReplyTo: reply.inReplyTo ?? above.at }
	const lowest = missing[0]?.draft ?? reply
	// What it answers is out of reach, but it says in which of our conversations it was said (FEP-7888).
	const beginning = await ourThread(listening.world, lowest.contextUri)
	if (beginning && beginning.uri !== lowest.uri) {
		if (missing[0]) missing[0] = { ...missing[0], draft: { ...lowest, inReplyTo: beginning.uri } }
		return { state: "whole", missing, inReplyTo: missing[0] ? reply.inReplyTo! : beginning.uri }
	}
	if (above.state === "nowhere")
		for (const uri of [reply.inReplyTo, ...missing.map(({ draft }) => draft.uri)])
			if (uri) listening.lookUp.lately.set(`nowhere ${uri}`, true, limits.nowherePause)
	// It may yet wait for what it answers; to climb again each time would ask for as much again.
	if (above.state === "broken" && above.reason.endsWith(tooMuch.reason))
		listening.lookUp.lately.set(deep, true, limits.nowherePause)
	return above
}

type Above =
	| { state: "whole"; at: string }
	| { state: "nowhere"; reason: string }
	| { state: "broken"; reason: string }

const nowhere = (reason: string): Above => ({ state: "nowhere", reason })

const climb = async (
	listening: Listening,
	reply: Draft,
	missing: FoundPost[],
	purse: Purse,
): Promise<Above> => {
	const { world, lookUp } = listening
	const walked = new Set([reply.uri])
	for (let at = reply.inReplyTo; at; at = missing[0]!.draft.inReplyTo) {
		if (walked.has(at)) return nowhere("it answers itself")
		walked.add(at)
		if (await findPostByUri(world.db, at)) return { state: "whole", at }
		if (sameOrigin(at, world.origin.href)) return nowhere("it answers a post that is not here")
		if (lookUp.lately.get(`nowhere ${at}`)) return nowhere("what it answers is in no group here")
		if (missing.length >= limits.postsAbove) return nowhere("too much is missing above it")
		const post = await postAt(listening, at, purse)
		if ("skip" in post) return { state: post.unfit ? "nowhere" : "broken", reason: post.skip }
		missing.unshift(post)
	}
	const first = missing[0]
	const isOurs = first && (await findGroupsAddressed(world.db, first.addressed)).length > 0
	return isOurs ? { state: "whole", at: first.draft.uri } : nowhere("what it answers is in no group here")
}

/** The post that began the conversation of ours that an address names. */
export const ourThread = async (
	{ db, origin }: World,
	contextUri: string | null | undefined,
): Promise<KeptPost | null> => {
	const start = `${origin.origin}/ap/threads/`
	const id = contextUri?.startsWith(start) ? contextUri.slice(start.length) : ""
	const post = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? await findPost(db, id) : null
	return post && !post.deletedAt && post.threadId === post.id ? post : null
}

/** Whether a post names anybody of this server, a group or a person, or a conversation here: only then it is worth asking. */
export const namesUs = ({ origin }: World, draft: Draft, addressed: string[]): boolean =>
	[draft.contextUri, ...addressed].some((uri) => uri && sameOrigin(uri, origin.href))
