import { Feed } from "feed"

export const feedFormats = ["atom", "rss", "json"] as const
export type FeedFormat = (typeof feedFormats)[number]

export const feedTypes: Readonly<Record<FeedFormat, string>> = {
	atom: "application/atom+xml",
	rss: "application/rss+xml",
	json: "application/feed+json",
}

/** Names, and the same in every language. */
export const feedNames: Readonly<Record<FeedFormat, string>> = { atom: "Atom", rss: "RSS", json: "JSON" }

export type FeedEntry = {
	/** The post's own id, wherever it lives; readers tell by it what they have seen. */
	id: string
	link: string
	/** Plain text. */
	title: string
	/** Clean HTML. */
	html: string
	author: { name: string; url: string }
	at: Date
	changedAt: Date
}

export type FeedAbout = {
	/** The page that it is a feed of; feeds stand beside it as `feed.atom` and so on. */
	page: string
	title: string
	about: string
	language: string
	/** Read with a key, which stands nowhere in it: it does not say where it is found. */
	secret: boolean
	/** What it says of itself while there is nothing in it. */
	since: Date
}

/** A feed as a text: Atom (RFC 4287), RSS 2.0 or JSON Feed 1. The same entries always make the same text. */
export const feedOf = (format: FeedFormat, about: FeedAbout, entries: FeedEntry[]): string => {
	const { page, language, since, secret } = about
	const feed = new Feed({
		id: page,
		link: page,
		title: lawful(about.title),
		description: lawful(about.about),
		language,
		updated: new Date(Math.max(since.getTime(), ...entries.map(({ changedAt }) => changedAt.getTime()))),
		...(!secret && { feedLinks: Object.fromEntries(feedFormats.map((one) => [one, `${page}/feed.${one}`])) }),
		generator: "Snug",
		copyright: "",
	})
	for (const entry of entries) feed.addItem(itemOf(format, entry))
	return format === "atom" ? feed.atom1() : format === "rss" ? feed.rss2() : feed.json1()
}

const itemOf = (format: FeedFormat, entry: FeedEntry) => ({
	id: entry.id,
	link: entry.link,
	// In Atom and RSS a title is read as HTML, in JSON Feed as the words they are.
	title: format === "json" ? lawful(entry.title) : escapeText(lawful(entry.title)),
	...(entry.html && { content: unsplit(lawful(entry.html)) }),
	author: [{ name: lawful(entry.author.name), link: entry.author.url }],
	published: entry.at,
	date: entry.changedAt,
})

// XML 1.0 §2.2: one of these and a reader refuses the whole feed.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
const unlawful = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
const lawful = (text: string): string => text.toWellFormed().replace(unlawful, "")

const escapeText = (text: string): string =>
	text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;")

/** What would end the section that HTML stands in; in HTML both are the same. */
const unsplit = (html: string): string => html.replaceAll("]]>", "]]&gt;")
