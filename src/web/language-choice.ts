import type { Context, MiddlewareHandler } from "hono"
import { getCookie, setCookie } from "hono/cookie"
import type { Account } from "../../db/accounts.ts"
import { changeReading } from "../accounts/settings/change-reading.ts"
import { enact } from "../moderation/enact.ts"
import type { World } from "../world.ts"
import { accepted } from "./accepted-language.ts"
import { formOf, ownPath } from "./forms.ts"
import { isLocale, type Locale, type Reader, readAs } from "./reader.ts"
import { signedInOf } from "./session.ts"

/** How long a browser keeps the choice, in seconds: a year. */
const kept = 365 * 86_400

const cookieOf = ({ origin }: World) => {
	const secure = origin.protocol === "https:"
	return {
		name: secure ? "__Host-snug-language" : "snug-language",
		options: { path: "/", httpOnly: true, sameSite: "Lax", secure, maxAge: kept } as const,
	}
}

/** Finds out in which language to answer, for every page behind it. Stands behind `knowsYou`. */
export const knowsReader =
	(world: World, usual: Locale): MiddlewareHandler =>
	(c, next) =>
		readAs(readerOf(c, world, usual), next)

// The one place that decides: what comes first in here wins.
const readerOf = (c: Context, world: World, usual: Locale): Reader => {
	const own = signedInOf(c)?.account
	const chosen = own?.language ?? getCookie(c, cookieOf(world).name)
	return {
		locale: isLocale(chosen) ? chosen : (accepted(c.req.header("accept-language")) ?? usual),
		zone: own?.timeZone ?? "UTC",
		...(c.req.method !== "GET" && { cameFrom: cameFrom(c, world) }),
	}
}

/** Keeps the language somebody chose at the foot of a page, and shows them that page again. */
export const takeLanguage = (world: World) => async (c: Context) => {
	const { language, next } = await formOf(c)
	const { name, options } = cookieOf(world)
	const own = signedInOf(c)
	if (isLocale(language)) setCookie(c, name, language, options)
	if (isLocale(language) && own) await changeOwn(world, own.account, language)
	return c.redirect(next ? ownPath(next, world.origin) : cameFrom(c, world), 303)
}

// What somebody set for themselves comes before the cookie, so it follows the choice.
const changeOwn = (world: World, { actorId, timeZone }: Account, language: Locale) =>
	enact(world, (tx) => changeReading(world, tx, { actorId, language, timeZone }))

// An address in every page would make two pages differ that must not: what is private, and what does not exist.
const cameFrom = (c: Context, { origin }: World): string => {
	const text = c.req.header("referer") ?? ""
	return text.startsWith(`${origin.origin}/`) ? ownPath(text.slice(origin.origin.length), origin) : "/"
}
