import type { Context } from "hono"
import { findOwnPlace, type OwnPlace } from "../../../db/own-posts.ts"
import { enact } from "../../moderation/enact.ts"
import { deletePost } from "../../posts/delete-post.ts"
import { isTooFast } from "../../posts/pace.ts"
import { rewordPost } from "../../posts/reword-post.ts"
import { unsharePost } from "../../posts/unshare-post.ts"
import { type Result, refused } from "../../result.ts"
import type { World } from "../../world.ts"
import { formOf } from "../forms.ts"
import { gatherServer } from "../gather.ts"
import { t } from "../language.tsx"
import { missing } from "../missing.tsx"
import { quietPage } from "../page.ts"
import { MessagePage } from "../pages/message.tsx"
import { EditPage, type EditPageProps, TakeBackPage } from "../pages/speaking/own.tsx"
import { youOf } from "../session.ts"
import { groupPath, postView } from "../views.ts"
import { doorOf, previewOf } from "./compose-views.ts"
import { languageNames } from "./language-names.ts"
import { type Place, placeFor } from "./place.ts"
import { typedIn } from "./typed.ts"

type Own = Place & { own: OwnPlace }
type Said = Pick<EditPageProps, "refused" | "preview">

/** A post of whoever asks, in the group that the address names; held or shared. Nobody else's is found. */
const ownFor = async (c: Context, world: World): Promise<Own | Response> => {
	const place = await placeFor(c, world)
	if (place instanceof Response) return place
	const own = await findOwnPlace(world.db, { ...idsIn(c, place) })
	return own ? { ...place, own } : missing(c, world)
}

const idsIn = (c: Context, { you, group }: Place) => ({
	authorId: you.id,
	groupId: group.id,
	postId: c.req.param("id")!,
})

/** The words of a post of one's own, to change them. */
export const showEdit = (world: World) => async (c: Context) => {
	const found = await ownFor(c, world)
	if (found instanceof Response) return found
	const { title, source, contentWarning, language } = found.own.post
	const typed = {
		title: title ?? "",
		text: source ?? "",
		note: contentWarning ?? "",
		language: language ?? "",
	}
	return show(c, world, found, typed)
}

/** Takes the new words: to look at them, or to put them in place of the old ones. */
export const takeEdit = (world: World) => async (c: Context) => {
	const form = await formOf(c)
	const typed = typedIn(world, form)
	const found = await ownFor(c, world)
	if (found instanceof Response) return found
	const { you, group, own } = found
	const { post } = own
	if (form.do !== "send") {
		const writing = { author: you, group, inReplyTo: post.inReplyTo, title: typed.title, text: typed.text }
		const preview = previewOf(world, { ...writing, contentWarning: typed.note || null }, you, group)
		return show(c, world, found, typed, { preview })
	}
	const change = {
		author: you,
		post,
		text: typed.text,
		title: post.threadId === post.id ? typed.title : post.title,
		contentWarning: typed.note,
		language: typed.language || null,
	}
	const edited = isTooFast(world, "words", you.id)
		? refused("too-early", "That was a lot in a short time. Please wait a few minutes, and send it again.")
		: await enact(world, (tx) => rewordPost(world, tx, change))
	if (!edited.ok) return show(c, world, found, typed, { refused: edited.reason }, 422)
	return c.redirect(`${groupPath(group)}/t/${post.threadId}#post-${post.id}`, 303)
}

const show = async (
	c: Context,
	world: World,
	{ you, group, own }: Own,
	typed: EditPageProps["typed"],
	said: Said = {},
	status: 200 | 422 = 200,
) =>
	quietPage(
		c,
		<EditPage
			server={await gatherServer(world, you)}
			group={doorOf(group)}
			now={world.ports.now()}
			action={`${groupPath(group)}/p/${own.post.id}/edit`}
			typed={typed}
			begins={own.post.threadId === own.post.id}
			languages={languageNames(group.language, typed.language)}
			{...said}
		/>,
		status,
	)

/** What it does to take a post back, before it is done. */
export const showTakeBack = (world: World) => async (c: Context) => {
	const found = await ownFor(c, world)
	if (found instanceof Response) return found
	const { you, group, own } = found
	return quietPage(
		c,
		<TakeBackPage
			server={await gatherServer(world, you)}
			group={doorOf(group)}
			now={world.ports.now()}
			action={`${groupPath(group)}/p/${own.post.id}/take-back`}
			post={postView({ post: own.post, author: you }, 0, new Map())}
			canUnshare={group.local && own.state === "shared"}
			travelled={own.state === "shared" && own.post.audience === "public"}
		/>,
	)
}

/** Deletes a post of one's own, or takes it out of the groups it is in. */
export const takeTakeBack = (world: World) => async (c: Context) => {
	const form = await formOf(c)
	const found = await ownFor(c, world)
	if (found instanceof Response) return found
	const { you: author, group, own } = found
	const { post } = own
	const taken: Result =
		form.do === "unshare"
			? await enact(world, (tx) => unsharePost(world, tx, { author, post }))
			: form.do === "delete"
				? await enact(world, (tx) => deletePost(world, tx, { author, uri: post.uri, heard: {} }))
				: refused("invalid", "That can be deleted, or taken out of the group.")
	const server = await gatherServer(world, youOf(c))
	const action = { href: groupPath(group), label: t("Back to the group") }
	const title = taken.ok ? t("It is taken back") : t("That was not done")
	const text = !taken.ok
		? t(taken.reason)
		: form.do === "delete"
			? t("The post is deleted here, and other servers that have it are asked to do the same.")
			: t("The group shows the post no longer.")
	const status = taken.ok ? 200 : 422
	return quietPage(c, <MessagePage server={server} title={title} text={text} action={action} />, status)
}
