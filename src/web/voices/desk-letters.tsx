import { findModmail, listModmail, listModmailMessages } from "../../../db/modmail.ts"
import { limits } from "../../limits.ts"
import { enact } from "../../moderation/enact.ts"
import { answerModmail } from "../../moderation/voices/answer-modmail.ts"
import { closeModmail } from "../../moderation/voices/close-modmail.ts"
import { handleOf } from "../../people/actor.ts"
import { excerptOf, plainText, renderMarkdown } from "../../posts/markup.ts"
import type { Refused } from "../../result.ts"
import { formOf } from "../forms.ts"
import { gatherServer } from "../gather.ts"
import type { Here } from "../groups/place.ts"
import { missing } from "../missing.tsx"
import { quietPage } from "../page.ts"
import { DeskLetterPage } from "../pages/voices/desk-letter.tsx"
import { DeskLettersPage } from "../pages/voices/desk-letters.tsx"
import { lines } from "../speaking/typed.ts"
import { messageView } from "./views.ts"

/** Who wrote to the moderators of a group: those that wait for an answer, and those that are put away. */
export const showDeskLetters = async ({ c, world, group, you }: Here) => {
	const rows = async (which: "open" | "closed") =>
		Promise.all(
			(await listModmail(world.db, group.id, which, limits.modmailShown)).map(async ({ modmail, person }) => {
				const [last] = await listModmailMessages(world.db, modmail.id, 1)
				const words = last ? excerptOf(plainText(last.message.html), 140) : ""
				return { id: modmail.id, name: person.name, handle: handleOf(person), at: modmail.activeAt, words }
			}),
		)
	const server = await gatherServer(world, you)
	const [open, closed] = [await rows("open"), await rows("closed")]
	const done = c.req.query("done") === "closed"
	return quietPage(c, <DeskLettersPage {...{ server, group, open, closed, done, now: world.ports.now() }} />)
}

export const showDeskLetter = async (here: Here, tried?: { refused: Refused; words: string }) => {
	const { c, world, group, you } = here
	const found = await findModmail(world.db, group.id, c.req.param("id") ?? "")
	if (!found) return missing(c, world)
	const { modmail, person } = found
	const messages = await listModmailMessages(world.db, modmail.id, limits.modmailShown)
	const props = {
		server: await gatherServer(world, you),
		group,
		id: modmail.id,
		person: { name: person.name, handle: handleOf(person), url: person.url },
		messages: messages.map(({ message, moderator }) =>
			message.byGroup ? messageView(message, group.name, moderator?.name) : messageView(message, person.name),
		),
		open: modmail.closedAt === null,
		words: tried?.words ?? "",
		done: c.req.query("done") === "1",
		...(tried && { refused: tried.refused.reason }),
		now: world.ports.now(),
	}
	return quietPage(c, <DeskLetterPage {...props} />, tried ? 422 : 200)
}

export const takeDeskLetter = async (here: Here) => {
	const { c, world, group, you } = here
	const [modmailId, by] = [c.req.param("id")!, { actorId: you.id }]
	const path = `/@${group.handle}/desk/letters`
	if (c.req.param("way") === "close") {
		const closed = await enact(world, (tx) => closeModmail(world, tx, { groupId: group.id, modmailId, by }))
		return closed.ok
			? c.redirect(`${path}?done=closed`, 303)
			: showDeskLetter(here, { refused: closed, words: "" })
	}
	const words = lines((await formOf(c)).words)
	const answer = { groupId: group.id, modmailId, by, html: renderMarkdown(words) }
	const answered = await enact(world, (tx) => answerModmail(world, tx, answer))
	return answered.ok
		? c.redirect(`${path}/${modmailId}?done=1`, 303)
		: showDeskLetter(here, { refused: answered, words })
}
