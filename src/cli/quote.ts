import { findPost, findPostByUri } from "../../db/posts.ts"
import type { Post } from "../posts/post.ts"
import type { World } from "../world.ts"
import { Refusal } from "./speak.ts"
import type { Tools } from "./tools.ts"

export type Quoted = {
	quoteUri: string
	quotedAuthorId: string | null
	/** Why nobody can be asked whether it may be quoted, if nobody can. */
	unasked: string | null
}

/** What is quoted, by the address somebody gave: known here, or looked up; whatever cannot be read is a link and no more. */
export const quotedAt = async (
	world: World,
	{ lookUpPost }: Tools,
	address: string | undefined,
): Promise<Quoted | null> => {
	if (address === undefined) return null
	if (!/^https?:\/\//.test(address) || !URL.canParse(address))
		throw new Refusal("What is quoted needs an address that begins with https://.")
	const url = new URL(address)
	const known = await knownAt(world, url)
	if (known) return { quoteUri: known.uri, quotedAuthorId: known.authorId, unasked: null }
	const found = await lookUpPost(world, url.href)
	return "reason" in found
		? { quoteUri: url.href, quotedAuthorId: null, unasked: `${url.href}: ${found.reason}` }
		: { quoteUri: found.uri, quotedAuthorId: found.author.id, unasked: null }
}

/** A post by its own address, or by that of its page on this server. */
const knownAt = async ({ db, origin }: World, url: URL): Promise<Post | null> => {
	const known = await findPostByUri(db, url.href)
	if (known || url.origin !== origin.origin) return known
	const id = /\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(url.pathname)?.[1]
	return id ? findPost(db, id) : null
}
