import type { Database, Transaction } from "../../db/connect.ts"
import { findNamed } from "../../db/mentions.ts"
import type { Actor } from "../people/actor.ts"
import type { World } from "../world.ts"
import { renderMarkdown } from "./markup.ts"
import { type Name, namesIn, withNameLinks } from "./names.ts"
import type { Audience } from "./post.ts"

type Reader = Database | Transaction
type Words = { text: string; audience: Audience }

/** Markdown of somebody here as HTML, in which those whom it names are linked to as far as they are known. */
export const renderWords = async (
	db: Reader,
	{ origin }: Pick<World, "origin">,
	words: Words,
): Promise<string> => {
	const html = renderMarkdown(words.text)
	return withNameLinks(html, await knownIn(db, origin, html, words.audience), origin)
}

/** Who would hear of words as they stand, and the names in them that nobody is known by here. */
export const whoIsNamed = async (
	db: Reader,
	{ origin }: Pick<World, "origin">,
	{ text, audience }: Words,
): Promise<{ people: Actor[]; unknown: Name[] }> => {
	const html = renderMarkdown(text)
	const people = await knownIn(db, origin, html, audience)
	const isKnown = (name: Name) =>
		people.some(({ handle, host }) => handle.toLowerCase() === name.handle && host === name.host)
	const unknown = audience === "public" ? namesIn(html, origin).filter((name) => !isKnown(name)) : []
	return { people, unknown }
}

/** What is not for everybody is told to nobody of another server, whoever it names. */
const knownIn = async (db: Reader, origin: URL, html: string, audience: Audience): Promise<Actor[]> => {
	const known = await findNamed(db, namesIn(html, origin))
	return audience === "public" ? known : known.filter(({ local }) => local)
}
