import { editPost } from "../../src/posts/edit-post.ts"
import { type Heard, type Hearing, type Listening, NotYet } from "../inbox.ts"
import { readPostObject } from "../translate/post.ts"
import { idOf } from "../translate/reading.ts"
import { takeIn } from "./create.ts"
import { groupHere } from "./moderating.ts"
import { objectAtOrigin } from "./object.ts"
import { receiveGroupUpdate } from "./update-group.ts"

/**
 * Somebody changed a post of theirs, or what they say of themselves. A change of a post that is not known is taken as the
 * post: its Create is late or went astray, or the change is that it now names a group.
 */
export const receiveUpdate = async (listening: Listening, heard: Heard): Promise<Hearing> => {
	if (idOf(heard.json.object) === heard.actor.uri) return refreshActor(listening, heard)
	const group = await groupHere(listening.world.db, idOf(heard.json.object))
	if (group) return receiveGroupUpdate(listening, heard, group)
	const object = await objectAtOrigin(listening, heard)
	if ("skip" in object) return async () => object.skip
	const reading = readPostObject(object.json, heard.actor.uri, heard.json)
	if ("unfit" in reading) return async () => `ignored: ${reading.unfit}`
	const { uri, ...wording } = reading.draft
	const verbatim = heard.text !== null && object.embedded
	return async (tx) => {
		const { title, html, source, contentWarning, sensitive, language, attachments, audience } = wording
		const edited = await editPost(listening.world, tx, {
			author: heard.actor,
			uri,
			wording: { title, html, source, contentWarning, sensitive, language, attachments, audience },
			poll: reading.draft.poll,
			editedAt: reading.editedAt,
			heard: verbatim ? { activityUri: heard.id ?? undefined, activity: heard.text! } : {},
		})
		if (!edited.ok && edited.code === "not-found")
			return takeIn(listening, tx, heard, reading, object.embedded)
		return edited.ok ? "edited" : `ignored: ${edited.reason}`
	}
}

/** What an actor's own address says counts, whatever the activity brought. */
const refreshActor = async ({ lookUp }: Listening, heard: Heard): Promise<Hearing> => {
	const actor = await lookUp.actor(heard.actor.uri, true)
	if ("state" in actor && actor.state === "unreachable")
		throw new NotYet(`${heard.actor.uri}: ${actor.reason}`)
	return async () => ("state" in actor ? `ignored: ${actor.reason}` : "refreshed")
}
