import type { Context, MiddlewareHandler } from "hono"
import { deleteCookie, getCookie, setCookie } from "hono/cookie"
import type { SignedIn } from "../../db/sessions.ts"
import { isFresh } from "../accounts/account.ts"
import { hashOfToken, looksLikeToken, present, sessionSeconds } from "../accounts/session.ts"
import { signOut } from "../accounts/sign-out.ts"
import type { Actor } from "../people/actor.ts"
import { newSecret } from "../ports.ts"
import type { Viewer } from "../posts/post.ts"
import type { World } from "../world.ts"

/** Browsers keep a `__Host-` cookie to this very host and to https (RFC 6265bis §4.1.3); a trial on plain http cannot have one. */
export const cookieOf = ({ origin }: World, what = "snug") => {
	const secure = origin.protocol === "https:"
	return {
		name: secure ? `__Host-${what}` : what,
		options: { path: "/", httpOnly: true, sameSite: "Lax", secure } as const,
	}
}

/** The secret in the browser's cookie, whatever it is worth. */
export const tokenIn = (c: Context, world: World): string | null => getCookie(c, cookieOf(world).name) ?? null

/** Somebody has signed in: their browser gets a new secret, and the one it had opens nothing any more. */
export const keepToken = async (c: Context, world: World, token: string): Promise<void> => {
	const old = tokenIn(c, world)
	if (old) await signOut(world, old, token)
	const { name, options } = cookieOf(world)
	setCookie(c, name, token, { ...options, maxAge: sessionSeconds })
}

export const dropToken = async (c: Context, world: World): Promise<void> => {
	const old = tokenIn(c, world)
	if (old) await signOut(world, old)
	const { name, options } = cookieOf(world)
	deleteCookie(c, name, options)
}

/** By what a browser is known before anybody has signed in: a challenge is for the browser that asked for it. */
export const browserHash = (c: Context, world: World): string => {
	const { name, options } = cookieOf(world, "snug-browser")
	const known = getCookie(c, name) ?? ""
	if (looksLikeToken(known)) return hashOfToken(known)
	const fresh = newSecret()
	setCookie(c, name, fresh, { ...options, maxAge: 3600 })
	return hashOfToken(fresh)
}

/** Finds out who is asking, for every page behind it. */
export const knowsYou =
	(world: World): MiddlewareHandler =>
	async (c, next) => {
		const token = tokenIn(c, world)
		const known = token ? await present(world, token) : null
		c.set("signed-in", known?.account ? known : null)
		c.set("you", known?.actor ?? null)
		await next()
	}

/** Who is signed in, if anybody: with an account here, or as a guest with one on another server (`local` is false). */
export const youOf = (c: Context): Actor | null => c.get("you") ?? null

/** Who is signed in with an account here, and this session; behind `needsYou` there is somebody. */
export const signedInOf = (c: Context): SignedIn | null => c.get("signed-in") ?? null

export const viewerOf = (you: Actor | null): Viewer => (you ? { actorId: you.id } : "anyone")

/** Lets those through who are signed in; others sign in first, and come back to the page. */
export const needsYou: MiddlewareHandler = async (c, next) => {
	if (signedInOf(c)) return next()
	return c.redirect(`/login?next=${encodeURIComponent(c.req.path)}`, 303)
}

/** Lets those through who have lately shown who they are; others do it again, and come back to the page. */
export const needsFresh =
	(world: World, back: string): MiddlewareHandler =>
	async (c, next) => {
		const known = signedInOf(c)
		if (known && isFresh(known.session, world.ports.now())) return next()
		return c.redirect(`/login?again=1&next=${encodeURIComponent(back)}`, 303)
	}
