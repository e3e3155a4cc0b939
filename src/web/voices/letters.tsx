import type { Context } from "hono"
import { findModmailOf, listModmailMessages } from "../../../db/modmail.ts"
import type { Group } from "../../groups/group.ts"
import { limits } from "../../limits.ts"
import { enact } from "../../moderation/enact.ts"
import { writeToModerators } from "../../moderation/voices/write-to-moderators.ts"
import { handleOf } from "../../people/actor.ts"
import { renderMarkdown } from "../../posts/markup.ts"
import type { Refused } from "../../result.ts"
import type { World } from "../../world.ts"
import { groupIn } from "../entrance.ts"
import { formOf } from "../forms.ts"
import { gatherServer } from "../gather.ts"
import { missing } from "../missing.tsx"
import { quietPage } from "../page.ts"
import { WriteLetterPage } from "../pages/voices/write-letter.tsx"
import { youOf } from "../session.ts"
import { lines } from "../speaking/typed.ts"
import { messageView } from "./views.ts"

/** Where somebody writes to those who look after a group, and reads what they answered. */
export const showWriteLetter = (world: World) => async (c: Context) => {
	const group = await groupIn(c, world)
	return group ? show(c, world, group) : missing(c, world)
}

export const takeLetter = (world: World) => async (c: Context) => {
	const group = await groupIn(c, world)
	if (!group) return missing(c, world)
	const you = youOf(c)
	const path = `/@${group.handle}/letter`
	if (!you) return c.redirect(`/login?next=${encodeURIComponent(path)}`, 303)
	const words = lines((await formOf(c)).words)
	const letter = { group, person: you, html: renderMarkdown(words), uri: null, language: null }
	const sent = await enact(world, (tx) => writeToModerators(world, tx, letter))
	return sent.ok ? c.redirect(`${path}?done=1`, 303) : show(c, world, group, { refused: sent, words })
}

const show = async (c: Context, world: World, group: Group, tried?: { refused: Refused; words: string }) => {
	const you = youOf(c)
	const letters = you && (await findModmailOf(world.db, group.id, you.id))
	const found = letters ? await listModmailMessages(world.db, letters.id, limits.modmailShown) : []
	const props = {
		server: await gatherServer(world, you),
		group,
		address: handleOf(group),
		you: you !== null,
		messages: found.map(({ message }) => messageView(message, message.byGroup ? group.name : null)),
		words: tried?.words ?? "",
		done: c.req.query("done") === "1",
		...(tried && { refused: tried.refused.reason }),
		now: world.ports.now(),
	}
	return quietPage(c, <WriteLetterPage {...props} />, tried ? 422 : 200)
}
