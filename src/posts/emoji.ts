import { limits } from "../limits.ts"

/**
 * The emoji of a reaction: one emoji of Unicode, or the name of a server's own one as `:name:`, whose picture is not
 * fetched. Null for anything else, which then counts as a plain like (Misskey adds `@.` or a host to a name: it is dropped).
 */
export const emojiOf = (text: string | null): string | null => {
	const trimmed = text?.trim() ?? ""
	const named = /^:([\w+-]+)(?:@[\w.-]+)?:$/.exec(trimmed)
	if (named) return named[1]!.length <= limits.emojiName ? `:${named[1]}:` : null
	return isOneEmoji(trimmed) ? trimmed : null
}

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" })

const isOneEmoji = (text: string): boolean => {
	if (text === "" || text.length > limits.emojiText || [...graphemes.segment(text)].length !== 1) return false
	return /\p{Extended_Pictographic}|\p{Regional_Indicator}{2}|[0-9#*]\ufe0f?\u20e3/u.test(text)
}
