import type { Command } from "commander"
import { type Read, readOutbox, readPost } from "../../db/reading.ts"
import { handleOf } from "../people/actor.ts"
import { deletePost } from "../posts/delete-post.ts"
import { editPost } from "../posts/edit-post.ts"
import { excerptOf, plainText, renderMarkdown } from "../posts/markup.ts"
import { textProblem } from "../posts/post.ts"
import { writePost } from "../posts/write-post.ts"
import type { World } from "../world.ts"
import { groupNamed, personNamed } from "./group.ts"
import { orMissing, orRefuse, Refusal, type Row, say } from "./speak.ts"
import type { WithWorld } from "./tools.ts"

export const postVerbs = (snug: Command, withWorld: WithWorld): void => {
	const post = snug.command("post").description("what is said in the groups of this server")
	post
		.command("submit")
		.description("write to a group as somebody who has an account here")
		.argument("<group>")
		.requiredOption("--as <account>", "who writes")
		.requiredOption("--text <markdown>", "the words")
		.option("--title <title>")
		.option("--reply-to <uri>", "the post it answers")
		.option("--json", "print one JSON value")
		.action((handle, options) =>
			withWorld(async (world) => {
				const group = await groupNamed(world, handle)
				const author = await personNamed(world, options.as)
				const inReplyTo = options.replyTo ?? null
				const written = await writePost(world, { author, group, title: options.title ?? null, text: options.text, inReplyTo })
				say({ ...orRefuse(written), handle: handleOf(author) }, options)
			}),
		)
	post
		.command("edit")
		.description("change the words of a post, as its author")
		.argument("<id>")
		.requiredOption("--as <account>", "its author")
		.requiredOption("--text <markdown>", "the new words")
		.option("--json", "print one JSON value")
		.action((id, options) => withWorld((world) => edit(world, id, options)))
	post
		.command("delete")
		.description("take a post back, as its author")
		.argument("<id>")
		.requiredOption("--as <account>", "its author")
		.option("--json", "print one JSON value")
		.action((id, options) =>
			withWorld(async (world) => {
				const author = await personNamed(world, options.as)
				const { post } = await postNamed(world, id, author.id)
				orRefuse(await world.db.transaction((tx) => deletePost(world, tx, { author, uri: post.uri, heard: {} })))
				world.wake()
				say({ id: post.id, uri: post.uri, handle: handleOf(author), state: "deleted" }, options)
			}),
		)
	post
		.command("list")
		.description("the newest posts of a group")
		.argument("<group>")
		.option("--json", "print one JSON value")
		.action((handle, options) =>
			withWorld(async (world) => {
				const group = await groupNamed(world, handle)
				say((await readOutbox(world.db, "anyone", group.id, 50)).map(rowOf), options)
			}),
		)
	post
		.command("show")
		.description("one post, by its id")
		.argument("<id>")
		.option("--json", "print one JSON value")
		.action((id, options) => withWorld(async (world) => say(rowOf(await postNamed(world, id, null)), options)))
}

const edit = async (world: World, id: string, options: { as: string; text: string; json?: boolean }): Promise<void> => {
	const problem = textProblem(options.text)
	if (problem) throw new Refusal(problem)
	const author = await personNamed(world, options.as)
	const { post } = await postNamed(world, id, author.id)
	const wording = { ...post, html: renderMarkdown(options.text), source: options.text }
	const { title, html, source, contentWarning, sensitive, language, attachments, audience } = wording
	const change = {
		author,
		uri: post.uri,
		wording: { title, html, source, contentWarning, sensitive, language, attachments, audience },
		editedAt: null,
		heard: {},
	}
	const edited = orRefuse(await world.db.transaction((tx) => editPost(world, tx, change)))
	world.wake()
	say({ id: post.id, uri: post.uri, handle: handleOf(author), state: "shared", version: edited.version }, options)
}

const postNamed = async (world: World, id: string, viewerId: string | null): Promise<Read> => {
	const postId = id.split("/").at(-1)!
	const known = /^[0-9a-f-]{36}$/.test(postId)
		? await readPost(world.db, viewerId ? { actorId: viewerId } : "anyone", postId)
		: null
	return orMissing(known, `post ${id}`)
}

const rowOf = ({ post, author }: Read): Row => ({
	id: post.id,
	uri: post.uri,
	handle: handleOf(author),
	state: "shared",
	title: post.title,
	text: excerptOf(plainText(post.html), 200),
	at: post.publishedAt.toISOString(),
	url: post.url,
})
