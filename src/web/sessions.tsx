import type { Context } from "hono"
import { findServer } from "../../db/server.ts"
import { isFresh } from "../accounts/account.ts"
import { signIn } from "../accounts/sign-in.ts"
import { handleOf } from "../people/actor.ts"
import type { World } from "../world.ts"
import { formOf, ownPath } from "./forms.ts"
import { deviceIn, fromOf } from "./from.ts"
import { gatherServer } from "./gather.ts"
import { quietPage } from "./page.ts"
import { SignInPage, type SignInPageProps } from "./pages/sign-in.tsx"
import { dropToken, keepToken, signedInOf } from "./session.ts"

type Shown = Pick<SignInPageProps, "name" | "next" | "again" | "wrong">

const signInPage = async (c: Context, world: World, shown: Shown, status: 200 | 422 | 429 = 200) => {
	const server = await gatherServer(world, null)
	const registrations = (await findServer(world.db))?.registrations
	const ways = {
		letters: world.mail !== undefined,
		signUp: registrations === "open" || registrations === "request",
	}
	return quietPage(c, <SignInPage server={server} {...shown} ways={ways} />, status)
}

/** The way in for those who have an account here; with `again`, for those who are in and are asked once more. */
export const showSignIn = (world: World) => async (c: Context) => {
	const next = ownPath(c.req.query("next"), world.origin)
	const known = signedInOf(c)
	const again = c.req.query("again") === "1" && known !== null
	if (known && (!again || isFresh(known.session, world.ports.now()))) return c.redirect(next, 303)
	return signInPage(c, world, { name: known ? handleOf(known.actor) : "", next, again })
}

export const takeSignIn = (world: World) => async (c: Context) => {
	const { name = "", password = "", next } = await formOf(c)
	const onward = ownPath(next, world.origin)
	const result = await signIn(world, { name, password, from: fromOf(c), device: deviceIn(c) })
	if (result.ok) {
		await keepToken(c, world, result.value)
		return c.redirect(onward, 303)
	}
	const { reason, wait } = { wait: undefined, ...result }
	if (wait) c.header("Retry-After", String(wait))
	const shown = { name: name.slice(0, 300), next: onward, again: signedInOf(c) !== null, wrong: reason }
	return signInPage(c, world, shown, wait ? 429 : 422)
}

export const takeSignOut = (world: World) => async (c: Context) => {
	await dropToken(c, world)
	return c.redirect("/", 303)
}
