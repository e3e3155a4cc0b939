import type { BlockList } from "node:net"
import { getConnInfo } from "@hono/node-server/conninfo"
import type { Context } from "hono"
import { signIn } from "../accounts/sign-in.ts"
import { signOut } from "../accounts/sign-out.ts"
import { clientAddress } from "../client-address.ts"
import type { World } from "../world.ts"
import { formOf, ownPath } from "./forms.ts"
import { gatherServer } from "./gather.ts"
import { quietPage } from "./page.ts"
import { SignInPage } from "./pages/sign-in.tsx"
import { dropToken, keepToken, tokenIn, youOf } from "./session.ts"

/** The way in for those who have an account here. */
export const showSignIn = (world: World) => async (c: Context) => {
	const next = ownPath(c.req.query("next"), world.origin)
	if (youOf(c)) return c.redirect(next, 303)
	return quietPage(c, <SignInPage server={await gatherServer(world, null)} name="" next={next} />)
}

export const takeSignIn = (world: World, trustedProxies: BlockList) => async (c: Context) => {
	const { name = "", password = "", next } = await formOf(c)
	const onward = ownPath(next, world.origin)
	const socket = getConnInfo(c).remote.address ?? ""
	const from = clientAddress(socket, c.req.header("x-forwarded-for"), trustedProxies)
	const result = await signIn(world, { name, password, from })
	if (!result.ok) {
		if (result.wait) c.header("Retry-After", String(result.wait))
		const server = await gatherServer(world, null)
		const shown = <SignInPage server={server} name={name.slice(0, 300)} next={onward} wrong={result.reason} />
		return quietPage(c, shown, result.wait ? 429 : 422)
	}
	const old = tokenIn(c, world)
	if (old) await signOut(world, old)
	keepToken(c, world, result.value)
	return c.redirect(onward, 303)
}

export const takeSignOut = (world: World) => async (c: Context) => {
	const token = tokenIn(c, world)
	if (token) await signOut(world, token)
	dropToken(c, world)
	return c.redirect("/", 303)
}
