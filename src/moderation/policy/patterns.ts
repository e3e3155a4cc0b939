import { RE2JS } from "re2js"
import { limits } from "../../limits.ts"

/** What a pattern cannot be, or null. RE2 matches in time that grows with the text and the pattern's size, and no faster. */
export const patternProblem = (pattern: string): string | null => {
	const compiled = compile(pattern)
	if (!compiled) return "That is no pattern: it is written as in RE2, like (?:cheap|free) pills."
	if (compiled.programSize() > limits.patternSize)
		return "That pattern is too large. Counts in braces, like {1,500}, make it so."
	return compiled.matcher("").find() ? "That pattern would fit every post." : null
}

/** How much there is to look for at each character of a post, in instructions of all patterns together. */
export const sizeOf = (patterns: readonly string[]): number =>
	patterns.reduce((sum, pattern) => sum + (compile(pattern)?.programSize() ?? 0), 0)

const compiled = new Map<string, RE2JS | null>()

/** Compiling is dear, and the same few patterns are asked for with each post. */
const compile = (pattern: string): RE2JS | null => {
	const known = compiled.get(pattern)
	if (known !== undefined) return known
	let made: RE2JS | null = null
	try {
		made = RE2JS.compile(pattern, RE2JS.CASE_INSENSITIVE)
	} catch {
		made = null
	}
	compiled.set(pattern, made)
	if (compiled.size > limits.patternsCompiled) compiled.delete(compiled.keys().next().value!)
	return made
}

/** Which of some patterns fit a text. */
export const matchedIn = (text: string, patterns: readonly string[]): string[] => {
	if (patterns.length === 0) return []
	// Signs that nobody sees neither part a word nor push it out of what is looked at.
	const words = text
		.replace(/\p{Default_Ignorable_Code_Point}/gu, "")
		.normalize("NFC")
		.slice(0, limits.patternText)
	return patterns.filter((pattern) => compile(pattern)?.matcher(words).find())
}
