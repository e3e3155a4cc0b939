import { findSoftware } from "../../db/hosts.ts"
import { findPostByUri } from "../../db/posts.ts"
import { type Form, formOf, type Group } from "../groups/group.ts"
import type { Actor } from "../people/actor.ts"
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
	/** The post it quotes. */
	quoteUri?: string | null
}
export type Written = {
	id: string
	uri: string
	url: string
	state: "shared" | "held"
	reason: string | null
}

/** A person with an account here writes to a group, in Markdown. */
export const writePost = async (world: World, writing: Writing): Promise<Result<Written>> => {
	const { poll } = writing
	const problem =
		textProblem(writing.text) ??
		titleProblem(writing.title ?? "") ??
		(poll ? pollProblem(poll.options, poll.lasts) : null)
	if (problem) return refused("invalid", problem)
	const form = formOf(writing.group, await findSoftware(world.db, writing.group.host))
	const draft = draftOf(world, writing, form)
	const result = await world.db.transaction(async (tx): Promise<Result<Written>> => {
		if (draft.inReplyTo && !(await findPostByUri(tx, draft.inReplyTo)))
			return refused("not-found", "The post it answers is not known here.")
		const submitted = await submitPost(world, tx, {
			author: writing.author,
			draft,
			addressed: [writing.group],
		})
		if (!submitted.ok) return submitted
		const verdict = submitted.value.verdicts.find(({ group }) => group.id === writing.group.id)?.verdict
		if (!verdict) return refused("not-found", "The post it answers is not in this group.")
		if (verdict.verdict === "refuse") return refused("forbidden", verdict.reason)
		const held = verdict.verdict === "hold"
		return done({
			id: draft.id!,
			uri: draft.uri,
			url: draft.url,
			state: held ? "held" : "shared",
			reason: held ? verdict.reason : null,
		})
	})
	world.wake()
	return result
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
