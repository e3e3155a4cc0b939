import type { Context } from "hono"
import { isTooSlow } from "../../../db/database-errors.ts"
import type { Read } from "../../../db/reading.ts"
import { canBeSought, readFound, type Sought } from "../../../db/searching.ts"
import { Tries } from "../../accounts/tries.ts"
import { addressBlock } from "../../client-address.ts"
import type { Group } from "../../groups/group.ts"
import { limits } from "../../limits.ts"
import type { Actor } from "../../people/actor.ts"
import { plainText } from "../../posts/markup.ts"
import type { World } from "../../world.ts"
import { uuid } from "../forms.ts"
import { fromOf } from "../from.ts"
import { gatherServer } from "../gather.ts"
import { languageHere, t } from "../language.tsx"
import { missing } from "../missing.tsx"
import { quietPage } from "../page.ts"
import { SearchPage, type SearchPageProps } from "../pages/reading/search.tsx"
import { viewerOf, youOf } from "../session.ts"
import { groupNamed } from "../speaking/place.ts"
import { conversationView, groupPath, threadPath } from "../views.ts"
import { excerptAround } from "./excerpt-around.ts"

/** What a search came to: posts, or a sentence about why there are none. */
type Found = Pick<SearchPageProps, "found" | "next" | "said"> & { wait?: number }

/** What was said in a group with some words in it, as far as whoever looks may see it. */
export const showSearch = (world: World) => {
	const turns = turnsOf(world)
	return async (c: Context) => {
		const group = await groupNamed(c, world)
		if (!group) return missing(c, world)
		const you = youOf(c)
		const words = (c.req.query("q") ?? "").replaceAll("\0", "").trim()
		const { wait, ...found } = await search(c, world, { group, you, words }, turns)
		if (wait) c.header("Retry-After", String(Math.ceil(wait / 1000)))
		const props = {
			server: await gatherServer(world, you),
			group: {
				...group,
				path: groupPath(group),
				...(!group.local && { elsewhere: { path: groupPath(group) } }),
			},
			words: words.slice(0, limits.searched),
			...found,
			now: world.ports.now(),
		}
		// Each search is counted, so no answer to one is kept.
		return quietPage(c, <SearchPage {...props} />, ...(wait ? ([429] as const) : []))
	}
}

/** For how many milliseconds whoever asks has to wait for their turn; 0 if it is theirs. */
type Turns = (c: Context, you: Actor | null) => number

const turnsOf = ({ ports }: World): Turns => {
	const strangers = new Tries({ ...limits.searchesFrom, names: limits.namesCounted })
	const people = new Tries({ ...limits.searchesBy, names: limits.namesCounted })
	return (c, you) =>
		you ? people.take(you.id, ports.now()) : strangers.take(addressBlock(fromOf(c)), ports.now())
}

const search = async (
	c: Context,
	world: World,
	{ group, you, words }: { group: Group; you: Actor | null; words: string },
	turns: Turns,
): Promise<Found> => {
	if (words === "") return {}
	if (words.length > limits.searched)
		return { said: t("That is more than can be looked for. A few words are enough.") }
	const wait = turns(c, you)
	if (wait > 0) return { wait, said: t("You look for many things. Please wait a moment and try again.") }
	const languages = [group.language.slice(0, 2).toLowerCase(), languageHere().tag, "en"]
	const sought: Sought = { words, languages }
	try {
		if (!(await canBeSought(world.db, sought)))
			return { said: t("There is no word in it that could be looked for.") }
		return await readPage(c, world, { group, you, sought })
	} catch (error) {
		if (!isTooSlow(error)) throw error
		return { said: t("That took too long. Another word beside it makes it quicker.") }
	}
}

const readPage = async (
	c: Context,
	{ db }: World,
	{ group, you, sought }: { group: Group; you: Actor | null; sought: Sought },
): Promise<Found> => {
	const asked = c.req.query("after") ?? ""
	const reads = await readFound(db, viewerOf(you), group.id, {
		...sought,
		after: uuid.test(asked) ? asked : null,
		limit: limits.foundOnPage + 1,
	})
	const shown = reads.slice(0, limits.foundOnPage)
	if (shown.length === 0) return { said: t("Nobody here has said that.") }
	const next = `${groupPath(group)}/search?q=${encodeURIComponent(sought.words)}&after=${shown.at(-1)!.post.id}`
	return {
		found: shown.map((read) => foundView(group, read, sought.words)),
		...(reads.length > limits.foundOnPage && { next }),
	}
}

const foundView = (group: Group, read: Read, words: string) => ({
	...conversationView(group, { ...read, activeAt: read.sharedAt, repliedBy: [] }),
	excerpt: excerptAround(plainText(read.post.html), words),
	href: `${threadPath(group, { ...read.post, title: null })}#post-${read.post.id}`,
})
