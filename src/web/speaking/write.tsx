import type { Context } from "hono"
import { findDraft } from "../../../db/drafts.ts"
import { type Read, readPostIn } from "../../../db/reading.ts"
import { foreseeCommand } from "../../moderation/voices/foresee-command.ts"
import type { Actor } from "../../people/actor.ts"
import { foreseePost } from "../../posts/foresee-post.ts"
import { keepDraft } from "../../posts/keep-draft.ts"
import type { Writing } from "../../posts/local-draft.ts"
import { isTooFast } from "../../posts/pace.ts"
import { writePost } from "../../posts/write-post.ts"
import type { World } from "../../world.ts"
import type { Elsewhere } from "../elsewhere.ts"
import { type Form, formOf, uuid } from "../forms.ts"
import { gatherServer } from "../gather.ts"
import { missing } from "../missing.tsx"
import { quietPage } from "../page.ts"
import { KeptWordsPage } from "../pages/speaking/kept-words.tsx"
import type { ComposeView, NamingView, QuotingView, Typed } from "../pages/speaking/views.ts"
import { WritePage } from "../pages/speaking/write.tsx"
import { viewerOf, youOf } from "../session.ts"
import { groupPath, postView } from "../views.ts"
import { doorOf, gatherCompose, previewOf } from "./compose-views.ts"
import { withNamed } from "./naming.ts"
import { encloseTyped, isUndescribed, takePictures } from "./pictures.ts"
import { groupNamed, type Place, placeFor } from "./place.ts"
import { withQuoted } from "./quoting.ts"
import { draftOf, nothingTyped, typedIn, typedOf, writingOf } from "./typed.ts"

type Quoting = { writing: Writing; quoting?: QuotingView; naming?: NamingView | null }
type At = Place & { parent: Read | null; typed: Typed }
type Said = Pick<ComposeView, "refused" | "undescribed" | "held" | "asks" | "preview" | "quoting" | "naming">

/** The page to write on: empty, or with a draft. In a thread it answers the post that `to` names, or the one that began it. */
export const showWrite = (world: World) => async (c: Context) => {
	const { pathname, search } = new URL(c.req.url)
	const kept = await draftNamed(world, youOf(c), c.req.query("draft"))
	const place = await placeFor(c, world, pathname + search)
	if (place instanceof Response) return kept ? giveBack(c, world, kept) : place
	const parent = await parentOf(c, world, place, kept?.to || c.req.query("to"))
	if (parent === "missing") return kept ? giveBack(c, world, kept) : missing(c, world)
	const fresh = { ...nothingTyped(world, place.group.language), quote: c.req.query("quote") ?? "" }
	return show(c, world, { ...place, parent, typed: { ...(kept ?? fresh), to: parent?.post.id ?? "" } })
}

/** Takes what was written: to look at it, to send it, or to keep it as a draft. What was typed is never lost. */
export const takeWrite = (world: World, elsewhere: Elsewhere) => async (c: Context) => {
	const form = await formOf(c)
	const words = typedIn(world, form)
	const you = youOf(c)
	const group = you && (await groupNamed(c, world))
	const parent = group && (await parentOf(c, world, { you, group }, words.to))
	if (!you || !group || parent === "missing") return giveBack(c, world, words)
	const brought = await takePictures(c, world, you, words, form)
	const { typed, enclosed, ...unclosed } = await encloseTyped(world, you, brought.typed)
	const at = { you, group, parent, typed }
	const refused = brought.refused ?? unclosed.refused
	if (refused) return show(c, world, at, { refused }, 422)
	if (form.do === "draft") return keep(c, world, at)
	const writing = writingOf(typed, { author: you, group, inReplyTo: parent?.post.uri ?? null, enclosed })
	if (!writing.ok) return show(c, world, at, { refused: writing.reason }, 422)
	const found = await withQuoted(world, elsewhere, writing.value)
	if (!found.ok) return show(c, world, at, { refused: found.reason }, found.code === "too-early" ? 429 : 422)
	const naming = await withNamed(world, elsewhere, writing.value)
	if (form.do !== "send") return look(c, world, at, { ...found.value, naming })
	if (isUndescribed(typed) && !typed.undescribed) return show(c, world, at, { undescribed: true }, 422)
	return send(c, world, at, { ...found.value, naming }, form)
}

