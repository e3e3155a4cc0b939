import { domainToASCII } from "node:url"
import { limits } from "../limits.ts"
import type { Actor } from "../people/actor.ts"
import { inWords } from "./in-words.ts"

/** Whom words name: by a name alone somebody of this server is meant. */
export type Name = { handle: string; host: string }

// A name of another server may hold points and dashes, but not end in one: that ends the sentence.
const full =
	/(?<![\w@/.&-])@([\w](?:[\w.-]{0,62}\w)?)@((?:[\p{L}\p{N}-]+\.)*[\p{L}\p{N}-]*[\p{L}\p{N}](?::\d{1,5})?)(?![\w@-])/gu
const bare = /(?<![\w@/.&-])@([a-z0-9_]{2,30})(?![\w@])/gi

/** The names in what was written here, as HTML; in links and in code nobody is named. At most twenty. */
export const namesIn = (html: string, origin: URL): Name[] => {
	if (!html.includes("@")) return []
	const names = new Map<string, Name>()
	const note = (handle: string, host: string) =>
		names.set(keyOf({ handle, host }), { handle: handle.toLowerCase(), host })
	inWords(html, (words) => {
		const rest = words.replace(full, (_, handle: string, host: string) => {
			const ascii = asciiOf(host)
			if (ascii) note(handle, ascii)
			return " "
		})
		for (const [, handle] of rest.matchAll(bare)) note(handle!, origin.host)
		return words
	})
	return [...names.values()].slice(0, limits.mentions)
}

/** The same HTML in which the names of these people lead to them, written as peers read a mention (Mastodon, Misskey). */
export const withNameLinks = (html: string, people: readonly Actor[], origin: URL): string => {
	if (people.length === 0) return html
	const known = new Map(people.map((person) => [keyOf(person), person]))
	const link = (whole: string, name: Name | null): string => {
		const person = name && known.get(keyOf(name))
		return person && /^https?:/.test(person.url) ? linkTo(person, whole) : whole
	}
	return inWords(html, (words) =>
		words
			.split(full)
			.map((part, at, parts) => {
				// Of three parts that a split leaves, the second and third are the name and the server.
				if (at % 3 === 1) return ""
				if (at % 3 === 0)
					return part.replace(bare, (whole, handle: string) => link(whole, { handle, host: origin.host }))
				const [handle, host] = [parts[at - 1]!, asciiOf(part)]
				return link(`@${handle}@${part}`, host ? { handle, host } : null)
			})
			.join(""),
	)
}

/** The names that stand in it as links, whoever they lead to. */
export const linkedNames = (html: string, origin: URL): Name[] =>
	[...html.matchAll(/ class="u-url mention"[^>]*>@<span>([^<@]{1,80})(?:@([^<]{1,260}))?<\/span>/g)].flatMap(
		([, handle, written]) => {
			const host = written ? asciiOf(written) : origin.host
			return host ? [{ handle: handle!.toLowerCase(), host }] : []
		},
	)

/** Whether it links the name of somebody. */
export const links = (html: string, { url }: Pick<Actor, "url">): boolean =>
	html.includes(`<a href="${escaped(url)}" class="u-url mention"`)

const linkTo = ({ url }: Actor, written: string): string =>
	`<span class="h-card"><a href="${escaped(url)}" class="u-url mention" rel="nofollow noopener noreferrer ugc">@<span>${written.slice(1)}</span></a></span>`

const escaped = (url: string): string =>
	url.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;").replace(/>/g, "&gt;")

const keyOf = ({ handle, host }: Name): string => `${handle.toLowerCase()}@${host.toLowerCase()}`

/** A server's name as it is on the wire (müller.example is xn--mller-kva.example); null for what is none. */
const asciiOf = (host: string): string | null => {
	const [name, port] = host.split(":")
	const ascii = domainToASCII(name!)
	return ascii ? `${ascii}${port ? `:${port}` : ""}` : null
}
