import { limits } from "../limits.ts"
import { inWords } from "./in-words.ts"
import { plainText } from "./markup.ts"

const letter = "[\\p{L}\\p{N}\\p{M}_]"
// Not in the middle of a word or an address, nor the number of a character (`&#39;`).
const written = `(?<![\\p{L}\\p{N}\\p{M}_&/#])#(${letter}{1,60})(?!${letter})`

/** A tag as it is kept and compared: no matter how it was written; null for what is none, such as a bare number. */
export const tagOf = (text: string): string | null => {
	const tag = text.normalize("NFKC").toLowerCase()
	return new RegExp(`^${letter}{1,60}$`, "u").test(tag) && /\p{L}/u.test(tag) ? tag : null
}

/** The tags that stand in a post's words, as anybody reads them there; in code nothing is a tag. At most twenty. */
export const tagsOf = ({ title, html }: { title: string | null; html: string }): string[] => {
	if (!html.includes("#") && !title?.includes("#")) return []
	const words = `${title ?? ""} ${plainText(html.replace(/<(code|pre)>[\s\S]*?<\/\1>/g, " "))}`
	const tags = [...words.matchAll(new RegExp(written, "gu"))].map(([, tag]) => tagOf(tag!))
	return [...new Set(tags)].filter((tag) => tag !== null).slice(0, limits.tags)
}

/** Clean HTML in which each tag leads to `base` and its name: those that stood bare, and those that led to another server. */
export const withTagLinks = (html: string, base: string): string => {
	const parts = html.split(/(<[^>]*>)/)
	const led = parts.map((part, at) => linkedAgain(parts, at, base) ?? part).join("")
	return inWords(led, (words) => linked(words, base))
}

const linked = (text: string, base: string): string =>
	text.replace(new RegExp(written, "gu"), (whole, name: string) => {
		const tag = tagOf(name)
		return tag ? `${opening(base, tag)}${whole}</a>` : whole
	})

/** The beginning of a link that Mastodon and others put around a tag, with its address changed; null for any other. */
const linkedAgain = (parts: string[], at: number, base: string): string | null => {
	if (!/^<a [^>]*class="[^"]*\bhashtag\b/.test(parts[at]!)) return null
	const text = parts.slice(at + 1, at + 12)
	const words = text.slice(0, text.indexOf("</a>")).filter((part) => !part.startsWith("<"))
	const name = words.join("").trim()
	const tag = name.startsWith("#") ? tagOf(name.slice(1)) : null
	return tag && opening(base, tag)
}

const opening = (base: string, tag: string): string =>
	`<a href="${base}${encodeURIComponent(tag)}" class="mention hashtag" rel="tag">`
