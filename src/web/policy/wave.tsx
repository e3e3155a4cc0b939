import { listHeld, listWave } from "../../../db/held.ts"
import { limits } from "../../limits.ts"
import { enact } from "../../moderation/enact.ts"
import { settleHeld } from "../../moderation/settle-held.ts"
import { excerptOf, plainText } from "../../posts/markup.ts"
import type { Refused } from "../../result.ts"
import { formOf, uuid } from "../forms.ts"
import { type Here, settingOf } from "../groups/place.ts"
import { t } from "../language.tsx"
import { quietPage } from "../page.ts"
import { WavePage } from "../pages/desk/wave.tsx"
import { personView, withoutGreeting } from "../views.ts"

/** Who waits in a wave of strangers, for those who look after the group. */
export const showWave = async (here: Here, wrong?: Refused): Promise<Response> => {
	const { c, world, group } = here
	const rows = await listWave(world.db, group.id, limits.waveListed + 1)
	const shown = rows.slice(0, limits.waveListed)
	const people = []
	for (const { author, first } of shown) {
		const [latest] = await listHeld(world.db, group.id, { by: { personId: author.id } }, 1)
		const words = latest ? withoutGreeting(plainText(latest.post.html), group.handle) : ""
		people.push({
			person: { id: author.id, ...personView(author) },
			words: latest?.post.title || excerptOf(words) || t("a post without words"),
			at: first,
		})
	}
	const { server, group: shownGroup } = await settingOf(here)
	const props = {
		server,
		group: shownGroup,
		now: world.ports.now(),
		people,
		more: rows.length > shown.length,
	}
	return quietPage(c, <WavePage {...props} {...(wrong && { wrong: wrong.reason })} />, wrong ? 422 : 200)
}

/** Lets those in who were chosen, with all that they wrote, in one act. */
export const takeWave = async (here: Here): Promise<Response> => {
	const { c, world, group, you } = here
	const form = await formOf(c)
	const chosen = Object.entries(form).flatMap(([name, value]) =>
		name.startsWith("who-") && value === "yes" ? [name.slice("who-".length)] : [],
	)
	const personIds = chosen.filter((id) => uuid.test(id)).slice(0, limits.waveListed)
	const settling = { groupId: group.id, by: { actorId: you.id }, reason: form.reason ?? "" }
	const settled = await enact(world, (tx) =>
		settleHeld(world, tx, { ...settling, whose: { personIds }, way: "let-in" }),
	)
	return settled.ok ? c.redirect(`/@${group.handle}/desk?done=approve-all`, 303) : showWave(here, settled)
}
