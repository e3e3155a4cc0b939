import { findActor } from "../../db/actors.ts"
import { findGroup } from "../../db/groups.ts"
import { listMembers } from "../../db/members.ts"
import { findPostByUri } from "../../db/posts.ts"
import { roles } from "../../src/groups/member.ts"
import type { Actor } from "../../src/people/actor.ts"
import { deletePost } from "../../src/posts/delete-post.ts"
import { editPost } from "../../src/posts/edit-post.ts"
import { submitPost } from "../../src/posts/submit-post.ts"
import { type Heard, type Hearing, type Listening, NotYet } from "../inbox.ts"
import { type Reading, readPostObject } from "../translate/post.ts"
import { idOf, idsOf, isObject, oneOf, sameOrigin, typeOf } from "../translate/reading.ts"

type Skip = { skip: string }
type Found = { author: Actor; reading: Exclude<Reading, { unfit: string }> }

/**
 * A group of another server, which somebody here follows, shares a post or passes on what was said in it (FEP-1b12). Its
 * word about others is only a hint: whatever it names is read at its own origin (FEP-fe34), and never announced again.
 */
export const receiveGroupShare = async (listening: Listening, heard: Heard): Promise<Hearing> => {
	const { world } = listening
	if ((await listMembers(world.db, heard.actor.id, [...roles], 1)).length === 0)
		return async () => "ignored: nobody here follows that group"
	const said = oneOf(heard.json.object)
	const inner = isObject(said) && said.actor !== undefined && said.object !== undefined ? said : null
	const type = inner ? typeOf(inner) : "Create"
	const uri = inner ? idOf(inner.object) : idOf(said)
	if (!uri) return async () => "ignored: it has no object"
	if (sameOrigin(uri, world.origin.href)) return async () => "ignored: it is ours"
	if (type === "Delete") return passedOnDelete(listening, uri)
	if (type !== "Create" && type !== "Update") return async () => `ignored: ${type} in a group elsewhere`
	if (type === "Update" && (uri === heard.actor.uri || uri === idOf(inner?.actor)))
		return refresh(listening, uri)
	return takeIn(listening, heard.actor, uri, type === "Update")
}

const takeIn = async (
	listening: Listening,
	sharer: Actor,
	uri: string,
	changed: boolean,
): Promise<Hearing> => {
	const { world } = listening
	const found = await postAtOrigin(listening, uri)
	if ("skip" in found) return async () => found.skip
	const { author, reading } = found
	return async (tx) => {
		const group = await findGroup(tx, sharer.id)
		if (!group) return "ignored: nobody here follows that group"
		const { title, html, source, contentWarning, sensitive, language, attachments, audience } = reading.draft
		const wording = { title, html, source, contentWarning, sensitive, language, attachments, audience }
		if (changed && (await findPostByUri(tx, uri))) {
			const edited = await editPost(world, tx, {
				author,
				uri,
				wording,
				editedAt: reading.editedAt,
				heard: {},
			})
			if (edited.ok) return "edited"
		}
		const submitted = await submitPost(world, tx, { author, draft: reading.draft, addressed: [group] })
		if (!submitted.ok) return `ignored: ${submitted.reason}`
		return (
			submitted.value.verdicts.map(({ verdict }) => `${verdict.verdict} from ${sharer.handle}`).join() ||
			"ignored: it is known"
		)
	}
}

const postAtOrigin = async ({ lookUp }: Listening, uri: string): Promise<Found | Skip> => {
	const answer = await lookUp.document(uri)
	if (answer.state === "unreachable") throw new NotYet(`${uri}: ${answer.reason}`)
	if (answer.state !== "found") return { skip: `ignored: ${uri}: ${answer.reason}` }
	const authorUri = idsOf(answer.document.attributedTo ?? answer.document.actor)[0]
	if (!authorUri || !sameOrigin(authorUri, uri)) return { skip: "ignored: nobody of its own server wrote it" }
	const reading = readPostObject(answer.document, authorUri, null)
	if ("unfit" in reading) return { skip: `ignored: ${reading.unfit}` }
	const author = await lookUp.actor(authorUri)
	if (!("state" in author)) return { author, reading }
	if (author.state === "unreachable") throw new NotYet(`${authorUri}: ${author.reason}`)
	return { skip: `ignored: ${authorUri}: ${author.reason}` }
}

/** It counts if the post is gone from its own address; a removal from that group alone is not kept here yet. */
const passedOnDelete = async ({ world, lookUp }: Listening, uri: string): Promise<Hearing> => {
	const post = await findPostByUri(world.db, uri)
	const author = post && (await findActor(world.db, post.authorId))
	if (!author || author.local) return async () => "ignored: there is no such post here"
	const answer = await lookUp.document(uri)
	if (answer.state === "unreachable") throw new NotYet(`${uri}: ${answer.reason}`)
	if (answer.state !== "gone") return async () => "ignored: it is still there at its origin"
	return async (tx) => {
		const deleted = await deletePost(world, tx, { author, uri, heard: {} })
		return deleted.ok ? "deleted" : `ignored: ${deleted.reason}`
	}
}

const refresh = async ({ lookUp }: Listening, uri: string): Promise<Hearing> => {
	const actor = await lookUp.actor(uri, true)
	if ("state" in actor && actor.state === "unreachable") throw new NotYet(`${uri}: ${actor.reason}`)
	return async () => ("state" in actor ? `ignored: ${actor.reason}` : "refreshed")
}
