import type { Context } from "hono"
import { limited } from "../../accounts/limits.ts"
import { beginVisit } from "../../accounts/visiting/begin-visit.ts"
import { returnFromHome } from "../../accounts/visiting/return-from-home.ts"
import type { Actor } from "../../people/actor.ts"
import type { World } from "../../world.ts"
import type { Elsewhere } from "../elsewhere.ts"
import { deviceIn, fromOf } from "../from.ts"
import { gatherServer } from "../gather.ts"
import { t } from "../language.tsx"
import { quietPage } from "../page.ts"
import { MessagePage } from "../pages/message.tsx"
import { browserHash, keepToken } from "../session.ts"

/** Somebody comes back from their own server, with what it has to say of them. */
export const showBack = (world: World, elsewhere: Elsewhere) => async (c: Context) => {
	const wait = limited(world, ["link from", fromOf(c)])
	if (wait) {
		c.header("Retry-After", String(wait.wait))
		return tell(c, world, t("Please wait"), t(wait.reason), 429)
	}
	const { state = "", code = "", iss, error } = c.req.query()
	const appId = c.req.param("id")!
	const hash = browserHash(c, world)
	const returned = await returnFromHome(world, { state, browserHash: hash, appId, issuer: iss ?? null })
	if (!returned.ok) return tell(c, world, t("This link is closed"), t(returned.reason), 410)
	const { origin, verifier, next } = returned.value
	if (error || !code) return notYou(c, world)
	const name = await elsewhere.oauth.whoCame(origin, { code, verifier })
	const actor = name ? await themselves(elsewhere, origin, name) : null
	if (!actor) return notYou(c, world)
	const begun = await world.db.transaction((tx) => beginVisit(world, tx, { actor, device: deviceIn(c) }))
	if (!begun.ok) return tell(c, world, t("The door stays shut"), t(begun.reason), 403)
	await keepToken(c, world, begun.value)
	return c.redirect(next, 303)
}

/** Who a name is to the very server that gave it: by its WebFinger, in its own document, at its own origin. */
const themselves = async ({ lookUp }: Elsewhere, origin: string, name: string): Promise<Actor | null> => {
	const found = await lookUp(`@${name}@${new URL(origin).host}`)
	if (!("id" in found) || found.local) return null
	const isTheirs = new URL(found.uri).origin === origin && found.handle.toLowerCase() === name.toLowerCase()
	return isTheirs ? found : null
}

const notYou = (c: Context, world: World) =>
	tell(
		c,
		world,
		t("You are not signed in"),
		t("Your own server did not say who you are. Perhaps you said no there, perhaps it took too long."),
		403,
	)

const tell = async (c: Context, world: World, title: string, text: string, status: 403 | 410 | 429) =>
	quietPage(
		c,
		<MessagePage
			server={await gatherServer(world, null)}
			title={title}
			text={text}
			action={{ href: "/login/elsewhere", label: t("Try again") }}
		/>,
		status,
	)
