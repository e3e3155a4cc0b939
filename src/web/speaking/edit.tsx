import type { Context } from "hono"
import { enact } from "../../moderation/enact.ts"
import { isTooFast } from "../../posts/pace.ts"
import { rewordPost } from "../../posts/reword-post.ts"
import { refused } from "../../result.ts"
import type { World } from "../../world.ts"
import type { Elsewhere } from "../elsewhere.ts"
import { formOf } from "../forms.ts"
import { gatherServer } from "../gather.ts"
import { quietPage } from "../page.ts"
import { EditPage, type EditPageProps } from "../pages/speaking/edit.tsx"
import { groupPath } from "../views.ts"
import { doorOf, previewOf } from "./compose-views.ts"
import { languageNames } from "./language-names.ts"
import { withNamed } from "./naming.ts"
import { type Own, ownFor } from "./own.tsx"
import { typedIn } from "./typed.ts"

type Said = Pick<EditPageProps, "refused" | "preview" | "naming">

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
export const takeEdit = (world: World, elsewhere: Elsewhere) => async (c: Context) => {
	const form = await formOf(c)
	const typed = typedIn(world, form)
	const found = await ownFor(c, world)
	if (found instanceof Response) return found
	const { you, group, own } = found
	const { post } = own
	const naming = await withNamed(world, elsewhere, { author: you, group, text: typed.text })
	if (form.do !== "send") {
		const writing = { author: you, group, inReplyTo: post.inReplyTo, title: typed.title, text: typed.text }
		const preview = await previewOf(world, { ...writing, contentWarning: typed.note || null }, you, group)
		return show(c, world, found, typed, { preview, ...(naming && { naming }) })
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
