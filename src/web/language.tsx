import type { Child } from "hono/jsx"
import { filled, inCatalog } from "./catalogs.ts"
import { languageHere } from "./reader.ts"

export { languageHere, zoneHere } from "./reader.ts"

/** The names between {{ and }} in a sentence. */
type NamesIn<S extends string> = S extends `${string}{{${infer Name}}}${infer Rest}`
	? Name | NamesIn<Rest>
	: never
type Value = string | number
type Values<S extends string> = NamesIn<S> extends never ? [] : [Record<NamesIn<S>, Value>]

/**
 * An English sentence in the reader's language. `{{names}}` in it are filled in; `{{count}}` chooses the plural. The reason
 * of a refusal may be given too, although it is not known beforehand. What has no translation is said in English.
 */
export const t = <const S extends string>(english: S, ...[values]: Values<S>): string =>
	filled(languageHere(), english, values ?? {})

type Parts<S extends string> = { text: S } & Record<NamesIn<S>, Child>

/** The same with elements in it: `<Say text="Write to {{who}} first." who={<bdi>{name}</bdi>} />`. */
export const Say = <const S extends string>(props: Parts<S>) => {
	const { text, ...rest } = props
	const parts: Record<string, Child> = rest
	const count = typeof parts.count === "number" ? parts.count : undefined
	const pieces = inCatalog(languageHere(), text, count).split(/\{\{(\w+)\}\}/)
	return (
		<>
			{pieces.map((piece, index) => {
				if (index % 2 === 0) return piece
				const part = parts[piece]
				return typeof part === "string" ? <bdi>{part}</bdi> : part
			})}
		</>
	)
}
