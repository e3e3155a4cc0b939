import { limits } from "../limits.ts"

/** What somebody wants to do from their own server: follow a group, or open a post to answer it. */
export type Wish =
	| { what: "follow"; uri: string; handle: string; host: string }
	| { what: "reply"; uri: string; handle: string; host: string }

/** How their server lets others lead people to a page of its own; templates with {names} in them. */
export type Intents = {
	/** FEP-3b86, one for each. */
	follow?: string
	object?: string
	create?: string
	/** The older way, of OStatus, which most have. */
	subscribe?: string
}

/** Where somebody has their account, as far as their server tells everyone. */
export type Home = {
	/** What they typed, in its plain form: their name there, if they gave it, and the server it is on. */
	name: string | null
	host: string
	/** Where its pages are: `https://social.example`, which need not be the host of the handle. */
	origin: string
	/** What it runs, as NodeInfo names it; null where nobody asked, or it does not say. */
	software: string | null
	intents: Intents
}

const profile =
	/^\/(?:@|(?:users|u|user|profile|accounts|people|author)\/@?)([^/@]{1,100})(?:@([^/@]{1,253}))?\/?$/i

/**
 * Reads what people type when they are asked where their account is: @ana@m.example, ana@m.example, the address of their
 * page there, or only the server. Null when no server can be made out in it.
 */
export const readAddress = (typed: string): { name: string | null; host: string } | null => {
	const text = typed.normalize("NFC").trim().slice(0, limits.homeTyped)
	if (/^https?:\/\//i.test(text) || /^[^@\s]+\//.test(text)) return readPage(text)
	const [first = "", second, ...more] = text
		.replace(/^acct:/i, "")
		.replace(/^[@!]/, "")
		.split("@")
	if (more.length > 0) return null
	const host = hostIn(second ?? first)
	if (!host) return null
	if (second === undefined) return { name: null, host }
	return isName(first) ? { name: first, host } : null
}

const readPage = (text: string): { name: string | null; host: string } | null => {
	const url = URL.parse(/^https?:\/\//i.test(text) ? text : `https://${text}`)
	const host = url ? hostIn(url.host) : null
	if (!url || !host || url.username || url.password) return null
	const [, name, elsewhere] = profile.exec(decoded(url.pathname)) ?? []
	if (!name || !isName(name)) return { name: null, host }
	// Whoever looks at a page of their own on another server finds their whole handle in its address.
	return { name, host: (elsewhere && hostIn(elsewhere)) || host }
}

const isName = (text: string): boolean => /^[^\s/@:?#]{1,100}$/u.test(text)

const hostIn = (text: string): string | null => {
	if (text.length > 253 || !/^[^\s/@?#\\]+$/u.test(text)) return null
	const { host = "", pathname = "" } = URL.parse(`https://${text}/`) ?? {}
	const isNamed = /[^.]\.[^.]/.test(host) || /^localhost(:\d+)?$/.test(host)
	return isNamed && pathname === "/" ? host : null
}

const decoded = (text: string): string => {
	try {
		return decodeURIComponent(text)
	} catch {
		return text
	}
}

type Place = (wish: Wish) => string
const uri = (wish: Wish) => encodeURIComponent(wish.uri)
const community = ({ handle, host }: Wish) => encodeURIComponent(`!${handle}@${host}`)

const mastodon: Place = (wish) => `/authorize_interaction?uri=${uri(wish)}`
const pleroma: Place = (wish) => `/ostatus_subscribe?acct=${uri(wish)}`
const misskey: Place = (wish) => `/authorize-follow?acct=${uri(wish)}`
// The page that lemmy-ui's own button for people of other servers leads to; it finds posts as well.
const lemmy: Place = (wish) => `/activitypub/externalInteraction?uri=${uri(wish)}`
// Its search looks up what it does not know; before 1.8 the parameter had the shorter name.
const mbin: Place = (wish) => {
	const words = wish.what === "follow" ? community(wish) : uri(wish)
	return `/search?search%5Bq%5D=${words}&q=${words}`
}

/** Pages of software that does not tell by WebFinger, or whose people typed only their server. */
const known: Readonly<Record<string, Partial<Record<Wish["what"], Place>>>> = {
	mastodon: { follow: mastodon, reply: mastodon },
	hometown: { follow: mastodon, reply: mastodon },
	snug: { follow: mastodon, reply: mastodon },
	pleroma: { follow: pleroma, reply: pleroma },
	akkoma: { follow: pleroma, reply: pleroma },
	misskey: { follow: misskey, reply: misskey },
	sharkey: { follow: misskey, reply: misskey },
	firefish: { follow: misskey, reply: misskey },
	iceshrimp: { follow: misskey, reply: misskey },
	cherrypick: { follow: misskey, reply: misskey },
	lemmy: { follow: lemmy, reply: lemmy },
	mbin: { follow: mbin, reply: mbin },
	kbin: { follow: mbin, reply: mbin },
	piefed: { follow: ({ handle, host }) => `/community/lookup/${handle}/${encodeURIComponent(host)}` },
	friendica: { follow: (wish) => `/contact/follow?url=${uri(wish)}` },
}

/**
 * The page of somebody's own server where they follow a group or answer a post: by its activity intents (FEP-3b86), by its
 * subscribe template (OStatus), or by what is known of its software. Null when none of them is there.
 */
export const pageAtHome = (home: Home, wish: Wish): URL | null => {
	for (const address of candidates(home, wish)) {
		const url = address ? URL.parse(address, home.origin) : null
		if (url && isFit(url, home)) return url
	}
	return null
}

function* candidates({ intents, software }: Home, wish: Wish): Generator<string | undefined> {
	const object = { object: wish.uri, uri: wish.uri }
	if (wish.what === "follow") {
		if (intents.follow) yield filled(intents.follow, object)
		if (intents.subscribe) yield filled(intents.subscribe, object)
	} else {
		const content = `@${wish.handle}@${wish.host} `
		if (intents.create?.includes("{inReplyTo}"))
			yield filled(intents.create, { inReplyTo: wish.uri, content, type: "Note" })
		if (intents.object) yield filled(intents.object, object)
		// Friendica's follows people only.
		if (intents.subscribe && !intents.subscribe.includes("/contact/follow"))
			yield filled(intents.subscribe, object)
	}
	yield known[software ?? ""]?.[wish.what]?.(wish)
}

/** What a template does not get a value for is left out (FEP-3b86). */
const filled = (template: string, values: Record<string, string>): string =>
	template.replace(/\{([\w-]+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ""))

/** Only to a page, and only as safely as we speak with that server ourselves. */
const isFit = (url: URL, { origin }: Home): boolean =>
	(url.protocol === "https:" || (url.protocol === "http:" && origin.startsWith("http:"))) &&
	!url.username &&
	!url.password &&
	url.href.length <= 2000
