import type { Group } from "../../groups/group.ts"
import { type GroupChange, updateGroup } from "../../groups/update-group.ts"
import { enact } from "../../moderation/enact.ts"
import { may } from "../../moderation/permission.ts"
import { postingIn } from "../../moderation/policy/posting-in.ts"
import type { Refused } from "../../result.ts"
import { type Form, formOf } from "../forms.ts"
import { portraitOf } from "../media/here.ts"
import { quietPage } from "../page.ts"
import { FacePage } from "../pages/groups/face.tsx"
import { GroupSettingsPage } from "../pages/groups/settings.tsx"
import { WaysPage } from "../pages/groups/ways.tsx"
import { WordsPage } from "../pages/groups/words.tsx"
import { languageNames } from "../speaking/language-names.ts"
import { type Here, kept, settingOf } from "./place.ts"

/** Every door of a group's settings that is open to whoever asks. */
export const showSettings = async (here: Here) => {
	const { c, group, role } = here
	const shown = { owns: may(role, "update-group"), fresh: c.req.query("new") === "1", joining: group.joining }
	return quietPage(c, <GroupSettingsPage {...(await settingOf(here))} {...shown} />)
}

/** What a form changes: those parts of the group that it says something else about. */
const changeIn = (group: Group, wish: GroupChange): GroupChange =>
	Object.fromEntries(
		Object.entries(wish).filter(([part, value]) => group[part as keyof GroupChange] !== value),
	)

const keep = async (
	here: Here,
	wish: GroupChange,
	{ page, again }: { page: string; again(refused: Refused): Promise<Response> },
): Promise<Response> => {
	const { world, group, you } = here
	const change = changeIn(group, wish)
	if (Object.keys(change).length === 0) return kept(here, page)
	const deed = { groupId: group.id, change, by: { actorId: you.id } }
	const updated = await enact(world, (tx) => updateGroup(world, tx, deed))
	return updated.ok ? kept(here, page) : again(updated)
}

const long = (text = ""): string => text.replaceAll("\r\n", "\n").trim()

export const showFace = async (here: Here, refused?: Refused, typed?: Form) => {
	const { name, about, hue } = here.group
	const pictures = { icon: portraitOf(here.group), image: portraitOf(here.group, "image") }
	const shown = { name: typed?.name ?? name, about: typed?.about ?? about, hue: Number(typed?.hue ?? hue) }
	const page = <FacePage {...(await settingOf(here, refused))} {...shown} {...pictures} />
	return quietPage(here.c, page, refused ? 422 : 200)
}

export const takeFace = async (here: Here) => {
	const typed = await formOf(here.c)
	const wish = { name: typed.name ?? "", about: long(typed.about), hue: Number(typed.hue ?? here.group.hue) }
	return keep(here, wish, { page: "/name", again: (refused) => showFace(here, refused, typed) })
}

export const showWords = async (here: Here, refused?: Refused, typed?: Form) => {
	const { rules, welcome } = here.group
	const shown = { rules: typed?.rules ?? rules, welcome: typed?.welcome ?? welcome }
	const page = <WordsPage {...(await settingOf(here, refused))} {...shown} />
	return quietPage(here.c, page, refused ? 422 : 200)
}

export const takeWords = async (here: Here) => {
	const typed = await formOf(here.c)
	const wish = { rules: long(typed.rules), welcome: long(typed.welcome) }
	return keep(here, wish, { page: "/words", again: (refused) => showWords(here, refused, typed) })
}

export const showWays = async (here: Here, refused?: Refused, typed?: Form) => {
	const { joining, posting, language, form, boostsAnswers, indexed } = here.group
	const [boosts, indexing] = [boostsAnswers, indexed].map((yes) => (yes ? "on" : "off")) as [string, string]
	const shown = { joining, posting, language, form, boosts, indexing, ...typed }
	const languages = languageNames(language)
	const open = (await postingIn(here.world.db, { ...here.group, posting: "anyone" })) === "anyone"
	const setting = await settingOf(here, refused)
	const page = <WaysPage {...setting} chosen={shown} languages={languages} open={open} />
	return quietPage(here.c, page, refused ? 422 : 200)
}

export const takeWays = async (here: Here) => {
	const typed = await formOf(here.c)
	const { group } = here
	const { joining = group.joining, posting = group.posting, form = group.form } = typed
	const { language = group.language, boosts, indexing } = typed
	const choices = { boostsAnswers: boosts === "on", indexed: indexing === "on" }
	const wish = { joining, posting, language, form, ...choices }
	return keep(here, wish, { page: "/ways", again: (refused) => showWays(here, refused, typed) })
}
