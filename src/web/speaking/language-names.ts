import type { LanguageChoice } from "../pages/speaking/views.ts"
import { languageHere } from "../reader.ts"

/** What people most often write in on the fediverse; the language of the group is added to it. */
const tags =
	"ar be bg bn bs ca cs cy da de el en eo es et eu fa fi fr ga gl he hi hr hu hy id is it ja ka ko ku lb lt lv mk ms nl nn no oc pl pt ro ru sc sk sl sq sr sv sw ta th tr uk ur uz vi yi zh".split(
		" ",
	)

/** The languages somebody may say they write in, by their names in the reader's own. */
export const languageNames = (...more: string[]): LanguageChoice[] => {
	const here = languageHere().tag
	const names = new Intl.DisplayNames([here], { type: "language" })
	const known = [...new Set([...tags, ...more.filter(isTag)])]
	return known
		.map((tag) => ({ tag, name: names.of(tag) ?? tag }))
		.sort((one, other) => one.name.localeCompare(other.name, here))
}

const isTag = (text: string): boolean => {
	try {
		return Intl.getCanonicalLocales(text).length === 1
	} catch {
		return false
	}
}
