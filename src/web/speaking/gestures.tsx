import type { Context } from "hono"
import { enact } from "../../moderation/enact.ts"
import { keepPost } from "../../posts/keep-post.ts"
import { makeGesture } from "../../posts/make-gesture.ts"
import { muteThread } from "../../posts/mute-thread.ts"
import { isTooFast } from "../../posts/pace.ts"
import { type Result, refused } from "../../result.ts"
import type { World } from "../../world.ts"
import { formOf } from "../forms.ts"
import { gatherServer } from "../gather.ts"
import { t } from "../language.tsx"
import { quietPage } from "../page.ts"
import { MessagePage } from "../pages/message.tsx"
import { groupPath } from "../views.ts"
import { type Place, placeFor, postFor } from "./place.ts"

/** Thanks for a post, an emoji in its place, or neither any more. */
export const takeThanks = (world: World) => async (c: Context) => {
	const found = await postFor(c, world, groupOf(c))
	if (found instanceof Response) return found
	const { you: person, read } = found
	const { wish = "" } = await formOf(c)
	const made = isTooFast(world, "gestures", person.id)
		? refused("too-early", "That was a lot in a short time. Please wait a few minutes.")
		: await enact(world, (tx) => makeGesture(world, tx, { person, post: read.post, wish }))
	return answer(
		c,
		world,
		found,
		made,
		`${groupPath(found.group)}/t/${read.post.threadId}#post-${read.post.id}`,
	)
}

/** A post is kept to be found again, or kept no longer. */
export const takeKeep = (world: World) => async (c: Context) => {
	const found = await postFor(c, world, groupOf(c))
	if (found instanceof Response) return found
	const { you: person, read } = found
	const form = await formOf(c)
	const wish = { person, postId: read.post.id, keep: form.keep !== "no" }
	const kept = await enact(world, (tx) => keepPost(world, tx, wish))
	const thread = `${groupPath(found.group)}/t/${read.post.threadId}#post-${read.post.id}`
	return answer(c, world, found, kept, form.from === "kept" ? "/bookmarks" : thread)
}

/** Somebody hears no more of a conversation, or again. */
export const takeMute = (world: World) => async (c: Context) => {
	const place = await placeFor(c, world, groupOf(c))
	if (place instanceof Response) return place
	const threadId = c.req.param("thread")!
	const form = await formOf(c)
	const wish = { person: place.you, threadId, mute: form.mute !== "no" }
	const muted = await enact(world, (tx) => muteThread(world, tx, wish))
	const thread = `${groupPath(place.group)}/t/${threadId}#reply`
	return answer(c, world, place, muted, form.from === "kept" ? "/bookmarks#muted" : thread)
}

const groupOf = (c: Context): string => `/${c.req.param("handle")!}`

const answer = async (c: Context, world: World, { you }: Place, result: Result, back: string) => {
	if (result.ok) return c.redirect(back, 303)
	const action = { href: back, label: t("Back to the conversation") }
	const server = await gatherServer(world, you)
	const status = result.code === "not-found" ? 404 : result.code === "too-early" ? 429 : 422
	const title = t("That was not done")
	const text = t(result.reason)
	return quietPage(c, <MessagePage server={server} title={title} text={text} action={action} />, status)
}
