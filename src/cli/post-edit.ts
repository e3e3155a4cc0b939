import type { Command } from "commander"
import { enact } from "../moderation/enact.ts"
import { handleOf } from "../people/actor.ts"
import { meetNamed } from "../posts/meet-named.ts"
import { rewordPost } from "../posts/reword-post.ts"
import type { World } from "../world.ts"
import { personNamed } from "./group.ts"
import { enclosedFiles } from "./picture.ts"
import { collected } from "./poll.ts"
import { postNamed } from "./post.ts"
import { orRefuse, Refusal, say } from "./speak.ts"
import type { Tools, WithWorld } from "./tools.ts"

type Options = {
	as: string
	text: string
	picture: string[]
	alt: string[]
	withoutPictures?: boolean
	json?: boolean
}

export const editVerb = (post: Command, withWorld: WithWorld, tools: Tools): void => {
	post
		.command("edit")
		.description("change the words of a post, or its pictures, as its author")
		.argument("<id>")
		.requiredOption("--as <account>", "its author")
		.requiredOption("--text <markdown>", "the new words")
		.option("--picture <file>", "what goes with it now, instead of what did; four at most", collected, [])
		.option("--alt <text>", "what is on it; once for each picture, in their order", collected, [])
		.option("--without-pictures", "nothing goes with it any more")
		.option("--json", "print one JSON value")
		.action((id, options) => withWorld((world) => edit(world, tools, id, options)))
}

const edit = async (world: World, { lookUp }: Tools, id: string, options: Options): Promise<void> => {
	const { text, picture, withoutPictures = false } = options
	if (withoutPictures && picture.length > 0)
		throw new Refusal("Say --picture or --without-pictures, not both.")
	const author = await personNamed(world, options.as)
	const { post } = await postNamed(world, id, author.id)
	await meetNamed(world, (name) => lookUp(world, name), { author, text, audience: post.audience })
	const changes = withoutPictures || picture.length > 0
	const enclosed = changes ? await enclosedFiles(world, author, options) : undefined
	const change = { author, post, text, ...(enclosed && { enclosed }) }
	const edited = orRefuse(await enact(world, (tx) => rewordPost(world, tx, change)))
	say(
		{ id: post.id, uri: post.uri, handle: handleOf(author), state: "shared", version: edited.version },
		options,
	)
}
