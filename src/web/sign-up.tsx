import type { Context } from "hono"
import { findInvite, type InviteShown } from "../../db/invites.ts"
import { findServer } from "../../db/server.ts"
import { findSignUpRequest } from "../../db/sign-up-requests.ts"
import { emailProblem, noteProblem, passwordProblem } from "../accounts/account.ts"
import { hashOfToken, looksLikeToken } from "../accounts/session.ts"
import { handleTyped } from "../accounts/sign-up.ts"
import { register, wayIn } from "../accounts/signing-up/register.ts"
import { handleProblem } from "../people/actor.ts"
import { renderMarkdown } from "../posts/markup.ts"
import type { World } from "../world.ts"
import { type Form, formOf } from "./forms.ts"
import { deviceIn, fromOf } from "./from.ts"
import { gatherServer } from "./gather.ts"
import { languageHere, t } from "./language.tsx"
import { missing } from "./missing.tsx"
import { statusOf } from "./other-ways.tsx"
import { quietPage } from "./page.ts"
import { MessagePage } from "./pages/message.tsx"
import { RequestPage, SignUpPage, type SignUpPageProps } from "./pages/sign-up.tsx"
import { keepToken, youOf } from "./session.ts"

type Said = { fields: Form; errors: Record<string, string>; status: 200 | 422 | 429 }
const nothing: Said = { fields: {}, errors: {}, status: 200 }

export const showSignUp = (world: World) => async (c: Context) => {
	if (youOf(c)) return c.redirect("/", 303)
	return signUpPage(c, world, "", nothing)
}

/** An invitation is a way in of its own. */
export const showInvite = (world: World) => async (c: Context) => {
	if (youOf(c)) return alreadyIn(c, world)
	return signUpPage(c, world, c.req.param("token")!, nothing)
}

const alreadyIn = async (c: Context, world: World) =>
	quietPage(
		c,
		<MessagePage
			server={await gatherServer(world, youOf(c))}
			title={t("You are in already")}
			text={t("This invitation is for somebody who has no account here yet. Hand it on to them.")}
		/>,
	)

const signUpPage = async (c: Context, world: World, invite: string, { fields, errors, status }: Said) => {
	const server = await gatherServer(world, null)
	const how = await wayIn(world, invite.slice(0, 100))
	if (!how.ok) {
		const { reason } = how
		const shown = <MessagePage server={server} title={t("The door is not open")} text={t(reason)} />
		return quietPage(c, shown, status === 429 ? 429 : how.code === "gone" ? 410 : 403)
	}
	const found = invite ? await findInvite(world.db, hashOfToken(invite), world.ports.now()) : null
	const props: SignUpPageProps = {
		server,
		fields,
		errors,
		asks: how.value === "request",
		letters: world.mail !== undefined,
		rulesHtml: renderMarkdown((await findServer(world.db))?.rules ?? ""),
		...(found && { invite: inviteView(found, invite) }),
	}
	return quietPage(c, <SignUpPage {...props} />, status)
}

const inviteView = ({ by, group }: InviteShown, token: string) => ({
	token,
	by: by?.name ?? null,
	group: group?.name ?? null,
})

export const takeSignUp = (world: World) => async (c: Context) => {
	const form = await formOf(c)
	if (youOf(c)) return c.redirect("/", 303)
	// No person fills in what no person sees.
	if (form.website) return c.redirect("/", 303)
	const { name = "", display_name = "", password = "", email = "", invite = "", note = "" } = form
	const { password: _, ...fields } = form
	const asks = !invite && (await findServer(world.db))?.registrations === "request"
	const errors = problemsOf(form, asks)
	if (Object.keys(errors).length > 0) return signUpPage(c, world, invite, { fields, errors, status: 422 })
	const result = await register(world, {
		name,
		displayName: display_name,
		password,
		email: world.mail ? email : "",
		invite,
		note,
		agreed: form.agreed === "yes",
		language: languageHere().tag,
		from: fromOf(c),
		device: deviceIn(c),
	})
	if (!result.ok) {
		const why = { [result.code === "taken" ? "name" : "form"]: result.reason }
		return signUpPage(c, world, invite, { fields, errors: why, status: statusOf(c, result) })
	}
	const { state, token } = result.value
	if (state === "waiting") return c.redirect(`/sign-up/request/${token}`, 303)
	await keepToken(c, world, token)
	return c.redirect(`/settings/welcome${world.mail && email ? "?sent=1" : ""}`, 303)
}

const problemsOf = (form: Form, asks: boolean): Record<string, string> => {
	const problems = {
		name: handleProblem(handleTyped(form.name ?? "")),
		password: passwordProblem(form.password ?? ""),
		email: form.email ? emailProblem(form.email) : null,
		note: asks ? noteProblem(form.note ?? "") : null,
	}
	const wrong = Object.entries(problems).filter((entry): entry is [string, string] => entry[1] !== null)
	return Object.fromEntries(wrong)
}

/** Where somebody who asked comes back to, to see what was answered. */
export const showRequest = (world: World) => async (c: Context) => {
	const token = c.req.param("token")!
	const request = looksLikeToken(token) ? await findSignUpRequest(world.db, hashOfToken(token)) : null
	if (!request) return missing(c, world)
	const { state, handle, reason } = request
	const server = await gatherServer(world, youOf(c))
	return quietPage(c, <RequestPage server={server} state={state} handle={handle} why={reason} />)
}
