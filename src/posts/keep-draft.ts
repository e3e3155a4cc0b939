import { countOtherDrafts, type KeptDraft, upsertDraft } from "../../db/drafts.ts"
import { findPost } from "../../db/posts.ts"
import { limits } from "../limits.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"

/** What somebody has begun to write is kept for them alone, in place of what the same draft said before. */
export const keepDraft = async (world: World, draft: Omit<KeptDraft, "savedAt">): Promise<Result> => {
	const { title, source, contentWarning, language, quoteUri, poll } = draft
	const short = [title, contentWarning, language, quoteUri, ...(poll?.options ?? [])]
	if (source.length > limits.draftText || short.some((text) => text.length > limits.draftField))
		return refused("invalid", "That is too long to be kept as a draft.")
	if (!source && !short.some(Boolean)) return refused("invalid", "There is nothing in this draft yet.")
	if ((poll?.options.length ?? 0) > limits.draftOptions)
		return refused("invalid", "That is too long to be kept as a draft.")
	return world.db.transaction(async (tx) => {
		if (await findPost(tx, draft.id)) return refused("too-late", "That was sent already.")
		if ((await countOtherDrafts(tx, draft.actorId, draft.id)) >= limits.drafts)
			return refused("too-late", "You keep as many drafts as there is room for. Please let go of one first.")
		const kept = await upsertDraft(tx, { ...draft, savedAt: world.ports.now() })
		return kept ? done(undefined) : refused("forbidden", "That draft is somebody else’s.")
	})
}
