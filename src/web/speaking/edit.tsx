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
import type { Typed } from "../pages/speaking/views.ts"
import { groupPath } from "../views.ts"
import { doorOf, previewOf } from "./compose-views.ts"
import { languageNames } from "./language-names.ts"
import { withNamed } from "./naming.ts"
import { type Own, ownFor } from "./own.tsx"
import { encloseTyped, isUndescribed, pickedViews, picturesOf, takePictures } from "./pictures.ts"
import { nothingTyped, typedIn } from "./typed.ts"

type Said = Pick<EditPageProps, "refused" | "undescribed" | "preview" | "naming">
type At = Own & { typed: Typed }

/** A post of one's own, to change it: its words, and what goes with them. */
export const showEdit = (world: World) => async (c: Context) => {
	const found = await ownFor(c, world)
	if (found instanceof Response) return found
	return show(c, world, { ...found, typed: await typedBefore(world, found) })
}

const typedBefore = async (world: World, { group, own: { post } }: Own): Promise<Typed> => {
	const pictures = await picturesOf(world, post)
	return {
		...nothingTyped(world, post.language ?? group.language),
		id: post.id,
		title: post.title ?? "",
		text: post.source ?? "",
		note: post.contentWarning ?? "",
		language: post.language ?? "",
		pictures,
		undescribed: isUndescribed({ pictures }),
	}
}

/** Takes the new words and pictures: to look at them, or to put them in place of the old ones. */
export const takeEdit = (world: World, elsewhere: Elsewhere) => async (c: Context) => {
	const form = await formOf(c)
	const found = await ownFor(c, world)
	if (found instanceof Response) return found
	const { you, group, own } = found
	// What does not say which post it is about was typed where pictures were not asked for: they stay.
	const fresh = typedIn(world, form)
	const kept = { ...fresh, pictures: await picturesOf(world, own.post), undescribed: true }
	const words: Typed = { ...(form.id === own.post.id ? fresh : kept), id: own.post.id }
	const brought = await takePictures(c, world, you, words, form)
	const { typed, enclosed, ...unclosed } = await encloseTyped(world, you, brought.typed)
	const at = { ...found, typed }
	const refusal = brought.refused ?? unclosed.refused
	if (refusal) return show(c, world, at, { refused: refusal }, 422)
	const naming = await withNamed(world, elsewhere, { author: you, group, text: typed.text })
	if (form.do !== "send") {
		const preview = await previewOf(world, { ...wordsOf(at), group, enclosed }, you, group)
		return show(c, world, at, { preview, ...(naming && { naming }) })
	}
	if (isUndescribed(typed) && !typed.undescribed) return show(c, world, at, { undescribed: true }, 422)
	const edited = isTooFast(world, "words", you.id)
		? refused("too-early", "That was a lot in a short time. Please wait a few minutes, and send it again.")
		: await enact(world, (tx) => rewordPost(world, tx, { ...wordsOf(at), post: own.post, enclosed }))
	if (!edited.ok) return show(c, world, at, { refused: edited.reason }, 422)
	return c.redirect(`${groupPath(group)}/t/${own.post.threadId}#post-${own.post.id}`, 303)
}

/** What was typed, as the commands take it; only what begins a conversation has a title. */
const wordsOf = ({ you, own: { post }, typed }: At) => ({
	author: you,
	inReplyTo: post.inReplyTo,
	title: post.threadId === post.id ? typed.title : post.title,
	text: typed.text,
	contentWarning: typed.note,
	language: typed.language || null,
})

const show = async (
	c: Context,
	world: World,
	{ you, group, own, typed }: At,
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
			pictures={await pickedViews(world, you, typed)}
			begins={own.post.threadId === own.post.id}
			languages={languageNames(group.language, typed.language)}
			{...said}
		/>,
		status,
	)
