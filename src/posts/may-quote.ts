import type { Transaction } from "../../db/connect.ts"
import { maySee } from "../../db/polls.ts"
import { findPostByUri, findShare } from "../../db/posts.ts"
import { done, type Result, refused } from "../result.ts"
import type { Writing } from "./local-draft.ts"
import type { Draft } from "./submit-post.ts"

/** Who wrote what is to be quoted, if it is known here. What is for some is not shown to others by quoting it. */
export const mayQuote = async (
	tx: Transaction,
	{ author, group }: Pick<Writing, "author" | "group">,
	{ quoteUri, audience }: Pick<Draft, "quoteUri" | "audience">,
): Promise<Result<string | null>> => {
	const quoted = quoteUri ? await findPostByUri(tx, quoteUri) : null
	if (!quoted || !(await maySee(tx, { actorId: author.id }, quoted.id))) return done(null)
	const isForAll = quoted.audience === "public" && (await maySee(tx, "anyone", quoted.id))
	const stays = audience === "members" && (await findShare(tx, group.id, quoted.id)) !== null
	if (!isForAll && !stays) return refused("forbidden", "What is not for everyone is not quoted elsewhere.")
	return done(quoted.authorId)
}
