import type { Group } from "../groups/group.ts"
import { limits } from "../limits.ts"
import type { Actor } from "../people/actor.ts"
import type { World } from "../world.ts"
import { plainText } from "./markup.ts"
import { linkedNames, type Name } from "./names.ts"

/**
 * Whom of this server a post's words name, by handle or id: links that lead to people here, full names (@ana@snug.example)
 * and, in what was written here, bare ones (@ana); in code nobody is named. At most twenty; `but` are names that count
 * for nobody, such as the group's own, which most posts begin with.
 */
const mentionsOf = (
	{ html }: { html: string },
	{ origin, writtenHere, but }: { origin: URL; writtenHere: boolean; but: string[] },
): { handles: string[]; ids: string[] } => {
	if (!html.includes("@") && !html.includes("/ap/people/")) return { handles: [], ids: [] }
	const [handles, ids] = [new Set<string>(), new Set<string>()]
	for (const [, href] of html.matchAll(/<a\s[^>]*?href="([^"]{1,300})"/g)) {
		if (!href?.startsWith(`${origin.origin}/`)) continue
		const path = href.slice(origin.origin.length)
		const handle = /^\/@([a-z0-9_]{2,30})$/i.exec(path)?.[1]
		const id = /^\/ap\/people\/([0-9a-f-]{36})$/.exec(path)?.[1]
		if (handle) handles.add(handle.toLowerCase())
		if (id) ids.add(id)
	}
	const words = plainText(html.replace(/<(code|pre)>[\s\S]*?<\/\1>/g, " "))
	for (const [, name, host] of words.matchAll(/(?<![\w@/.-])@([a-z0-9_]{2,30})(?:@([\w.:-]+\w))?(?![\w@])/gi))
		if (host ? host.toLowerCase() === origin.host : writtenHere) handles.add(name!.toLowerCase())
	for (const name of but) handles.delete(name)
	return { handles: [...handles].slice(0, limits.mentions), ids: [...ids].slice(0, limits.mentions) }
}

/**
 * The same for somebody's post, in which groups it is addressed to are not counted; and, for what was written here, whom of
 * other servers it names: they are told by this one.
 */
export const mentionedIn = (
	{ origin }: Pick<World, "origin">,
	author: Actor,
	words: { html: string },
	groups: Group[],
): { handles: string[]; ids: string[]; elsewhere: Name[] } => ({
	...mentionsOf(words, {
		origin,
		writtenHere: author.local,
		but: groups.map(({ handle }) => handle),
	}),
	elsewhere: author.local ? linkedNames(words.html, origin).filter(({ host }) => host !== origin.host) : [],
})
