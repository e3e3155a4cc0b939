import type { Context, MiddlewareHandler } from "hono"
import { bodyLimit } from "hono/body-limit"
import { limits } from "../limits.ts"
import { gate } from "../media/gate.ts"
import type { World } from "../world.ts"
import { t } from "./language.tsx"
import { tokenIn } from "./session.ts"

const noMoreThan = (maxSize: number) =>
	bodyLimit({ maxSize, onError: (c) => c.text(t("That is more than a form can hold."), 413) })

/** Lets no form through that is larger than any of ours. */
export const small = noMoreThan(limits.formBytes)

/** The same for what people write: 20 000 characters, each at its longest in a form, and what stands around them. */
const long = noMoreThan(limits.longFormBytes)

/** The same for a list of servers. */
export const wholeList = noMoreThan(limits.domainListBytes)
const large = noMoreThan(limits.uploadBytes)

/** Pictures come through a narrow way, a few at a time: what a form holds is held in memory until it has been looked at. */
const parcels = gate(limits.uploadsAtOnce, limits.uploadsWaiting)

/** A form that may hold pictures, of somebody who is signed in as far as one can tell; of anybody else only the words. */
const parcel =
	(world: World): MiddlewareHandler =>
	async (c, next) => {
		const isParcel = /^multipart\//i.test(c.req.header("content-type") ?? "") && tokenIn(c, world) !== null
		if (!isParcel) return long(c, next)
		const answer = await parcels.through(async () => large(c, next))
		if (answer !== "full") return answer
		c.header("Retry-After", "20")
		return c.text(
			t("Many pictures are being brought just now. Please go back, and send it again in a moment."),
			503,
		)
	}

/**
 * Lets a form through that one of our own pages sent, and nothing else. Browsers say where a form comes from, in Origin
 * and Sec-Fetch-Site; what says neither is no browser's form (libraries.md G2, G3: looking at the type alone is not enough).
 */
export const ownForm = ({ origin }: World, limit = small): MiddlewareHandler => {
	return async (c, next) => {
		if (!isOurs(c, origin.origin))
			return c.text(
				t("That form did not come from this server. Please open {{address}} and try again from there.", {
					address: origin.origin,
				}),
				403,
			)
		if (
			!/^(application\/x-www-form-urlencoded|multipart\/form-data)\s*(;|$)/i.test(
				c.req.header("content-type") ?? "",
			)
		)
			return c.text(t("That is not a form."), 415)
		return limit(c, next)
	}
}

/** The same for a form that holds a whole post, and pictures with it. */
export const ownLetter = (world: World): MiddlewareHandler => ownForm(world, parcel(world))

const isOurs = (c: Context, ours: string): boolean => {
	const [from, site] = [c.req.header("origin"), c.req.header("sec-fetch-site")]
	if (from === undefined && site === undefined) return false
	return (from === undefined || from === ours) && (site === undefined || site === "same-origin")
}

export type Form = Record<string, string>

/** The texts of a form that was sent; a file, or a body that cannot be read, counts as nothing. */
export const formOf = async (c: Context): Promise<Form> => {
	const body = await c.req.parseBody().catch(() => ({}))
	const texts = Object.entries(body).filter(
		(entry): entry is [string, string] => typeof entry[1] === "string",
	)
	// PostgreSQL keeps no NUL in a text.
	return Object.fromEntries(texts.map(([name, value]) => [name, value.replaceAll("\0", "").trim()]))
}

/** The files of a form under a name; a browser sends an empty one when none was chosen. */
export const filesOf = async (c: Context, name: string): Promise<File[]> => {
	if (!/^multipart\//i.test(c.req.header("content-type") ?? "")) return []
	const body = await c.req.formData().catch(() => null)
	return (body?.getAll(name) ?? []).filter((one): one is File => typeof one !== "string" && one.size > 0)
}

/**
 * Where a form says to go next, if that is a place of ours, else the first page. Browsers read `//`, `/\` and a slash
 * followed by a tab as the beginning of another server's name.
 */
export const ownPath = (text: string | undefined, origin: URL): string => {
	if (!text || text.length > 500 || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(text) || !URL.canParse(text, origin))
		return "/"
	const url = new URL(text, origin)
	return url.origin === origin.origin && !url.pathname.startsWith("//") ? `${url.pathname}${url.search}` : "/"
}

/** What a form or an address names something by, if it can be such a name: PostgreSQL takes no other text for one. */
export const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
