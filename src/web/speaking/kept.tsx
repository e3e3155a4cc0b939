import type { Context } from "hono"
import { listDrafts } from "../../../db/drafts.ts"
import { listBookmarks, listMuted } from "../../../db/keeping.ts"
import { listOwnWaiting } from "../../../db/own-posts.ts"
import { limits } from "../../limits.ts"
import { enact } from "../../moderation/enact.ts"
import type { Actor } from "../../people/actor.ts"
import { discardDraft } from "../../posts/discard-draft.ts"
import { excerptOf, plainText } from "../../posts/markup.ts"
import type { Post } from "../../posts/post.ts"
import type { World } from "../../world.ts"
import { gatherServer } from "../gather.ts"
import { t } from "../language.tsx"
import { quietPage } from "../page.ts"
import { DraftsPage, KeptPage } from "../pages/speaking/kept.tsx"
import type { SlipView } from "../pages/speaking/views.ts"
import { youOf } from "../session.ts"
import { groupPath, personView } from "../views.ts"

/** Who asks for a page of their own; somebody who is not signed in is asked to. */
const ownerOf = (c: Context): Actor | Response =>
	youOf(c) ?? c.redirect(`/login?next=${encodeURIComponent(c.req.path)}`, 303)

/** What somebody began to write, and what of theirs waits for a moderator. */
export const showDrafts = (world: World) => async (c: Context) => {
	const you = ownerOf(c)
	if (you instanceof Response) return you
	const drafts = await listDrafts(world.db, you.id, limits.drafts)
	const waiting = await listOwnWaiting(world.db, you.id, limits.keptOnPage)
	return quietPage(
		c,
		<DraftsPage
			server={await gatherServer(world, you)}
			now={world.ports.now()}
			drafts={drafts.map(({ draft, group, threadId }) => ({
				id: draft.id,
				href: `${groupPath(group)}/${threadId ? `t/${threadId}/reply` : "write"}?draft=${draft.id}`,
				words: draft.title || excerptOf(draft.source.replace(/\s+/g, " ")),
				language: draft.language,
				group: group.name,
				at: draft.savedAt,
			}))}
			waiting={waiting.map(({ post, group, reason, sentAt }) => ({
				...slipOf(post, group),
				href: `${groupPath(group)}/p/${post.id}/take-back`,
				at: sentAt,
				...(reason && { reason }),
			}))}
			{...(c.req.query("done") && { done: c.req.query("done")! })}
		/>,
	)
}

/** A draft is thrown away. */
export const takeDiscard = (world: World) => async (c: Context) => {
	const you = ownerOf(c)
	if (you instanceof Response) return you
	const id = c.req.param("id")!
	await enact(world, (tx) => discardDraft(world, tx, { person: you, id }))
	return c.redirect("/drafts?done=gone", 303)
}

/** The posts somebody keeps, the latest kept first, and the conversations they muted. */
export const showKept = (world: World) => async (c: Context) => {
	const you = ownerOf(c)
	if (you instanceof Response) return you
	const before = momentIn(c.req.query("before"))
	const rows = await listBookmarks(world.db, you.id, { before, limit: limits.keptOnPage + 1 })
	const shown = rows.slice(0, limits.keptOnPage)
	const last = shown.at(-1)
	const muted = before ? [] : await listMuted(world.db, you.id, limits.keptOnPage)
	return quietPage(
		c,
		<KeptPage
			server={await gatherServer(world, you)}
			now={world.ports.now()}
			kept={shown.map(({ post, author, group, keptAt }) => ({
				...slipOf(post, group),
				author: personView(author),
				at: keptAt,
				deed: `${groupPath(group)}/p/${post.id}/keep`,
			}))}
			muted={muted.map(({ post, author, group }) => ({
				...slipOf(post, group),
				author: personView(author),
				deed: `${groupPath(group)}/t/${post.id}/mute`,
			}))}
			first={before === null}
			{...(rows.length > limits.keptOnPage && last && { next: `/bookmarks?before=${last.keptAt.getTime()}` })}
		/>,
	)
}

const slipOf = (post: Post, group: Actor): SlipView => ({
	id: post.id,
	href: `${groupPath(group)}/t/${post.threadId}#post-${post.id}`,
	words: post.contentWarning
		? t("Content note: {{note}}", { note: post.contentWarning })
		: post.title || excerptOf(plainText(post.html)) || t("A post without words"),
	language: post.contentWarning ? null : post.language,
	group: group.name,
	at: post.publishedAt,
})

const momentIn = (text: string | undefined): Date | null => {
	const time = /^\d{10,15}$/.test(text ?? "") ? Number(text) : Number.NaN
	return Math.abs(time) < 8.64e15 ? new Date(time) : null
}
