import { findGroup } from "../../db/groups.ts"
import { findPostByUri } from "../../db/posts.ts"
import { limits } from "../../src/limits.ts"
import { editPost } from "../../src/posts/edit-post.ts"
import { type Draft, submitPost } from "../../src/posts/submit-post.ts"
import { type Heard, type Hearing, type Listening, NotYet, TooEarly } from "../inbox.ts"
import { readPostObject } from "../translate/post.ts"
import { idOf, isObject, listOf, sameOrigin, typeOf } from "../translate/reading.ts"
import type { Json } from "../translate/wire.ts"
import { type FoundPost, newPurse, postAt } from "./found-post.ts"
import { isTakenOut, wasTakenOutSince } from "./taken-out-before.ts"

type Shared = {
	/** The post as its own server says it. */
	document: Json
	/** Its Create, if that was read at its own address. */
	createUri: string | null
	changed?: boolean
}

/** A post, read at its origin, that a group elsewhere shares: it is kept as that author's, in that group. */
export const takeShared = async (
	listening: Listening,
	heard: Heard,
	{ document, createUri, changed = false }: Shared,
): Promise<Hearing> => {
	const { world, lookUp } = listening
	const sharer = heard.actor
	const uri = idOf(document) ?? ""
	const authorUri = authorOf(document)
	if (!authorUri || !uri || !sameOrigin(authorUri, uri))
		return async () => "ignored: nobody of its own server wrote it"
	const reading = readPostObject(document, authorUri, null)
	if ("unfit" in reading) return async () => `ignored: ${reading.unfit}`
	const author = await lookUp.actor(authorUri)
	if ("state" in author) {
		if (author.state === "unreachable") throw new NotYet(`${authorUri}: ${author.reason}`)
		return async () => `ignored: ${authorUri}: ${author.reason}`
	}
	const { draft, editedAt } = reading
	const above = changed ? [] : await missingAbove(listening, heard, draft)
	return async (tx) => {
		const group = await findGroup(tx, sharer.id)
		if (!group) return "ignored: nobody here follows that group"
		if (await wasTakenOutSince(tx, heard, uri)) return "ignored: the group took it out since"
		if (changed && (await findPostByUri(tx, uri))) {
			const { title, html, source, contentWarning, sensitive, language, attachments, audience, poll } = draft
			const wording = { title, html, source, contentWarning, sensitive, language, attachments, audience }
			const edited = await editPost(world, tx, { author, uri, wording, poll, editedAt, heard: {} })
			if (edited.ok) return "edited"
		}
		for (const one of above)
			if (!(await isTakenOut(tx, heard, one.draft.uri)))
				await submitPost(world, tx, { ...one, addressed: [], sharedBy: group })
		const submitted = await submitPost(world, tx, {
			author,
			draft: { ...draft, createUri },
			addressed: [],
			sharedBy: group,
		})
		if (!submitted.ok) return `ignored: ${submitted.reason}`
		const [taken] = submitted.value.verdicts
		return taken ? `${taken.verdict.verdict} from ${sharer.handle}` : "ignored: it is known"
	}
}

/**
 * What an answer answers, where that is not known here: read at its origin, as far up as it was written to the same group,
 * the first one first. What was not, the group did not share, and the answer stands by itself (Guppe boosts such ones); so it
 * does if the server of what it answers stays away for some seconds.
 */
const missingAbove = async (
	listening: Listening,
	{ actor, lastTry }: Heard,
	reply: Draft,
): Promise<FoundPost[]> => {
	const { db, origin } = listening.world
	const purse = newPurse(listening.world, limits.aboveShared)
	const missing: FoundPost[] = []
	for (
		let at = reply.inReplyTo;
		at && missing.length < limits.aboveShared;
		at = missing[0]!.draft.inReplyTo
	) {
		const seen = missing.some(({ draft }) => draft.uri === at) || at === reply.uri
		if (seen || sameOrigin(at, origin.href) || (await findPostByUri(db, at))) break
		const post = await postAt(listening, at, purse)
		if ("skip" in post && post.away && !lastTry) throw new TooEarly(post.skip)
		if ("skip" in post || !post.addressed.includes(actor.uri)) break
		missing.unshift(post)
	}
	return missing
}

/** Who wrote it: the person, where their channel or group is named as well (PeerTube, Mobilizon). */
const authorOf = (document: Json): string | null => {
	const named = listOf(document.attributedTo ?? document.actor)
	const person = named.find((one) => isObject(one) && typeOf(one) === "Person")
	return idOf(document.actor) ?? idOf(person) ?? idOf(named[0])
}
