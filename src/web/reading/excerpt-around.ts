import { excerptOf } from "../../posts/markup.ts"

const before = 60

/** The part of a text in which the first of some words that stands in it does; its beginning if none does as it is. */
export const excerptAround = (text: string, words: string): string => {
	const lower = text.toLowerCase()
	const places = words
		.toLowerCase()
		.split(/[^\p{Letter}\p{Number}\p{Mark}]+/u)
		.filter((word) => word.length > 1)
		.map((word) => lower.indexOf(word))
		.filter((place) => place >= 0)
	const place = Math.min(...places)
	if (!Number.isFinite(place) || place < 2 * before) return excerptOf(text)
	const start = text.indexOf(" ", place - before)
	return start < 0 || start > place
		? `…${excerptOf(text.slice(place))}`
		: `…${excerptOf(text.slice(start + 1))}`
}
