import type { Writing } from "../../posts/local-draft.ts"
import { isTooFast } from "../../posts/pace.ts"
import { type Quoted, quotedAt } from "../../quotes/quoted-at.ts"
import { done, type Result, refused } from "../../result.ts"
import type { World } from "../../world.ts"
import type { Elsewhere } from "../elsewhere.ts"
import type { QuotingView } from "../pages/speaking/views.ts"

const tooFast = "That was a lot in a short time. Please wait a few minutes, and send it again."
const hidden = "What is not for everyone is not quoted elsewhere."

/**
 * What somebody quotes, found at its own server if it is not known here, so that its author can be asked. Not of what is for
 * members alone: nobody outside is asked about that, and so nobody is told of it by being looked up.
 */
export const withQuoted = async (
	world: World,
	{ lookUpPost }: Elsewhere,
	writing: Writing,
): Promise<Result<{ writing: Writing; quoting?: QuotingView }>> => {
	const { author, group, quoteUri } = writing
	if (!quoteUri || group.visibility === "private") return done({ writing })
	let asked = false
	const quoted = await quotedAt(
		world,
		async (address) => {
			asked = true
			return isTooFast(world, "quotes", author.id) ? { reason: tooFast } : lookUpPost(address)
		},
		{ url: new URL(quoteUri), quotes: author },
	)
	if (quoted.unasked === tooFast) return refused("too-early", tooFast)
	if (quoted.hidden) return refused("forbidden", hidden)
	const found = { ...writing, quoteUri: quoted.quoteUri, quotedAuthorId: quoted.author?.id ?? null }
	const quoting = asked ? quotingOf(quoted) : null
	return done({ writing: found, ...(quoting && { quoting }) })
}

const quotingOf = ({ author }: Quoted): QuotingView =>
	author ? { kind: "asked", author: author.name } : { kind: "link" }
