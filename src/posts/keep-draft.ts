import { countOtherDrafts, type KeptDraft, upsertDraft } from "../../db/drafts.ts"
import { giveFilesToDraft } from "../../db/media.ts"
import { findPost } from "../../db/posts.ts"
import { limits } from "../limits.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"

/** What somebody has begun to write is kept for them alone, in place of what the same draft said before. */
export const keepDraft = async (world: World, draft: Omit<KeptDraft, "savedAt">): Promise<Result> => {
	const { title, source, contentWarning, language, quoteUri, poll, pictures } = draft
	const alts = pictures.map(({ alt }) => alt)
	const short = [title, contentWarning, language, quoteUri, ...alts, ...(poll?.options ?? [])]
	const ids = pictures.map(({ id }) => id)
	if (source.length > limits.draftText || short.some((text) => text.length > limits.draftField))
		return refused("invalid", "That is too long to be kept as a draft.")
	if (ids.length > limits.pictures) return refused("invalid", "A post takes four pictures at most.")
	if (!source && ids.length === 0 && !short.some(Boolean))
		return refused("invalid", "There is nothing in this draft yet.")
	if ((poll?.options.length ?? 0) > limits.draftOptions)
		return refused("invalid", "That is too long to be kept as a draft.")
	return world.db.transaction(async (tx) => {
		if (await findPost(tx, draft.id)) return refused("too-late", "That was sent already.")
		if ((await countOtherDrafts(tx, draft.actorId, draft.id)) >= limits.drafts)
			return refused("too-late", "You keep as many drafts as there is room for. Please let go of one first.")
		const kept = await upsertDraft(tx, { ...draft, savedAt: world.ports.now() })
		if (kept) await giveFilesToDraft(tx, { ownerId: draft.actorId, draftId: draft.id, ids })
		return kept ? done(undefined) : refused("forbidden", "That draft is somebody else’s.")
	})
}
