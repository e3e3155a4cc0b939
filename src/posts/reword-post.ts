import type { Transaction } from "../../db/connect.ts"
import { changeFiles, filesOfPost, lockLooseFiles } from "../../db/media.ts"
import { lockPostUri } from "../../db/posts.ts"
import { lost } from "../media/enclose.ts"
import type { Enclosed } from "../media/media.ts"
import type { Actor } from "../people/actor.ts"
import { type Result, refused } from "../result.ts"
import type { World } from "../world.ts"
import { editPost } from "./edit-post.ts"
import { languageProblem, noteProblem, type Post, textProblem, titleProblem } from "./post.ts"
import { renderWords } from "./render-words.ts"

export type Rewording = {
	author: Actor
	post: Post
	/** Markdown. */
	text: string
	/** These stay as they are where they are not given. */
	title?: string | null
	contentWarning?: string | null
	language?: string | null
	/** The pictures and recordings that go with it from now on. */
	enclosed?: Enclosed[]
}

/** A person with an account here changes the words of a post of theirs, or what goes with them. What is left out is gone. */
export const rewordPost = async (
	world: World,
	tx: Transaction,
	{ author, post, text, enclosed, ...change }: Rewording,
): Promise<Result<Post>> => {
	const { title, contentWarning, language } = { ...post, ...change }
	const attachments = enclosed?.map(({ attachment }) => attachment) ?? post.attachments
	const problem =
		(attachments.length > 0 && text.trim() === "" ? null : textProblem(text)) ??
		titleProblem(title ?? "") ??
		noteProblem(contentWarning ?? "") ??
		(language ? languageProblem(language) : null)
	if (problem) return refused("invalid", problem)
	const note = contentWarning?.trim() || null
	await lockPostUri(tx, post.uri)
	if (enclosed && !(await holdFiles(tx, author.id, post.id, enclosed))) return refused("gone", lost)
	const edited = await editPost(world, tx, {
		author,
		uri: post.uri,
		wording: {
			title: title?.trim() || null,
			html: await renderWords(tx, world, { text, audience: post.audience }),
			source: text,
			contentWarning: note,
			sensitive: note !== null,
			language: language || post.language,
			attachments,
			audience: post.audience,
		},
		editedAt: null,
		heard: {},
	})
	if (edited.ok && enclosed) await changeFiles(tx, post.id, idsOf(enclosed), world.ports.now())
	return edited
}

const idsOf = (enclosed: Enclosed[]): string[] => enclosed.map(({ id }) => id)

/** Whether every one of them is with the post already, or loose and its author's; held still until the transaction ends. */
const holdFiles = async (
	tx: Transaction,
	ownerId: string,
	postId: string,
	enclosed: Enclosed[],
): Promise<boolean> => {
	const there = new Set((await filesOfPost(tx, postId)).map(({ id }) => id))
	const fresh = idsOf(enclosed).filter((id) => !there.has(id))
	return (await lockLooseFiles(tx, ownerId, fresh)) === fresh.length
}
