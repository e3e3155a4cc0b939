import type { Post } from "../posts/post.ts"

/** Where it can be looked up that a post of this server may be quoted by another. */
export const authorizationUri = ({ uri }: Pick<Post, "uri">, quoteId: string): string =>
	`${uri}/quotes/${quoteId}`
