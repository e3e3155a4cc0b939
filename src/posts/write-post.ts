import type { Transaction } from "../../db/connect.ts"
import { deleteDraft } from "../../db/drafts.ts"
import { findSoftware } from "../../db/hosts.ts"
import { giveFilesToPost, lockLooseFiles } from "../../db/media.ts"
import { findPostByUri, findShare, lockPostUri } from "../../db/posts.ts"
import { formOf, takesPolls } from "../groups/group.ts"
import { lost } from "../media/enclose.ts"
import { commandHelp, type Verb } from "../moderation/voices/command.ts"
import type { Obeyed } from "../moderation/voices/obey-command.ts"
import { askToQuote } from "../quotes/ask-to-quote.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"
import { localDraft, type Writing, writingProblem } from "./local-draft.ts"
import { mayQuote } from "./may-quote.ts"
import { type Draft, submitPost } from "./submit-post.ts"

export type Written = {
	id: string
	uri: string
	url: string
	/** Obeyed: it was no post, but what a moderator asks of the group. */
	state: "shared" | "held" | "obeyed"
	/** What was done then. */
	verb?: Verb
	reason: string | null
	/** Whether what it quotes may be quoted, or its author is being asked; null when there is nobody to say so. */
	quote: "allowed" | "asked" | null
}

/**
 * A person with an account here writes to a group, in Markdown. What is sent a second time under the same id is the post
 * that there is; a draft of that id is let go of.
 */
export const writePost = async (world: World, writing: Writing): Promise<Result<Written>> => {
	const problem = writingProblem(writing)
	if (problem) return refused("invalid", problem)
	const software = await findSoftware(world.db, writing.group.host)
	if (writing.poll && !takesPolls(writing.group, software))
		return refused("invalid", "The server of that group takes no polls.")
	const draft = await localDraft(world, writing, formOf(writing.group, software))
	const result = await world.db.transaction(async (tx): Promise<Result<Written>> => {
		const before = writing.id ? await sentBefore(tx, writing, draft) : null
		const written = before ?? (await submit(world, tx, writing, draft))
		if (written.ok) await deleteDraft(tx, writing.author.id, draft.id)
		return written
	})
	world.wake()
	return result
}

const sentBefore = async (
	tx: Transaction,
	{ author, group }: Writing,
	{ id, uri, url }: Draft & { id: string },
): Promise<Result<Written> | null> => {
	const post = await lockPostUri(tx, uri)
	if (!post) return null
	const share = post.authorId === author.id ? await findShare(tx, group.id, id) : null
	if (!share || post.deletedAt) return refused("gone", "That was sent before, and is not there any more.")
	const state = share.state === "held" ? "held" : "shared"
	return done({ id, uri, url, state, reason: share.reason, quote: null })
}

const submit = async (
	world: World,
	tx: Transaction,
	writing: Writing,
	draft: Draft & { id: string },
): Promise<Result<Written>> => {
	const { author, group } = writing
	if (draft.inReplyTo && !(await findPostByUri(tx, draft.inReplyTo)))
		return refused("not-found", "The post it answers is not known here.")
	const files = (writing.enclosed ?? []).map(({ id }) => id)
	if ((await lockLooseFiles(tx, author.id, files)) < files.length) return refused("gone", lost)
	const quotable = await mayQuote(tx, writing, draft)
	if (!quotable.ok) return quotable
	draft.quotedAuthorId = quotable.value ?? writing.quotedAuthorId ?? null
	const submitted = await submitPost(world, tx, { author, draft, addressed: [group], fresh: "last-try" })
	if (!submitted.ok) return submitted
	if (submitted.value.obeyed) return asked(draft, submitted.value.obeyed)
	const verdict = submitted.value.verdicts.find((one) => one.group.id === group.id)?.verdict
	if (!verdict) return refused("not-found", "The post it answers is not in this group.")
	if (verdict.verdict === "refuse") return refused("forbidden", verdict.reason)
	await giveFilesToPost(tx, files, draft.id)
	const held = verdict.verdict === "hold"
	return done({
		id: draft.id,
		uri: draft.uri,
		url: draft.url,
		state: held ? "held" : "shared",
		reason: held ? verdict.reason : null,
		quote: held ? null : await askToQuote(world, tx, { postId: draft.id, groupId: group.id }),
	})
}

/** What came of a command: done, or to be said otherwise. */
const asked = ({ id, uri, url }: Draft & { id: string }, obeyed: Obeyed[]): Result<Written> => {
	let reason: string | null = null
	for (const { answer } of obeyed) {
		if (answer.says === "done")
			return done({ id, uri, url, state: "obeyed", verb: answer.verb, reason: null, quote: null })
		if ("reason" in answer) reason ??= answer.reason
	}
	return refused("invalid", reason ?? commandHelp)
}
