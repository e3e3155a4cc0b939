import i18next from "i18next"
import { limits } from "../limits.ts"
import { reasons as arReasons } from "./languages/ar/reasons.ts"
import { ar } from "./languages/ar.ts"
import { reasons as deReasons } from "./languages/de/reasons.ts"
import { de } from "./languages/de.ts"
import { en } from "./languages/en.ts"
import type { Language, Locale } from "./reader.ts"

/** Sentences by their English; a plural has an entry for each of its forms, `key_one`, `key_other` (CLDR's names). */
type Catalog = Readonly<Record<string, string>>

export const catalogs = { en, de, ar } as const satisfies Record<Locale, Catalog>

/** Those of them that commands give as the reason of a refusal. English is what they are given in. */
export const reasons = { en: {}, de: deReasons, ar: arReasons } as const satisfies Record<Locale, Catalog>

const translator = i18next.createInstance()
translator.init({
	resources: Object.fromEntries(
		Object.entries(catalogs).map(([tag, words]) => [tag, { translation: words }]),
	),
	fallbackLng: "en",
	initAsync: false,
	// The key is a sentence: its dots and colons mean nothing.
	keySeparator: false,
	nsSeparator: false,
	returnEmptyString: false,
	interpolation: { escapeValue: false },
})

/** A sentence as it stands in the catalog, with its {{names}} unfilled; the English one if it does not. */
export const inCatalog = ({ tag }: Language, english: string, count?: number): string =>
	translator.t(english, {
		lng: tag,
		skipInterpolation: true,
		nest: false,
		...(count !== undefined && { count }),
	})

type Values = Record<string, string | number>

/** A sentence in a language, its {{names}} filled in. */
export const filled = (language: Language, english: string, values: Values): string => {
	const found = english.includes("{{") ? null : byShape(language, english)
	if (found) return found
	const { count } = values
	return translator.t(english, {
		lng: language.tag,
		nest: false,
		replace: isolated(language, values),
		...(typeof count === "number" && { count }),
	})
}

// In a sentence from right to left, a name from left to right would drag the full stop along (Unicode TR9, FSI and PDI).
const isolated = ({ direction }: Language, values: Values): Values =>
	direction === "ltr"
		? values
		: Object.fromEntries(
				Object.entries(values).map(([name, value]) => [
					name,
					typeof value === "string" ? `\u2068${value}\u2069` : value,
				]),
			)

type Shape = { shape: RegExp; names: string[]; key: string }

const literally = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")
const shapeOf = (key: string): Shape => ({
	shape: new RegExp(
		`^${key
			.split(/\{\{\w+\}\}/)
			.map(literally)
			.join("(.{1,500}?)")}$`,
		"s",
	),
	names: [...key.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name!),
	key,
})
const shapes: Readonly<Record<string, Shape[]>> = Object.fromEntries(
	Object.entries(reasons).map(([tag, given]) => {
		const open = Object.keys(given).filter((key) => key.includes("{{"))
		return [tag, open.map(shapeOf)]
	}),
)

/** Reasons come from commands and from the database with their names filled in: such a sentence is found by its shape. */
const byShape = (language: Language, said: string): string | null => {
	if (said.length > limits.reasonTranslated || translator.exists(said, { lng: language.tag })) return null
	for (const { shape, names, key } of shapes[language.tag] ?? []) {
		const match = shape.exec(said)
		if (match)
			return filled(language, key, Object.fromEntries(names.map((name, i) => [name, match[i + 1] ?? ""])))
	}
	return null
}
