import type { Context } from "hono"
import { findOwnPlace, type OwnPlace } from "../../../db/own-posts.ts"
import { enact } from "../../moderation/enact.ts"
import { deletePost } from "../../posts/delete-post.ts"
import { unsharePost } from "../../posts/unshare-post.ts"
import { type Result, refused } from "../../result.ts"
import type { World } from "../../world.ts"
import { formOf } from "../forms.ts"
import { gatherServer } from "../gather.ts"
import { t } from "../language.tsx"
import { missing } from "../missing.tsx"
import { quietPage } from "../page.ts"
import { MessagePage } from "../pages/message.tsx"
import { TakeBackPage } from "../pages/speaking/own.tsx"
import { youOf } from "../session.ts"
import { groupPath, postView } from "../views.ts"
import { doorOf } from "./compose-views.ts"
import { type Place, placeFor } from "./place.ts"

export type Own = Place & { own: OwnPlace }

/** A post of whoever asks, in the group that the address names; held or shared. Nobody else's is found. */
export const ownFor = async (c: Context, world: World): Promise<Own | Response> => {
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