const keep = async (c: Context, world: World, at: At) => {
	const place = { actorId: at.you.id, groupId: at.group.id, parentId: at.parent?.post.id ?? null }
	const kept = await keepDraft(world, draftOf(at.typed, place))
	return kept.ok ? c.redirect("/drafts?done=kept", 303) : show(c, world, at, { refused: kept.reason }, 422)
}

/** Shows what it will look like, and what the group's rules say to it. */
const look = async (c: Context, world: World, at: At, { writing, quoting, naming }: Quoting) => {
	const foreseen = await foreseePost(world, writing)
	if (!foreseen.ok) return show(c, world, at, { refused: foreseen.reason }, 422)
	const preview = await previewOf(world, writing, at.you, at.group)
	const verdict = foreseen.value
	if (await foreseeCommand(world, writing)) return show(c, world, at, { asks: true })
	if (verdict.verdict === "refuse") return show(c, world, at, { refused: verdict.reason, preview }, 422)
	const said = {
		preview,
		...(quoting && { quoting }),
		...(naming && { naming }),
		...(verdict.verdict === "hold" && { held: verdict }),
	}
	return show(c, world, at, said)
}

/** Sends it. That a moderator will look first is said once before. */
const send = async (c: Context, world: World, at: At, quoting: Quoting, form: Form) => {
	const { writing } = quoting
	const foreseen = await foreseePost(world, writing)
	if (
		!foreseen.ok ||
		foreseen.value.verdict === "refuse" ||
		(foreseen.value.verdict === "hold" && !form.told)
	)
		return look(c, world, at, quoting)
	if (isTooFast(world, "words", at.you.id)) return show(c, world, at, { refused: tooFast }, 429)
	const written = await writePost(world, writing)
	if (!written.ok) return show(c, world, at, { refused: written.reason }, 422)
	if (written.value.state === "obeyed")
		return c.redirect(`${groupPath(at.group)}/desk?done=${written.value.verb}`, 303)
	const thread = at.parent?.post.threadId ?? written.value.id
	return written.value.state === "held"
		? c.redirect("/drafts?done=waits", 303)
		: c.redirect(`${groupPath(at.group)}/t/${thread}#post-${written.value.id}`, 303)
}

const tooFast = "That was a lot in a short time. Please wait a few minutes, and send it again."

const show = async (c: Context, world: World, at: At, said: Said = {}, status: 200 | 422 | 429 = 200) => {
	const { you, group, parent } = at
	return quietPage(
		c,
		<WritePage
			server={await gatherServer(world, you)}
			group={doorOf(group)}
			compose={await gatherCompose(world, at, said)}
			{...(parent && { parent: postView(parent, 0, new Map()) })}
			now={world.ports.now()}
		/>,
		status,
	)
}

/** Their words, for whoever was signed out meanwhile or has nowhere to send them; it tells nothing of what is there. */
const giveBack = async (c: Context, world: World, typed: Typed) => {
	const you = youOf(c)
	const server = await gatherServer(world, you)
	const shown = <KeptWordsPage server={server} action={c.req.path} typed={typed} lost={you !== null} />
	return quietPage(c, shown, you ? 404 : 401)
}

const draftNamed = async (world: World, you: Actor | null, id = ""): Promise<Typed | null> => {
	const draft = you && uuid.test(id) ? await findDraft(world.db, you.id, id) : null
	return draft && typedOf(draft)
}

/** The post that is answered: null on the page that begins a conversation. */
const parentOf = async (
	c: Context,
	world: World,
	{ you, group }: Place,
	to = "",
): Promise<Read | null | "missing"> => {
	const thread = c.req.param("thread")
	if (!thread) return null
	const read = await readPostIn(world.db, viewerOf(you), group.id, uuid.test(to) ? to : thread)
	return read && read.post.threadId === thread ? read : "missing"
}
