import { maySee } from "../../db/polls.ts"
import { findPost, findPostByUri } from "../../db/posts.ts"
import type { Actor } from "../people/actor.ts"
import type { Post } from "../posts/post.ts"
import type { World } from "../world.ts"

/** A post that was read on its own server, and who wrote it; or why not. `hidden`: it is there, and not for everyone. */
export type FoundPost = { uri: string; author: Actor } | { reason: string; hidden?: boolean }

export type Quoted = {
	quoteUri: string
	/** Who wrote it, where that had to be asked; of a post that is known here, whoever writes it down finds out. */
	author: Actor | null
	/** Why nobody can be asked whether it may be quoted, if nobody can. */
	unasked: string | null
	hidden: boolean
}

/**
 * What somebody quotes, by the address they gave: one they may see here, or looked up; whatever cannot be read is a link and
 * no more. What is here and not for them is looked up as if it were not, so that they do not find out.
 */
export const quotedAt = async (
	world: World,
	lookUpPost: (address: string) => Promise<FoundPost>,
	{ url, quotes }: { url: URL; quotes: Actor },
): Promise<Quoted> => {
	const known = await knownAt(world, url)
	const nobody = { author: null, unasked: null, hidden: false }
	if (known && (await maySee(world.db, { actorId: quotes.id }, known.id)))
		return { ...nobody, quoteUri: known.uri }
	if (url.origin === world.origin.origin) return { ...nobody, quoteUri: url.href }
	const found = await lookUpPost(url.href)
	if ("reason" in found)
		return { ...nobody, quoteUri: url.href, unasked: found.reason, hidden: found.hidden === true }
	return { ...nobody, quoteUri: found.uri, author: found.author }
}

/** A post by its own address, or by that of its page on this server. */
const knownAt = async ({ db, origin }: World, url: URL): Promise<Post | null> => {
	const known = await findPostByUri(db, url.href)
	if (known || url.origin !== origin.origin) return known
	const id = /\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(url.pathname)?.[1]
	return id ? findPost(db, id) : null
}
