import type { Transaction } from "../../db/connect.ts"
import { findGroupsAddressed } from "../../db/groups.ts"
import { findPostByUri } from "../../db/posts.ts"
import { plainText } from "../../src/posts/markup.ts"
import { submitPost } from "../../src/posts/submit-post.ts"
import { asksToUnshare, unsharePost } from "../../src/posts/unshare-post.ts"
import { type Heard, type Hearing, type Listening, TooEarly } from "../inbox.ts"
import { type Reading, readPostObject } from "../translate/post.ts"
import { objectAtOrigin } from "./object.ts"

/** Somebody posted, to a group or in answer to a post of one. */
export const receiveCreate = async (listening: Listening, heard: Heard): Promise<Hearing> => {
	const object = await objectAtOrigin(listening, heard)
	if ("skip" in object) return async () => object.skip
	const reading = readPostObject(object.json, heard.actor.uri, heard.json)
	if ("unfit" in reading) return async () => `ignored: ${reading.unfit}`
	return async (tx) => takeIn(listening, tx, heard, reading, object.embedded)
}

/** Hands in what somebody wrote; it is passed on in the words in which it came, if it came with them. */
export const takeIn = async (
	{ world }: Listening,
	tx: Transaction,
	heard: Heard,
	{ draft, addressed }: Exclude<Reading, { unfit: string }>,
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
	const result = await submitPost(world, tx, { author: heard.actor, draft: said, addressed: groups })
	if (!result.ok && result.code === "too-early" && groups.length > 0 && !heard.lastTry)
		throw new TooEarly(result.reason)
	if (!result.ok) return `ignored: ${result.reason}`
	const verdicts = result.value.verdicts.map(({ group, verdict }) => `${verdict.verdict} in ${group.handle}`)
	return verdicts.join(", ") || "ignored: it is known"
}
