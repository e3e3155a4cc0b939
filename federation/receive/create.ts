import { findGroupsAddressed } from "../../db/groups.ts"
import { submitPost } from "../../src/posts/submit-post.ts"
import { type Heard, type Hearing, type Listening, NotYet } from "../inbox.ts"
import { readPostObject } from "../translate/post.ts"
import { objectAtOrigin } from "./object.ts"

/** Somebody posted, to a group or in answer to a post of one. */
export const receiveCreate = async (listening: Listening, heard: Heard): Promise<Hearing> => {
	const object = await objectAtOrigin(listening, heard)
	if ("skip" in object) return async () => object.skip
	const reading = readPostObject(object.json, heard.actor.uri, heard.text === null ? null : heard.json)
	if ("unfit" in reading) return async () => `ignored: ${reading.unfit}`
	const draft = {
		...reading.draft,
		createUri: heard.id,
		createBytes: heard.text === null || !object.embedded ? null : new TextEncoder().encode(heard.text),
	}
	return async (tx) => {
		const addressed = await findGroupsAddressed(tx, reading.addressed)
		const result = await submitPost(listening.world, tx, { author: heard.actor, draft, addressed })
		if (!result.ok && result.code === "too-early" && addressed.length > 0) throw new NotYet(result.reason)
		if (!result.ok) return `ignored: ${result.reason}`
		const verdicts = result.value.verdicts.map(({ group, verdict }) => `${verdict.verdict} in ${group.handle}`)
		return verdicts.join(", ") || "ignored: it is known"
	}
}
