import type { Context } from "hono"
import { createGroup, mayCreate } from "../../groups/create-group.ts"
import { nameProblem } from "../../groups/group.ts"
import { problemsOf } from "../../groups/update-group.ts"
import { handleProblem } from "../../people/actor.ts"
import type { World } from "../../world.ts"
import { type Form, formOf } from "../forms.ts"
import { gatherServer } from "../gather.ts"
import { t } from "../language.tsx"
import { quietPage } from "../page.ts"
import { NewGroupPage } from "../pages/groups/new.tsx"
import { MessagePage } from "../pages/message.tsx"
import { languageHere } from "../reader.ts"
import { signedInOf } from "../session.ts"
import { languageNames } from "../speaking/language-names.ts"

export const showNew = (world: World) => async (c: Context) => {
	const { actor } = signedInOf(c)!
	const allowed = await mayCreate(world.db, { actorId: actor.id })
	return allowed.ok ? form(c, world, {}, {}) : notYours(c, world, allowed.reason)
}

/** Opens a group, with whoever asks as its owner. */
export const takeNew = (world: World) => async (c: Context) => {
	const { actor } = signedInOf(c)!
	const typed = await formOf(c)
	const { name = "", handle = "", joining = "open", language = "en" } = typed
	const about = (typed.about ?? "").replaceAll("\r\n", "\n")
	const wish = { name, handle, about, joining, language, ownerId: actor.id }
	const errors = problemsIn(wish)
	if (Object.keys(errors).length > 0) return form(c, world, typed, errors)
	const made = await createGroup(world, wish, { actorId: actor.id })
	if (made.ok) return c.redirect(`/@${made.value.handle}/settings?new=1`, 303)
	if (made.code === "forbidden") return notYours(c, world, made.reason)
	return form(c, world, typed, { [made.code === "taken" ? "handle" : "form"]: made.reason })
}

const problemsIn = ({ name, handle, about, joining, language }: Form): Record<string, string> => {
	const short = handle!.replace(/^[@!]/, "").toLowerCase()
	const problems = { name: nameProblem(name!), handle: handleProblem(short) }
	const wrong = Object.entries(problems).flatMap(([field, problem]) => (problem ? [[field, problem]] : []))
	return {
		...Object.fromEntries(wrong),
		...problemsOf({ about: about!, joining: joining!, language: language! }),
	}
}

const form = async (c: Context, world: World, fields: Form, errors: Record<string, string>) => {
	const server = await gatherServer(world, signedInOf(c)!.actor)
	const here = languageHere().tag
	const chosen = fields.language ?? here
	const shown = { server, fields: { ...fields, language: chosen }, errors, languages: languageNames(chosen) }
	return quietPage(c, <NewGroupPage {...shown} />, Object.keys(errors).length > 0 ? 422 : 200)
}

const notYours = async (c: Context, world: World, reason: string) => {
	const server = await gatherServer(world, signedInOf(c)!.actor)
	const action = { href: "/", label: t("To the first page") }
	const title = t("Not yours to open")
	return quietPage(c, <MessagePage server={server} title={title} text={t(reason)} action={action} />, 403)
}
