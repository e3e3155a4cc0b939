import type { Group } from "../../groups/group.ts"
import type { Actor } from "../../people/actor.ts"
import { plainText } from "../../posts/markup.ts"
import type { Post } from "../../posts/post.ts"
import type { Submission } from "../policy.ts"

type Contents = Pick<Submission, "links" | "hosts" | "mentions" | "files">
type Around = { group: Pick<Group, "uri" | "url" | "handle" | "host">; author: Pick<Actor, "host"> }

/** What rules count in a post: where it leads, whom it names, and what comes with it. */
export const readContents = (
	{ html, attachments }: Pick<Post, "html" | "attachments">,
	{ group, author }: Around,
): Contents => {
	const [links, hosts, named] = [[] as string[], new Set<string>(), new Set<string>()]
	for (const { href, text } of anchorsIn(html)) {
		const host = hostOf(href)
		if (!host) continue
		hosts.add(host)
		if (isName(text)) named.add(href)
		// A tag leads to its author's own server; whatever leads elsewhere is a link, however it is written.
		else if (!(text.startsWith("#") && host === author.host)) links.push(host)
	}
	const ours = new Set([group.uri, group.url])
	const linked = [...named].filter((href) => !ours.has(href)).length
	const files = attachments.filter(({ mediaType }) => !mediaType.startsWith("text/"))
	for (const { url, mediaType } of attachments) {
		const host = mediaType.startsWith("text/") ? hostOf(url) : null
		if (host) hosts.add(host)
		if (host && !links.includes(host)) links.push(host)
	}
	return {
		links,
		hosts: [...hosts],
		mentions: Math.max(linked, namesIn(html, group)),
		files: { all: files.length, undescribed: files.filter(({ alt }) => alt.trim() === "").length },
	}
}

function* anchorsIn(html: string): Generator<{ href: string; text: string }> {
	for (const [, href, inner] of html.matchAll(/<a\s[^>]*?href="([^"]+)"[^>]*>([\s\S]*?)<\/a>/g))
		yield { href: href!.replaceAll("&amp;", "&"), text: plainText(inner ?? "") }
}

/** One full name or the first half of one, and nothing else: "@buy pills" is what a link says, not whom it leads to. */
const isName = (text: string): boolean => /^@[\p{L}\p{M}\p{N}_.-]+(@[\p{L}\p{M}\p{N}.:-]+)?$/u.test(text)

const hostOf = (href: string): string | null => {
	const url = URL.parse(href)
	return url && /^https?:$/.test(url.protocol) ? url.host.replace(/^www\./, "").replace(/\.$/, "") : null
}

/** Full names in the words themselves: some servers send them without links. */
const namesIn = (html: string, group: Around["group"]): number => {
	if (!html.includes("@")) return 0
	const names = plainText(html).matchAll(/(?<![\w@/.-])@([\w.-]{1,60})(@[\w.:-]{1,100}\w)?/g)
	const own = [group.handle, `${group.handle}@${group.host}`]
	const found = new Set([...names].map(([, name, host]) => `${name}${host ?? ""}`.toLowerCase()))
	for (const name of own) found.delete(name)
	return found.size
}
