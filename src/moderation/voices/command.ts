import { limits } from "../../limits.ts"

/** What a moderator may ask of the group in an answer; the first word, after a `!`. */
const verbs = [
	"approve",
	"remove",
	"restore",
	"lock",
	"unlock",
	"pin",
	"unpin",
	"pause",
	"unpause",
	"ban",
	"lift",
	"help",
] as const
export type Verb = (typeof verbs)[number]

export type Command = {
	verb: Verb
	/** For how long, in milliseconds; null for good. */
	lasts: number | null
	reason: string
}

/** A command; or what looks like one and is none, with why. Null: words like any other. */
export type Asking = Command | { verb: null; word: string; reason: string } | null

/** What takes something from people is not done without a word why: they will read it. */
const needsReason: ReadonlySet<Verb> = new Set(["remove", "pause", "ban"])

/** What lasts for a time, if one is said. */
const lasting: ReadonlySet<Verb> = new Set(["pause", "ban"])

const day = 86_400_000
const spans: Readonly<Record<string, number>> = { h: day / 24, d: day, w: 7 * day }

/** All of them, for whoever wrote something else. */
export const commandHelp =
	"A command is one of these as the first word of an answer: !approve, !remove and why, !restore, !lock, !unlock, !pin, !unpin, !pause 3d and why, !unpause, !ban 30d and why, !lift."

/** Somebody named: `@tea`, `@tea@snug.example`, or as Lemmy names groups `!tea@snug.example`. */
const name = /^(?:@[\w.-]+(?:@[\w.:-]+)?|!\w+@[\w.:-]+),?$/
// Some keyboards write the sign wide.
const spoken = /^[!！]([a-z]{2,20})[.,:;!?]*$/i

/** The words, one by one, without the names they begin and end with. */
const bare = (text: string): string[] => {
	const words = text.trim().split(/\s+/)
	const first = words.findIndex((word) => !name.test(word))
	const last = words.findLastIndex((word) => !name.test(word))
	return first < 0 ? [] : words.slice(first, last + 1)
}

/** Whether words could be a command, for whoever may give one; cheap, since every post is asked. */
export const looksLikeCommand = (text: string): boolean =>
	/[!！]/.test(text) && spoken.test(bare(text)[0] ?? "")

/** What somebody asks for with the plain words of an answer. */
export const readCommand = (text: string): Asking => {
	const [first = "", ...rest] = bare(text)
	const word = spoken.exec(first)?.[1]?.toLowerCase()
	if (word === undefined) return null
	const verb = verbs.find((one) => one === word)
	if (!verb) return { verb: null, word, reason: "That is no word the group knows." }
	const time = lasting.has(verb) ? /^(\d{1,4})([hdw])$/i.exec(rest[0] ?? "") : null
	const lasts = time ? Number(time[1]) * spans[time[2]!.toLowerCase()]! : null
	const reason = rest.slice(time ? 1 : 0).join(" ")
	if (lasts === 0) return { verb: null, word, reason: "That end has passed." }
	if (verb === "pause" && lasts === null)
		return { verb: null, word, reason: "A pause needs a time, like !pause 3d and why." }
	if (needsReason.has(verb) && reason === "")
		return { verb: null, word, reason: "Please say why: those concerned may read it." }
	return { verb, lasts: lasts !== null && lasts > limits.banSaid ? null : lasts, reason }
}
