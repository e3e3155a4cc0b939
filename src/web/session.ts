import type { Context, MiddlewareHandler } from "hono"
import { deleteCookie, getCookie, setCookie } from "hono/cookie"
import { sessionSeconds, signedIn } from "../accounts/session.ts"
import type { Actor } from "../people/actor.ts"
import type { Viewer } from "../posts/post.ts"
import type { World } from "../world.ts"

/** Browsers keep a `__Host-` cookie to this very host and to https (RFC 6265bis §4.1.3); a trial on plain http cannot have one. */
const cookieOf = ({ origin }: World) => {
	const secure = origin.protocol === "https:"
	return {
		name: secure ? "__Host-snug" : "snug",
		options: { path: "/", httpOnly: true, sameSite: "Lax", secure } as const,
	}
}

/** The secret in the browser's cookie, whatever it is worth. */
export const tokenIn = (c: Context, world: World): string | null => getCookie(c, cookieOf(world).name) ?? null

export const keepToken = (c: Context, world: World, token: string): void => {
	const { name, options } = cookieOf(world)
	setCookie(c, name, token, { ...options, maxAge: sessionSeconds })
}

export const dropToken = (c: Context, world: World): void => {
	const { name, options } = cookieOf(world)
	deleteCookie(c, name, options)
}

/** Finds out who is asking, for every page behind it. */
export const knowsYou =
	(world: World): MiddlewareHandler =>
	async (c, next) => {
		const token = tokenIn(c, world)
		if (token) c.set("you", await signedIn(world, token))
		await next()
	}

/** Who is signed in, if anybody. */
export const youOf = (c: Context): Actor | null => c.get("you") ?? null

export const viewerOf = (you: Actor | null): Viewer => (you ? { actorId: you.id } : "anyone")
