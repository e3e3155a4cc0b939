import type { PollOption } from "../../db/schema/posts.ts"
import { limits } from "../limits.ts"

/** What a question lets people choose from, and how it stands. */
export type Poll = {
	postId: string
	/** Whether a person may choose several options. */
	multiple: boolean
	options: PollOption[]
	/** How many people voted. */
	voters: number
	endsAt: Date | null
	closedAt: Date | null
}

/** A poll as its author asks it, or as another server tells it, before it is kept. */
export type PollDraft = Omit<Poll, "postId">

const minute = 60_000
const day = 24 * 60 * minute

/** What is wrong with a poll somebody here wants to ask, in a sentence; null when it is fine. `lasts` in milliseconds. */
export const pollProblem = (options: readonly string[], lasts: number): string | null => {
	const texts = options.map((text) => text.trim())
	if (texts.length < 2) return "A poll needs at least two options."
	if (texts.length > limits.pollOptions) return `A poll has at most ${limits.pollOptions} options.`
	if (texts.some((text) => text === "")) return "An option needs words."
	if (texts.some((text) => text.length > limits.pollOption))
		return `An option has at most ${limits.pollOption} characters.`
	if (new Set(texts.map(plain)).size < texts.length) return "Two options are the same."
	if (!(lasts >= limits.pollShortest && lasts <= limits.pollLongest))
		return "A poll is open for at least five minutes, and for a year at the most."
	return null
}

/** How long "7d", "12h" or "30m" is, in milliseconds; null when it is none of these. */
export const durationOf = (words: string): number | null => {
	const [, count, unit] = /^(\d{1,5})([mhd])$/.exec(words.trim()) ?? []
	return count ? Number(count) * { m: minute, h: 60 * minute, d: day }[unit as "m" | "h" | "d"] : null
}

export const newPoll = (options: readonly string[], multiple: boolean, endsAt: Date): PollDraft => ({
	multiple,
	options: options.map((text) => ({ text: text.trim(), votes: 0 })),
	voters: 0,
	endsAt,
	closedAt: null,
})

export const isClosed = ({ endsAt, closedAt }: Pick<Poll, "endsAt" | "closedAt">, now: Date): boolean =>
	(closedAt !== null && closedAt <= now) || (endsAt !== null && endsAt <= now)

/** Which option a vote means by its words; null for words that are no option (a vote is matched by its name: FEP-9967). */
export const optionNamed = ({ options }: Pick<Poll, "options">, text: string): number | null => {
	const exact = options.findIndex((option) => option.text === text)
	const found = exact >= 0 ? exact : options.findIndex((option) => plain(option.text) === plain(text))
	return found >= 0 ? found : null
}

const plain = (text: string): string => text.normalize("NFC").trim().toLowerCase()

/** Whether two polls ask the same, however they stand. */
export const sameQuestion = (one: PollDraft, other: PollDraft): boolean =>
	one.multiple === other.multiple &&
	one.options.length === other.options.length &&
	one.options.every((option, index) => option.text === other.options[index]!.text)

/** What of a choice counts, given what the same person chose before: once per person, or once per option. */
export const countedChoices = (
	poll: Pick<Poll, "multiple" | "options">,
	before: readonly number[],
	chosen: readonly number[],
): number[] => {
	const known = [...new Set(chosen)].filter((option) => poll.options[option] && !before.includes(option))
	if (poll.multiple) return known
	return before.length === 0 ? known.slice(0, 1) : []
}

/** The poll with the tally as it was counted: votes by option, and voters. */
export const withTally = <P extends Poll>(
	poll: P,
	votes: ReadonlyMap<number, number>,
	voters: number,
): P => ({
	...poll,
	voters,
	options: poll.options.map((option, index) => ({ ...option, votes: votes.get(index) ?? 0 })),
})

/** When a changed tally is to be said: what waits already stays, since more votes must not put it off. */
export const tallyDue = (waiting: Date | null, now: Date): Date =>
	waiting ?? new Date(now.getTime() + limits.pollTallyPause)
