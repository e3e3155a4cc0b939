import { limits } from "../limits.ts"
import { isLocale, type Locale } from "./reader.ts"

/**
 * The language of ours that a browser would like best, from its Accept-Language (RFC 9110 §12.5.4): `de-AT` counts as `de`,
 * weights decide before order, and `q=0` rules a language out. Null when it asks for none of ours.
 */
export const accepted = (header: string | undefined): Locale | null => {
	const wishes = (header ?? "").slice(0, 1000).split(",").slice(0, limits.languagesAsked).map(wishOf)
	const [best] = wishes
		.filter(({ weight }) => weight > 0)
		.toSorted((a, b) => b.weight - a.weight)
		.map(({ tag }) => tag)
		.filter(isLocale)
	return best ?? null
}

const wishOf = (text: string): { tag: string; weight: number } => {
	const [range = "", ...parameters] = text.split(";").map((part) => part.trim().toLowerCase())
	const q = parameters.find((parameter) => /^q\s*=/.test(parameter))
	const weight = q === undefined ? 1 : Number(/^q\s*=\s*(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.exec(q)?.[1] ?? 0)
	return { tag: range.split("-")[0] ?? "", weight }
}
