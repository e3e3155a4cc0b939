import type { Json } from "./wire.ts"
import { publicUri } from "./wire.ts"

/** Liberal readers (wire.md §3.9): what one peer sends as a string another sends as an object or a list. */
export const isObject = (value: unknown): value is Json =>
	typeof value === "object" && value !== null && !Array.isArray(value)

export const listOf = (value: unknown): unknown[] =>
	Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]

export const textOf = (value: unknown): string | null => (typeof value === "string" ? value : null)

/** The one type a thing has; a list counts only when it holds a single one. */
export const typeOf = (value: unknown): string | null => {
	const type = isObject(value) ? value.type : null
	return textOf(Array.isArray(type) && type.length === 1 ? type[0] : type)
}

/** The id of something given as itself, by its id, or as a list of one. */
export const idOf = (value: unknown): string | null => {
	const one = Array.isArray(value) && value.length === 1 ? value[0] : value
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
	return names.length === 0 ? null : names.some((name) => everyone.has(String(isObject(name) ? name.id : name)))
}

/** A web address in the one form in which addresses are compared; null for any other kind of text. */
export const normalUri = (value: unknown): string | null => {
	if (typeof value !== "string" || value.length > 2048) return null
	try {
		const url = new URL(value)
		if ((url.protocol !== "https:" && url.protocol !== "http:") || url.username || url.password) return null
		url.hostname = url.hostname.replace(/\.$/, "")
		return url.href
	} catch {
		return null
	}
}

export const sameOrigin = (a: string, b: string): boolean => new URL(a).origin === new URL(b).origin

/** A date in any of the forms peers write; null for anything else. */
export const dateOf = (value: unknown): Date | null => {
	const date = new Date(typeof value === "string" && value.length < 64 ? value : Number.NaN)
	return Number.isNaN(date.getTime()) ? null : date
}
