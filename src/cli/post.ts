import type { Command } from "commander"
import type { Transaction } from "../../db/connect.ts"
import { findPlaced, listPlaced, type Placed } from "../../db/placed.ts"
import { findPoll } from "../../db/polls.ts"
import { findPost, findPostByUri } from "../../db/posts.ts"
import { type Read, readPost } from "../../db/reading.ts"
import { approvePost, type PostDeed } from "../moderation/approve-post.ts"
import { enact } from "../moderation/enact.ts"
import { markThread } from "../moderation/mark-thread.ts"
import { restorePost } from "../moderation/restore-post.ts"
import { takeOutPost } from "../moderation/take-out-post.ts"
import { handleOf } from "../people/actor.ts"
import { deletePost } from "../posts/delete-post.ts"
import { audienceIn } from "../posts/local-draft.ts"
import { excerptOf, plainText } from "../posts/markup.ts"
import { meetNamed } from "../posts/meet-named.ts"
import { writePost } from "../posts/write-post.ts"
import type { Result } from "../result.ts"
import type { World } from "../world.ts"
import { groupNamed, personNamed } from "./group.ts"
import { enclosedFiles } from "./picture.ts"
import { collected, pollIn, pollRow, pollVerbs } from "./poll.ts"
import { editVerb } from "./post-edit.ts"
import { quotedIn } from "./quote.ts"
import { orMissing, orRefuse, Refusal, type Row, say } from "./speak.ts"
import type { Tools, WithWorld } from "./tools.ts"

export const postVerbs = (snug: Command, withWorld: WithWorld, tools: Tools): void => {
	const post = snug.command("post").description("what is said in the groups of this server")
	post
		.command("submit")
		.description("write to a group as somebody who has an account here")
		.argument("<group>")
		.requiredOption("--as <account>", "who writes")
		.requiredOption("--text <markdown>", "the words")
		.option("--title <title>")
		.option("--reply-to <uri>", "the post it answers")
		.option("--quote <uri>", "the post it quotes")
		.option("--picture <file>", "a picture or recording that goes with it; four at most", collected, [])
		.option("--alt <text>", "what is on it; once for each picture, in their order", collected, [])
		.option("--poll <option>", "what people may choose; once for each option", collected, [])
		.option("--multiple", "people may choose several of them")
		.option("--closes <time>", "how long the poll is open, like 30m, 12h or 7d", "7d")
		.option("--json", "print one JSON value")
		.action((handle, options) =>
			withWorld(async (world) => {
				const group = await groupNamed(world, handle)
				const author = await personNamed(world, options.as)
				const inReplyTo = options.replyTo ?? null
				const quoted = await quotedIn(world, tools, author, options.quote)
				const enclosed = await enclosedFiles(world, author, options)
				await meetNamed(world, (name) => tools.lookUp(world, name), {
					author,
					text: options.text,
					audience: audienceIn(group),
				})
				const written = await writePost(world, {
					author,
					group,
					title: options.title ?? null,
					text: options.text,
					inReplyTo,
					quoteUri: quoted?.quoteUri ?? null,
					quotedAuthorId: quoted?.author?.id ?? null,
					poll: pollIn(options),
					enclosed,
				})
				const { quote, ...row } = orRefuse(written)
				const told = quoted && { quote: quote ?? quoted.unasked }
				say({ ...row, handle: handleOf(author), ...told }, options)
			}),
		)
	editVerb(post, withWorld, tools)
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
				orRefuse(
					await world.db.transaction((tx) => deletePost(world, tx, { author, uri: post.uri, heard: {} })),
				)
				world.wake()
				say({ id: post.id, uri: post.uri, handle: handleOf(author), state: "deleted" }, options)
			}),
		)
	post
		.command("list")
		.description("the newest posts of a group")
		.argument("<group>")
		.option("--held", "those that wait for a moderator")
		.option("--removed", "those that were taken out")
		.option("--json", "print one JSON value")
		.action((handle, options) =>
			withWorld(async (world) => {
				const group = await groupNamed(world, handle)
				const state = options.held ? "held" : options.removed ? "removed" : "shared"
				say((await listPlaced(world.db, group.id, state, 50)).map(rowOf), options)
			}),
		)
	post
		.command("show")
		.description("one post, by its id or address, in each group that holds it")
		.argument("<post>")
		.option("--json", "print one JSON value")
		.action((name, options) =>
			withWorld(async (world) => {
				const { id } = await anyPost(world, name)
				const poll = await findPoll(world.db, id)
				const rows = (await findPlaced(world.db, id)).map((placed) => ({
					...rowOf(placed),
					...(poll && pollRow(poll, world.ports.now())),
				}))
				say(rows.length === 1 ? rows[0]! : rows, options)
			}),
		)
	pollVerbs(post, withWorld, anyPost)
	for (const { verb, state, says, act } of deeds)
		post
			.command(verb)
			.description(says)
			.argument("<group-or-post>", "a group and a post, or a post alone: then in every group that holds it")
			.argument("[post]")
			.option("--reason <text>", "why; it stands in the mod log", "")
			.option("--json", "print one JSON value")
			.action((first, second, options) =>
				withWorld((world) => doDeed(world, { first, second, state, act }, options)),
			)
}

