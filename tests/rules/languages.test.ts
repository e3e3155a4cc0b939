import { describe, expect, it } from "vitest"
import { catalogs, reasons as everyReason } from "../../src/web/catalogs.ts"
import { languages } from "../../src/web/reader.ts"
import { bareWords, blank, namesIn, reasonsInReach, sentencesOfPages } from "../support/sentences.ts"

const { said, unreadable } = sentencesOfPages()
const plural = (english: string) => namesIn(english).includes("count")

/** The entries a sentence needs in a language: one, or one for each form of its plural. */
const entriesFor = (english: string, tag: string): string[] => {
	if (!plural(english)) return tag === "en" ? [] : [english]
	const { pluralCategories } = new Intl.PluralRules(tag).resolvedOptions()
	return pluralCategories.map((category) => `${english}_${category}`)
}

const inReach = reasonsInReach()

it("finds the sentences", () => {
	expect(said.length).toBeGreaterThan(200)
	expect(inReach.length).toBeGreaterThan(50)
})

it("is given whole sentences as they stand, or the reason of a refusal", () => {
	expect(unreadable).toEqual([])
})

it("is given all the words that stand on pages", () => {
	expect(bareWords()).toEqual([])
})

it("is given no halves to glue together", () => {
	const glued = said.filter(({ english }) => english !== english.trim())
	expect(glued).toEqual([])
})

describe.each(Object.keys(languages) as (keyof typeof languages)[])("the catalog of %s", (tag) => {
	const catalog = catalogs[tag]
	const reasons = everyReason[tag]
	const needed = new Map(
		said.flatMap(({ english, file }) => entriesFor(english, tag).map((entry) => [entry, { english, file }])),
	)

	it("holds every sentence that is said", () => {
		const missing = [...needed].filter(([entry]) => !Object.hasOwn(catalog, entry))
		expect(missing.map(([entry, { file }]) => `${file}: ${entry}`)).toEqual([])
	})

	it.skipIf(tag === "en")("holds every reason that commands give", () => {
		const translated = new Set(Object.keys(reasons).map(blank))
		const missing = inReach.filter(({ english }) => !translated.has(blank(english)))
		expect(missing.map(({ file, english }) => `${file}: ${english}`)).toEqual([])
	})

	it("holds none that nobody says", () => {
		const given = new Set(inReach.map(({ english }) => blank(english)))
		const unused = Object.keys(catalog).filter(
			(entry) => !needed.has(entry) && !(Object.hasOwn(reasons, entry) && given.has(blank(entry))),
		)
		expect(unused).toEqual([])
	})

	it("holds the same names as the English sentence, and words", () => {
		const wrong = Object.entries(catalog).filter(([entry, words]) => {
			const english = needed.get(entry)?.english ?? entry
			// "One day" need not say the number: only the names of a plural's other parts must stand.
			const names = (text: string) => namesIn(text).filter((name) => name !== "count")
			return !words.trim() || names(english).join() !== names(words).join()
		})
		expect(wrong).toEqual([])
	})
})
