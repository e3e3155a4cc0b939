import { atLeast } from "../../groups/member.ts"
import type { Rule, Word } from "../policy.ts"
import { hold, refuse } from "./saying.ts"

const filtered =
	(effect: Word["effect"], rule: string, reason: string): Rule =>
	({ words }, { text, matched, author }) => {
		const asked = words.filter((one) => one.effect === effect)
		if (asked.length === 0 || atLeast(author.role, "moderator")) return null
		const plain = folded(text)
		const found = asked.some((one) =>
			one.pattern ? matched.includes(one.word) : holds(plain, wordFolded(one)),
		)
		return found ? (effect === "hold" ? hold(rule, reason) : refuse(rule, reason)) : null
	}

/** A text as it reads: without signs that nobody sees, and with wide, round or bold letters as the letters they are. */
const folded = (text: string): string =>
	text
		.replace(/\p{Default_Ignorable_Code_Point}/gu, "")
		.normalize("NFKC")
		.toLowerCase()

const wordsFolded = new WeakMap<Word, string>()

/** The same for a word; rules that are tried ask thousands of posts for the same few. */
const wordFolded = (word: Word): string => {
	const known = wordsFolded.get(word)
	if (known !== undefined) return known
	const made = folded(word.word)
	wordsFolded.set(word, made)
	return made
}

/** Whether a text holds a word as a word of its own, not as a part of another: "ass" is not in "class". */
const holds = (text: string, word: string): boolean => {
	if (word === "") return false
	for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
		if (!isLetter(text[at - 1]) && !isLetter(text[at + word.length])) return true
	return false
}

const isLetter = (letter: string | undefined): boolean =>
	letter !== undefined && /[\p{Letter}\p{Number}]/u.test(letter)

export const refusedWord = filtered("refuse", "refused-word", "It holds words that this group does not take.")
export const heldWord = filtered("hold", "held-word", "It holds words that a moderator looks at first.")