type Act = (world: World, tx: Transaction, deed: PostDeed) => Promise<Result>

const deeds: { verb: string; state: string; says: string; act: Act }[] = [
	{ verb: "approve", state: "shared", says: "let a held post through", act: approvePost },
	{
		verb: "hold",
		state: "held",
		says: "take a shared post back to be looked at",
		act: (world, tx, deed) => takeOutPost(world, tx, "hold", deed),
	},
	{
		verb: "remove",
		state: "removed",
		says: "take a post out of a group",
		act: (world, tx, deed) => takeOutPost(world, tx, "remove", deed),
	},
	{ verb: "restore", state: "shared", says: "put a removed post back", act: restorePost },
	{
		verb: "lock",
		state: "locked",
		says: "close a thread to answers",
		act: (world, tx, deed) => markThread(world, tx, "lock", deed),
	},
	{
		verb: "unlock",
		state: "unlocked",
		says: "open it again",
		act: (world, tx, deed) => markThread(world, tx, "unlock", deed),
	},
	{
		verb: "pin",
		state: "pinned",
		says: "keep a post at the top",
		act: (world, tx, deed) => markThread(world, tx, "pin", deed),
	},
	{
		verb: "unpin",
		state: "unpinned",
		says: "let it go down again",
		act: (world, tx, deed) => markThread(world, tx, "unpin", deed),
	},
]

const doDeed = async (
	world: World,
	{ first, second, state, act }: { first: string; second: string | undefined; state: string; act: Act },
	options: { reason: string; json?: boolean },
): Promise<void> => {
	const { id, uri } = await anyPost(world, second ?? first)
	const groupIds = second
		? [(await groupNamed(world, first)).id]
		: (await findPlaced(world.db, id)).map((row) => row.groupId)
	if (groupIds.length === 0) throw new Refusal("The post is in no group here.")
	const results = []
	for (const groupId of groupIds) {
		const deed = { groupId, postId: id, by: "operator", reason: options.reason } as const
		results.push(await enact(world, (tx) => act(world, tx, deed)))
	}
	if (!results.some((result) => result.ok)) orRefuse(results[0]!)
	say({ id, uri, state }, options)
}

/** A post by its id or address, whoever may see it: the operator asks. */
export const anyPost = async (world: World, name: string) => {
	const id = /([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/?$/.exec(name)?.[1]
	const post = (await findPostByUri(world.db, name)) ?? (id ? await findPost(world.db, id) : null)
	return orMissing(post, `post ${name}`)
}

/** A post by its id or address, for whoever may see it. @throws Refusal when they see none. */
export const postNamed = async (world: World, id: string, viewerId: string | null): Promise<Read> => {
	const postId = id.split("/").at(-1)!
	const known = /^[0-9a-f-]{36}$/.test(postId)
		? await readPost(world.db, viewerId ? { actorId: viewerId } : "anyone", postId)
		: null
	return orMissing(known, `post ${id}`)
}

const rowOf = ({ post, author, state, reason, group }: Placed): Row => ({
	id: post.id,
	uri: post.uri,
	handle: handleOf(author),
	state,
	group: handleOf(group),
	title: post.title,
	text: excerptOf(plainText(post.html), 200),
	at: post.publishedAt.toISOString(),
	url: post.url,
	reason,
})
