import type { Context } from "hono"
import { findActor } from "../db/actors.ts"
import { maySee } from "../db/polls.ts"
import { findPost } from "../db/posts.ts"
import { findQuote } from "../db/quotes.ts"
import { authorizationUri } from "../src/quotes/authorization-uri.ts"
import type { World } from "../src/world.ts"
import { notFound, rendered, serveActivity } from "./respond.ts"
import { quoteAuthorization } from "./translate/quote.ts"

/** The permission to quote a post (FEP-044f), for whoever wants to check it; gone with the post, hidden while the post is. */
export const serveQuote = async (c: Context, world: World) => {
	const quote = await findQuote(world.db, c.req.param("quote")!)
	const post = quote && quote.postId === c.req.param("id") ? await findPost(world.db, quote.postId) : null
	const author = post && (await findActor(world.db, post.authorId))
	if (!quote || !post || !author || post.audience !== "public") return notFound(c)
	if (quote.revokedAt || post.deletedAt) return c.text("Gone", 410, { Vary: "Accept" })
	if (!(await maySee(world.db, "anyone", post.id))) return notFound(c)
	const stamp = {
		id: authorizationUri(post, quote.id),
		authorUri: author.uri,
		postUri: post.uri,
		quoteUri: quote.quoteUri,
	}
	return serveActivity(c, rendered(quoteAuthorization(stamp)))
}
