import { findActor } from "../../../db/actors.ts"
import { changeReading } from "../../accounts/settings/change-reading.ts"
import { enact } from "../../moderation/enact.ts"
import { linksBack } from "../../people/links-back.ts"
import { linkIn } from "../../people/profile.ts"
import { keepVerified, updateProfile } from "../../people/update-profile.ts"
import type { Refused } from "../../result.ts"
import type { Elsewhere } from "../elsewhere.ts"
import { type Form, formOf } from "../forms.ts"
import { portraitOf } from "../media/here.ts"
import { quietPage } from "../page.ts"
import { ProfilePage, ReadingPage } from "../pages/settings/profile.tsx"
import { isLocale } from "../reader.ts"
import { type Asked, kept, settingOf } from "./setting.ts"

const lines = 4

export const showProfile = async (asked: Asked, refused?: Refused, typed?: Form) => {
	const { c, actor, account } = asked
	const known = Array.from(
		{ length: lines },
		(_, n) => account.fields[n] ?? { name: "", value: "", verifiedAt: null },
	)
	const shown = typed
		? {
				name: typed.name ?? "",
				about: typed.about ?? "",
				fields: known.map((_, n) => ({
					name: typed[`label_${n}`] ?? "",
					value: typed[`value_${n}`] ?? "",
					verifiedAt: null,
				})),
				groupsShown: typed.groups_shown === "anyone",
			}
		: { name: actor.name, about: account.about, fields: known, groupsShown: account.groupsShown === "anyone" }
	const page = (
		<ProfilePage
			{...(await settingOf(asked, refused))}
			{...shown}
			handle={actor.handle}
			url={actor.url}
			portrait={portraitOf((await findActor(asked.world.db, actor.id)) ?? actor)}
		/>
	)
	return quietPage(c, page, refused ? 422 : 200)
}

/** Keeps a profile, and looks at once whether the pages it links to link back. */
export const takeProfile = (elsewhere: Elsewhere) => async (asked: Asked) => {
	const { c, world, actor } = asked
	const form = await formOf(c)
	const fields = Array.from({ length: lines }, (_, n) => ({
		name: form[`label_${n}`] ?? "",
		value: form[`value_${n}`] ?? "",
	})).filter(({ name, value }) => name && value)
	const { name = "", about = "" } = form
	const groupsShown = form.groups_shown === "anyone" ? ("anyone" as const) : ("members" as const)
	const wish = { actorId: actor.id, name, about, fields, groupsShown }
	const updated = await enact(world, (tx) => updateProfile(world, tx, wish))
	if (!updated.ok) return showProfile(asked, updated, form)
	await verify(
		asked,
		elsewhere,
		fields.map(({ value }) => value),
	)
	return kept(asked, "/settings/profile")
}

const verify = async ({ world, actor }: Asked, { readPage }: Elsewhere, values: string[]): Promise<void> => {
	const looked = values.filter((value) => linkIn(value))
	if (looked.length === 0) return
	const own = [actor.url, actor.uri]
	const pages = await Promise.all(looked.map((value) => readPage(linkIn(value)!)))
	const back = looked.filter((_, n) => pages[n] && linksBack(pages[n], own))
	await enact(world, (tx) => keepVerified(world, tx, { actorId: actor.id, looked, back }))
}

export const showReading = async (asked: Asked, refused?: Refused) => {
	const { c, account } = asked
	const zones = ["UTC", ...Intl.supportedValuesOf("timeZone")]
	const shown = { language: account.language ?? "", timeZone: account.timeZone ?? "", zones }
	return quietPage(c, <ReadingPage {...(await settingOf(asked, refused))} {...shown} />, refused ? 422 : 200)
}

export const takeReading = async (asked: Asked) => {
	const { c, world, actor } = asked
	const { reads = "", time_zone = "" } = await formOf(c)
	const language = isLocale(reads) ? reads : null
	const change = { actorId: actor.id, language, timeZone: time_zone || null }
	const changed = await enact(world, (tx) => changeReading(world, tx, change))
	return changed.ok ? kept(asked, "/settings/reading") : showReading(asked, changed)
}
