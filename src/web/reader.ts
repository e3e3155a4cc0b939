import { AsyncLocalStorage } from "node:async_hooks"

/** The languages Snug's own words exist in, by their tags (BCP 47). */
const locales = ["en", "de", "ar"] as const
export type Locale = (typeof locales)[number]

/**
 * Who a page is written for: the language of its words, the zone (IANA) of its dates and, if the page answers a form and
 * so cannot be opened again, where they came from.
 */
export type Reader = { locale: Locale; zone: string; cameFrom?: string }

export type Language = {
	tag: Locale
	/** As its own speakers call it. */
	name: string
	direction: "ltr" | "rtl"
	/** What Intl is asked for: English as it is written where most of Snug's English comes from, Arabic with the digits of addresses. */
	dates: string
}

export const languages: Readonly<Record<Locale, Language>> = {
	en: { tag: "en", name: "English", direction: "ltr", dates: "en-GB" },
	de: { tag: "de", name: "Deutsch", direction: "ltr", dates: "de-DE" },
	ar: { tag: "ar", name: "العربية", direction: "rtl", dates: "ar-u-nu-latn" },
}

const nobody: Reader = { locale: "en", zone: "UTC" }
const readers = new AsyncLocalStorage<Reader>()

/** Runs something for a reader: whatever it says and awaits is in their language. */
export const readAs = <T>(reader: Reader, run: () => T): T => readers.run(reader, run)

const readerHere = (): Reader => readers.getStore() ?? nobody

/** The language of who is reading; English outside a request. */
export const languageHere = (): Language => languages[readerHere().locale]

/** The zone (IANA) of who is reading; UTC outside a request. */
export const zoneHere = (): string => readerHere().zone

/** Where to lead back to from a page that cannot be opened again; undefined from any other. */
export const cameFromHere = (): string | undefined => readerHere().cameFrom

export const isLocale = (text: string | undefined): text is Locale =>
	(locales as readonly string[]).includes(text ?? "")
