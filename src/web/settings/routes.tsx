import { Hono } from "hono"
import type { World } from "../../world.ts"
import { ownForm } from "../forms.ts"
import { gatherServer } from "../gather.ts"
import { quietPage } from "../page.ts"
import { SettingsPage } from "../pages/settings/index.tsx"
import { needsFresh, needsYou } from "../session.ts"
import { invitesOthers, showInvites, takeInvite, takeInviteBack } from "./invites.tsx"
import * as login from "./login.tsx"
import { type Asked, asked, unhurried } from "./setting.ts"

/** Every page on which people set something for themselves. What opens their account is asked about only lately proven people. */
export const settingsRoutes = (world: World): Hono => {
	const app = new Hono()
	const form = ownForm(world)
	const to = (answer: (asked: Asked) => Promise<Response>) => asked(world, answer)
	app.use("/settings/*", needsYou, unhurried(world))
	for (const path of ["/settings/password", "/settings/passkeys", "/settings/codes", "/settings/email"]) {
		app.use(path, needsFresh(world, path))
		app.use(`${path}/remove`, needsFresh(world, path))
	}
	app.get("/settings", to(showSettings))
	app.get("/settings/welcome", to(login.showWelcome))
	app.get(
		"/settings/password",
		to((one) => login.showPassword(one)),
	)
	app.post("/settings/password", form, to(login.takePassword))
	app.post("/settings/password/remove", form, to(login.takeNoPassword))
	app.get(
		"/settings/passkeys",
		to((one) => login.showPasskeys(one)),
	)
	app.post("/settings/passkeys", form, to(login.takePasskeyMade))
	app.post("/settings/passkeys/remove", form, to(login.takePasskeyAway))
	app.get(
		"/settings/email",
		to((one) => login.showEmail(one)),
	)
	app.post("/settings/email", form, to(login.takeEmail))
	app.post("/settings/email/remove", form, to(login.takeNoEmail))
	app.get("/settings/email/:token", to(login.showConfirmEmail))
	app.post("/settings/email/:token", form, to(login.takeConfirmEmail))
	app.get(
		"/settings/sessions",
		to((one) => login.showSessions(one)),
	)
	app.post("/settings/sessions/end", form, to(login.takeSessionEnd))
	app.post("/settings/sessions/end-all", form, to(login.takeAllSessionsEnd))
	app.get(
		"/settings/codes",
		to((one) => login.showCodes(one)),
	)
	app.post("/settings/codes", form, to(login.takeCodes))
	app.get(
		"/settings/invites",
		to((one) => showInvites(one)),
	)
	app.post("/settings/invites", form, to(takeInvite))
	app.post("/settings/invites/revoke", form, to(takeInviteBack))
	return app
}

const showSettings = async (one: Asked) => {
	const { c, world, actor } = one
	const shown = { letters: world.mail !== undefined, invites: await invitesOthers(one) }
	return quietPage(c, <SettingsPage server={await gatherServer(world, actor)} {...shown} />)
}
