import { limits } from "../../src/limits.ts"
import type { Json } from "./wire.ts"
import { publicUri } from "./wire.ts"

/** Liberal readers: what one peer sends as a string another sends as an object or a list. */
export const isObject = (value: unknown): value is Json =>
	typeof value === "object" && value !== null && !Array.isArray(value)

export const listOf = (value: unknown): unknown[] =>
	Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]

export const textOf = (value: unknown): string | null => (typeof value === "string" ? value : null)

/** The words of a text however they are given: alone, in a list, with a language beside them, or by language only. */
export const wordsIn = (plain: unknown, byLanguage?: unknown): string | null => {
	const spoken = isObject(byLanguage) ? Object.values(byLanguage) : listOf(byLanguage)
	for (const one of [...listOf(plain), ...spoken]) {
		const text = textOf(isObject(one) ? one["@value"] : one)
		if (text?.trim()) return text
	}
	return null
}

/** The one type a thing has; a list counts only when it holds a single one. */
export const typeOf = (value: unknown): string | null => {
	return textOf(oneOf(isObject(value) ? value.type : null))
}

/** What a list of one holds; anything else as it is. */
export const oneOf = (value: unknown): unknown =>
	Array.isArray(value) && value.length === 1 ? value[0] : value

/** The id of something given as itself, by its id, or as a list of one. */
export const idOf = (value: unknown): string | null => {
	const one = oneOf(value)
	return normalUri(isObject(one) ? one.id : one)
}

export const idsOf = (value: unknown): string[] =>
	listOf(value)
		.map(idOf)
		.filter((id) => id !== null)

/** Everyone a thing is addressed to, by any of the ways peers use. */
export const addressees = (thing: Json): string[] => [
	...["to", "cc", "audience", "target"].flatMap((field) => idsOf(thing[field])),
	...listOf(thing.tag).flatMap((tag) => (typeOf(tag) === "Mention" ? idsOf((tag as Json).href) : [])),
]

const everyone = new Set([publicUri, "as:Public", "Public"])

/** Whether a thing says it is for everyone; null when it says nothing at all. */
export const saysPublic = (thing: Json): boolean | null => {
	const names = [...listOf(thing.to), ...listOf(thing.cc)]
	return names.length === 0
		? null
		: names.some((name) => everyone.has(String(isObject(name) ? name.id : name)))
}

/** An address to be shown or followed, not compared: those of images run long. */
export const linkOf = (value: unknown): string | null => webAddress(value, limits.linkText)

// One activity names the same few addresses many times over.
const normal = new Map<string, string | null>()

/** An id in the one form in which ids are compared; null for any other kind of text. */
export const normalUri = (value: unknown): string | null => {
	if (typeof value !== "string" || value.length > limits.idText) return null
	const known = normal.get(value)
	if (known !== undefined) return known
	const uri = webAddress(value, limits.idText)
	if (normal.size >= limits.idsRead) normal.clear()
	normal.set(value, uri)
	return uri
}

const webAddress = (value: unknown, most: number): string | null => {
	// A parser of URLs drops or turns around these characters, so two servers could read two addresses in one text.
	if (typeof value !== "string" || value.length > most || /[\s\\\p{Cc}]/u.test(value)) return null
	try {
		const url = new URL(value)
		if ((url.protocol !== "https:" && url.protocol !== "http:") || url.username || url.password) return null
		url.hostname = url.hostname.replace(/\.$/, "")
		return url.href.length > most ? null : url.href
	} catch {
		return null
	}
}

export const sameOrigin = (a: string, b: string): boolean => new URL(a).origin === new URL(b).origin

const withoutZone = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?$/
const secondsUntil5138 = 100_000_000_000

/** A date in any of the forms peers write, in the time of the web; null for anything else. */
export const dateOf = (value: unknown): Date | null => {
	const date = new Date(momentIn(value))
	// A database counts fewer years than JavaScript.
	return date.getUTCFullYear() >= 1990 && date.getUTCFullYear() <= 9999 ? date : null
}

/** What names no zone is in UTC (older Lemmy), and a number counts seconds or milliseconds. */
const momentIn = (value: unknown): string | number => {
	if (typeof value === "number") return Math.abs(value) < secondsUntil5138 ? value * 1000 : value
	const text = textOf(isObject(value) ? value["@value"] : value)?.trim() ?? ""
	return text.length >= 64 ? Number.NaN : withoutZone.test(text) ? `${text.replace(" ", "T")}Z` : text
}
