import type { Transaction } from "../../db/connect.ts"
import { findSoftware } from "../../db/hosts.ts"
import { maySee } from "../../db/polls.ts"
import { findPostByUri, findShare } from "../../db/posts.ts"
import { type Form, formOf, type Group, takesPolls } from "../groups/group.ts"
import type { Actor } from "../people/actor.ts"
import { askToQuote } from "../quotes/ask-to-quote.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"
import { renderMarkdown } from "./markup.ts"
import { newPoll, pollProblem } from "./poll.ts"
import { textProblem, titleProblem } from "./post.ts"
import { type Draft, submitPost } from "./submit-post.ts"

export type Writing = {
	author: Actor
	group: Group
	title: string | null
	text: string
	inReplyTo: string | null
	/** What people may choose from, if it asks; `lasts` in milliseconds. */
	poll?: { options: string[]; multiple: boolean; lasts: number } | null
	/** The post it quotes, and who wrote that, if it is not known here and was looked up. */
	quoteUri?: string | null
	quotedAuthorId?: string | null
}
export type Written = {
	id: string
	uri: string
	url: string
	state: "shared" | "held"
	reason: string | null
	/** Whether what it quotes may be quoted, or its author is being asked; null when there is nobody to say so. */
	quote: "allowed" | "asked" | null
}

/** A person with an account here writes to a group, in Markdown. */
export const writePost = async (world: World, writing: Writing): Promise<Result<Written>> => {
	const { poll } = writing
	const problem =
		textProblem(writing.text) ??
		titleProblem(writing.title ?? "") ??
		(poll ? pollProblem(poll.options, poll.lasts) : null)
	if (problem) return refused("invalid", problem)
	const software = await findSoftware(world.db, writing.group.host)
	if (poll && !takesPolls(writing.group, software))
		return refused("invalid", "The server of that group takes no polls.")
	const draft = draftOf(world, writing, formOf(writing.group, software))
	const result = await world.db.transaction(async (tx): Promise<Result<Written>> => {
		if (draft.inReplyTo && !(await findPostByUri(tx, draft.inReplyTo)))
			return refused("not-found", "The post it answers is not known here.")
		const quotable = await mayQuote(tx, writing, draft)
		if (!quotable.ok) return quotable
		const { author, group } = writing
		draft.quotedAuthorId = quotable.value ?? writing.quotedAuthorId ?? null
		const submitted = await submitPost(world, tx, { author, draft, addressed: [group] })
		if (!submitted.ok) return submitted
		const verdict = submitted.value.verdicts.find(({ group }) => group.id === writing.group.id)?.verdict
		if (!verdict) return refused("not-found", "The post it answers is not in this group.")
		if (verdict.verdict === "refuse") return refused("forbidden", verdict.reason)
		const held = verdict.verdict === "hold"
		const asked = held ? null : await askToQuote(world, tx, { postId: draft.id, groupId: group.id })
		return done({
			id: draft.id!,
			uri: draft.uri,
			url: draft.url,
			state: held ? "held" : "shared",
			reason: held ? verdict.reason : null,
			quote: asked,
		})
	})
	world.wake()
	return result
}

/** Who wrote what is to be quoted, if it is known here. What is for some is not shown to others by quoting it. */
const mayQuote = async (
	tx: Transaction,
	{ author, group }: Writing,
	{ quoteUri, audience }: Draft,
): Promise<Result<string | null>> => {
	const quoted = quoteUri ? await findPostByUri(tx, quoteUri) : null
	if (!quoted || !(await maySee(tx, { actorId: author.id }, quoted.id))) return done(null)
	const isForAll = quoted.audience === "public" && (await maySee(tx, "anyone", quoted.id))
	const stays = audience === "members" && (await findShare(tx, group.id, quoted.id)) !== null
	if (!isForAll && !stays) return refused("forbidden", "What is not for everyone is not quoted elsewhere.")
	return done(quoted.authorId)
}

const draftOf = (
	world: World,
	{ group, title, text, inReplyTo, poll, quoteUri }: Writing,
	form: Form,
): Draft & { id: string } => {
	const id = world.ports.newId()
	const now = world.ports.now()
	const uri = new URL(`/ap/posts/${id}`, world.origin).href
	return {
		id,
		uri,
		url: uri,
		kind: poll ? "question" : inReplyTo === null ? form : "note",
		title: title?.trim() || null,
		html: renderMarkdown(text),
		source: text,
		contentWarning: null,
		sensitive: false,
		language: group.language,
		attachments: [],
		audience: group.visibility === "private" ? "members" : "public",
		inReplyTo,
		quoteUri: quoteUri ?? null,
		publishedAt: now,
		createUri: `${uri}/create`,
		createBytes: null,
		people: [],
		poll: poll ? newPoll(poll.options, poll.multiple, new Date(now.getTime() + poll.lasts)) : null,
	}
}
