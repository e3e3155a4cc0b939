import type { Transaction } from "../../db/connect.ts"
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
}

/** A person with an account here changes the words of a post of theirs. */
export const rewordPost = async (
	world: World,
	tx: Transaction,
	{ author, post, text, ...change }: Rewording,
): Promise<Result<Post>> => {
	const { title, contentWarning, language } = { ...post, ...change }
	const problem =
		textProblem(text) ??
		titleProblem(title ?? "") ??
		noteProblem(contentWarning ?? "") ??
		(language ? languageProblem(language) : null)
	if (problem) return refused("invalid", problem)
	const note = contentWarning?.trim() || null
	return editPost(world, tx, {
		author,
		uri: post.uri,
		wording: {
			title: title?.trim() || null,
			html: await renderWords(tx, world, { text, audience: post.audience }),
			source: text,
			contentWarning: note,
			sensitive: note !== null,
			language: language || post.language,
			attachments: post.attachments,
			audience: post.audience,
		},
		editedAt: null,
		heard: {},
	})
}
