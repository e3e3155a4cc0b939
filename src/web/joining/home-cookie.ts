import type { Context } from "hono"
import { getCookie, setCookie } from "hono/cookie"
import { limits } from "../../limits.ts"
import { handleOf } from "../../people/actor.ts"
import { type Home, readAddress } from "../../people/home.ts"
import type { World } from "../../world.ts"
import { cookieOf, youOf } from "../session.ts"

/** Which server somebody said they are on, so that they need not type it again; it is kept in their browser alone. */
export const homeIn = (c: Context, world: World): string => {
	const you = youOf(c)
	if (you && !you.local) return handleOf(you)
	const kept = getCookie(c, cookieOf(world, "snug-home").name) ?? ""
	return readAddress(kept) ? kept : ""
}

export const keepHome = (c: Context, world: World, { name, host }: Pick<Home, "name" | "host">): void => {
	const { name: cookie, options } = cookieOf(world, "snug-home")
	setCookie(c, cookie, name ? `@${name}@${host}` : host, { ...options, maxAge: limits.homeKept / 1000 })
}
