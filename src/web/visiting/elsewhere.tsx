import type { Context } from "hono"
import { askForVisit } from "../../accounts/visiting/ask-for-visit.ts"
import { limits } from "../../limits.ts"
import type { Home } from "../../people/home.ts"
import type { Refused } from "../../result.ts"
import type { World } from "../../world.ts"
import type { Elsewhere } from "../elsewhere.ts"
import { formOf, ownPath } from "../forms.ts"
import { gatherServer } from "../gather.ts"
import { askHome } from "../joining/ask-home.ts"
import { homeIn, keepHome } from "../joining/home-cookie.ts"
import { t } from "../language.tsx"
import { statusOf } from "../other-ways.tsx"
import { quietPage } from "../page.ts"
import { OnwardPage } from "../pages/joining/onward.tsx"
import { ElsewherePage, NoWayPage } from "../pages/visiting/elsewhere.tsx"
import { browserHash, youOf } from "../session.ts"
import { sendCode } from "./code.tsx"

/** Where somebody signs in with the account they have on another server. */
export const showElsewhere = (world: World) => async (c: Context) => {
	const next = ownPath(c.req.query("next"), world.origin)
	if (youOf(c)) return c.redirect(next, 303)
	return show(c, world, { home: homeIn(c, world), next })
}

const show = async (
	c: Context,
	world: World,
	{ home, next }: { home: string; next: string },
	refused?: Refused,
) => {
	const shown = { home: home.slice(0, limits.homeTyped), next, ...(refused && { wrong: refused.reason }) }
	const page = <ElsewherePage server={await gatherServer(world, null)} {...shown} />
	return quietPage(c, page, refused ? statusOf(c, refused) : 200)
}

/** Brings somebody to their own server, which asks them; or sends them a code, if they want one or it has no such way. */
export const takeElsewhere = (world: World, elsewhere: Elsewhere) => async (c: Context) => {
	const { home: typed = "", next: wished, way } = await formOf(c)
	const next = ownPath(wished, world.origin)
	const again = (refused: Refused) => show(c, world, { home: typed, next }, refused)
	if (way === "code") {
		const sent = await sendCode(c, world, elsewhere, { typed, next })
		return sent.ok ? c.redirect("/login/elsewhere/code", 303) : again(sent)
	}
	const home = await askHome(c, world, elsewhere, typed)
	if (!home.ok) return again(home)
	keepHome(c, world, home.value)
	const client = await elsewhere.oauth.client(home.value.origin)
	if (!client) return noWay(c, world, home.value, next)
	const asked = await askForVisit(world, {
		origin: home.value.origin,
		browserHash: browserHash(c, world),
		next,
	})
	if (!asked.ok) return again(asked)
	const to = elsewhere.oauth.authorizePage(home.value.origin, client, asked.value)
	const text = t("Your own server asks whether it is you, and tells us your name; nothing else is asked for.")
	return quietPage(c, <OnwardPage server={await gatherServer(world, null)} to={to} text={text} />)
}

const noWay = async (c: Context, world: World, { name, host }: Home, next: string) => {
	const server = await gatherServer(world, null)
	return quietPage(
		c,
		<NoWayPage server={server} host={host} home={name ? `@${name}@${host}` : ""} next={next} />,
	)
}
