import { Hono } from "hono"
import { every } from "hono/combine"
import type { World } from "../../world.ts"
import type { Elsewhere } from "../elsewhere.ts"
import { ownForm, ownLetter } from "../forms.ts"
import { gatherServer } from "../gather.ts"
import { quietPage } from "../page.ts"
import { SettingsPage } from "../pages/settings/index.tsx"
import { needsFresh, needsYou } from "../session.ts"
import { showDeletion, takeDeletion } from "./deletion.tsx"
import { sendExport, showExport } from "./export.tsx"
import { showFeeds, takeFeedKey, takeFeedKeyBack } from "./feeds.tsx"
import { invitesOthers, showInvites, takeInvite, takeInviteBack } from "./invites.tsx"
import * as login from "./login.tsx"
import { showNewsSettings, takeNewsLevels, takeNewsMail, takePush, takePushAway } from "./notifications.tsx"
import * as others from "./others.tsx"
import { takePortrait } from "./portrait.tsx"
import { showProfile, showReading, takeProfile, takeReading } from "./profile.tsx"
import { type Asked, asked, unhurried } from "./setting.ts"

/** Every page on which people set something for themselves. What opens their account is asked about only lately proven people. */
export const settingsRoutes = (world: World, elsewhere: Elsewhere): Hono => {
	const app = new Hono()
	const form = every(ownForm(world), unhurried(world))
	const to = (answer: (asked: Asked) => Promise<Response>) => asked(world, answer)
	app.use("/settings/*", needsYou)
	for (const path of [
		"/settings/password",
		"/settings/passkeys",
		"/settings/codes",
		"/settings/email",
		"/settings/moving",
		"/settings/feeds",
		"/settings/delete",
	]) {
		app.use(path, needsFresh(world, path))
		app.use(`${path}/remove`, needsFresh(world, path))
	}
	app.use("/settings/moving/other", needsFresh(world, "/settings/moving"))
	app.get("/settings", to(showSettings))
	app.get("/settings/welcome", to(login.showWelcome))
	app.get("/settings/password", to(login.showPassword))
	app.post("/settings/password", form, to(login.takePassword))
	app.post("/settings/password/remove", form, to(login.takeNoPassword))
	app.get("/settings/passkeys", to(login.showPasskeys))
	app.post("/settings/passkeys", form, to(login.takePasskeyMade))
	app.post("/settings/passkeys/remove", form, to(login.takePasskeyAway))
	app.get("/settings/email", to(login.showEmail))
	app.post("/settings/email", form, to(login.takeEmail))
	app.post("/settings/email/remove", form, to(login.takeNoEmail))
	app.get("/settings/email/:token", to(login.showConfirmEmail))
	app.post("/settings/email/:token", form, to(login.takeConfirmEmail))
	app.get("/settings/sessions", to(login.showSessions))
	app.post("/settings/sessions/end", form, to(login.takeSessionEnd))
	app.post("/settings/sessions/end-all", form, to(login.takeAllSessionsEnd))
	app.get("/settings/codes", to(login.showCodes))
	app.post("/settings/codes", form, to(login.takeCodes))
	app.get("/settings/invites", to(showInvites))
	app.get("/settings/profile", to(showProfile))
	app.post("/settings/profile", form, to(takeProfile(elsewhere)))
	app.post("/settings/profile/picture", every(ownLetter(world), unhurried(world)), to(takePortrait))
	app.get("/settings/reading", to(showReading))
	app.post("/settings/reading", form, to(takeReading))
	app.get("/settings/blocks", to(others.showBlocks))
	app.post("/settings/blocks", form, to(others.takeBlock(elsewhere)))
	app.post("/settings/blocks/lift", form, to(others.takeUnblock))
	app.get("/settings/moving", to(others.showMoving))
	app.post("/settings/moving", form, to(others.takeMove(elsewhere)))
	app.post("/settings/moving/other", form, to(others.takeAlias(elsewhere)))
	app.get(
		"/settings/feeds",
		to((one) => showFeeds(one)),
	)
	app.get(
		"/settings/notifications",
		to((one) => showNewsSettings(one)),
	)
	app.post("/settings/notifications", form, to(takeNewsLevels))
	app.post("/settings/notifications/mail", form, to(takeNewsMail))
	app.post("/settings/notifications/push", form, to(takePush))
	app.post("/settings/notifications/push/remove", form, to(takePushAway))
	app.post("/settings/feeds", form, to(takeFeedKey))
	app.post("/settings/feeds/remove", form, to(takeFeedKeyBack))
	app.get("/settings/export", to(showExport(elsewhere)))
	app.get("/settings/export/:file", to(sendExport(elsewhere)))
	app.get(
		"/settings/delete",
		to((one) => showDeletion(one)),
	)
	app.post("/settings/delete", form, to(takeDeletion))
	app.post("/settings/invites", form, to(takeInvite))
	app.post("/settings/invites/revoke", form, to(takeInviteBack))
	return app
}

const showSettings = async (one: Asked) => {
	const { c, world, actor } = one
	const shown = {
		letters: world.mail !== undefined,
		invites: await invitesOthers(one),
		operator: one.account.operator,
	}
	return quietPage(c, <SettingsPage server={await gatherServer(world, actor)} {...shown} />)
}
