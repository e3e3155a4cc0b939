import { describe, expect, it } from "vitest"
import { pollParts, readPoll, readPollVote, readVote } from "../../federation/translate/poll.ts"
import { quoteOf } from "../../federation/translate/quote.ts"
import { emojiOf } from "../../src/posts/emoji.ts"
import { cleanHtml, withoutQuoteLine } from "../../src/posts/markup.ts"
import {
	countedChoices,
	durationOf,
	isClosed,
	newPoll,
	optionNamed,
	pollProblem,
	tallyDue,
	withTally,
} from "../../src/posts/poll.ts"

const now = new Date("2026-11-20T20:30:00Z")
const day = 86_400_000
const week = 7 * day
const poll = { ...newPoll(["Tea", "Coffee", "Water"], false, new Date(+now + week)), postId: "p" }

describe("asking", () => {
	it.each([
		[["Tea", "Coffee"], week, null],
		[["Tea"], week, "A poll needs at least two options."],
		[Array.from({ length: 11 }, String), week, "A poll has at most 10 options."],
		[["Tea", " "], week, "An option needs words."],
		[["Tea", " tea "], week, "Two options are the same."],
		[["Tea", "x".repeat(101)], week, "An option has at most 100 characters."],
		[["Tea", "Coffee"], 60_000, "A poll is open for at least five minutes, and for a year at the most."],
		[["Tea", "Coffee"], 400 * day, "A poll is open for at least five minutes, and for a year at the most."],
		[["Tea", "Coffee"], Number.NaN, "A poll is open for at least five minutes, and for a year at the most."],
	])("%j for %d ms: %s", (options, lasts, problem) => {
		expect(pollProblem(options, lasts)).toBe(problem)
	})

	it.each([
		["30m", 1_800_000],
		["12h", 43_200_000],
		["7d", week],
		["7", null],
		["-7d", null],
		["7 days", null],
	])("a time of %s", (words, milliseconds) => {
		expect(durationOf(words)).toBe(milliseconds)
	})
})

describe("counting", () => {
	it("takes one choice of each person, or each option once", () => {
		expect(countedChoices(poll, [], [1])).toEqual([1])
		expect(countedChoices(poll, [], [1, 2])).toEqual([1])
		expect(countedChoices(poll, [1], [2])).toEqual([])
		const several = { ...poll, multiple: true }
		expect(countedChoices(several, [1], [1, 2, 2])).toEqual([2])
		expect(countedChoices(several, [], [7, -1])).toEqual([])
	})

	it("knows an option by its words, whatever a server made of their case and edges", () => {
		expect(optionNamed(poll, "Coffee")).toBe(1)
		expect(optionNamed(poll, " coffee")).toBe(1)
		expect(
			optionNamed(
				{
					options: [
						{ text: "a", votes: 0 },
						{ text: "A", votes: 0 },
					],
				},
				"A",
			),
		).toBe(1)
		expect(optionNamed(poll, "Milk")).toBeNull()
		expect(optionNamed(poll, "")).toBeNull()
	})

	it("is over when it closes, and not before", () => {
		expect(isClosed(poll, now)).toBe(false)
		expect(isClosed(poll, poll.endsAt!)).toBe(true)
		expect(isClosed({ endsAt: null, closedAt: null }, now)).toBe(false)
		expect(isClosed({ endsAt: null, closedAt: now }, now)).toBe(true)
	})

	it("writes the tally over what stood there", () => {
		const tallied = withTally({ ...poll, voters: 9 }, new Map([[2, 3]]), 3)
		expect(tallied.options.map(({ votes }) => votes)).toEqual([0, 0, 3])
		expect(tallied.voters).toBe(3)
	})

	it("says a tally three minutes after the first new vote, however many follow", () => {
		const due = tallyDue(null, now)
		expect(+due - +now).toBe(180_000)
		expect(tallyDue(due, new Date(+now + 170_000))).toEqual(due)
	})
})

const question = {
	type: "Question",
	published: "2026-11-19T10:00:00Z",
	oneOf: [
		{ type: "Note", name: "yes", replies: { type: "Collection", totalItems: 4 } },
		{ type: "Note", name: "<b>no</b>", replies: { type: "Collection", totalItems: 1 } },
	],
}

describe("a poll of another server", () => {
	it("is read with its tally (Mastodon)", () => {
		const endTime = "2026-11-25T10:00:00Z"
		expect(readPoll({ ...question, endTime, votersCount: 5 })).toEqual({
			multiple: false,
			options: [
				{ text: "yes", votes: 4 },
				{ text: "no", votes: 1 },
			],
			voters: 5,
			endsAt: new Date(endTime),
			closedAt: null,
		})
	})

	it("says in closed when it will close (Pleroma), or that it did", () => {
		const will = readPoll({ ...question, closed: "2026-11-25T10:00:00.785333" })!
		expect(isClosed(will, now)).toBe(false)
		expect(isClosed(will, new Date("2026-11-26T10:00:00Z"))).toBe(true)
		expect(isClosed(readPoll({ ...question, closed: true })!, now)).toBe(true)
		expect(isClosed(readPoll({ ...question, closed: false })!, now)).toBe(false)
	})

	it("counts voters as well as it can where nobody says", () => {
		expect(readPoll(question)!.voters).toBe(5)
		expect(readPoll({ ...question, oneOf: undefined, anyOf: question.oneOf })).toMatchObject({
			multiple: true,
			voters: 4,
		})
	})

	it("stays within bounds whatever is said", () => {
		expect(readPoll({ ...question, oneOf: [] })).toBeNull()
		expect(readPoll({ ...question, oneOf: ["yes", { name: 7 }, null] })).toBeNull()
		const wild = readPoll({
			...question,
			votersCount: -3,
			oneOf: Array.from({ length: 50 }, () => ({ name: "x".repeat(999), replies: { totalItems: 1e300 } })),
		})!
		expect(wild.options).toHaveLength(20)
		expect(wild.options[0]!.text).toHaveLength(200)
		expect(wild.voters).toBeLessThanOrEqual(1e9)
		expect(wild.options.every(({ votes }) => votes <= 1e9)).toBe(true)
	})

	it("is written as it is read", () => {
		const mine = { ...poll, multiple: true, voters: 2, closedAt: poll.endsAt }
		expect(readPoll(pollParts(mine))).toEqual({
			multiple: true,
			options: poll.options,
			voters: 2,
			endsAt: poll.endsAt,
			closedAt: poll.endsAt,
		})
	})
})

describe("a vote", () => {
	const bob = "https://m.test/u/bob"
	const vote = { type: "Note", name: "yes", inReplyTo: "https://snug.test/ap/posts/1", attributedTo: bob }
	const read = { postUri: vote.inReplyTo, options: ["yes"] }

	it.each([
		[vote, read],
		[{ ...vote, content: null }, read],
		[{ ...vote, content: "" }, read],
		[{ ...vote, type: "Answer" }, read],
		[{ ...vote, attributedTo: undefined }, read],
		[{ ...vote, attributedTo: "https://m.test/u/eve" }, null],
		[{ ...vote, content: "<p>yes, and here is why</p>" }, null],
		[{ ...vote, type: "Page" }, null],
		[{ ...vote, name: "" }, null],
		[{ ...vote, inReplyTo: null }, null],
	])("%j", (object, reading) => {
		expect(readVote(object, bob)).toEqual(reading)
	})

	it("of PieFed names its choice beside the poll", () => {
		const activity = { type: "PollVote", object: vote.inReplyTo, choice_text: "yes" }
		expect(readPollVote(activity)).toEqual(read)
		expect(readPollVote({ ...activity, object: { id: vote.inReplyTo } })).toEqual(read)
		expect(readPollVote({ ...activity, choice_text: undefined })).toBeNull()
	})
})

describe("a quote", () => {
	const quoted = "https://m.test/n/1"
	const ld = 'application/ld+json; profile="https://www.w3.org/ns/activitystreams"'
	const rel = "https://misskey-hub.net/ns#_misskey_quote"
	it.each([
		[{ quote: quoted }, quoted],
		[{ quote: { id: quoted, type: "Note" } }, quoted],
		[{ quoteUrl: quoted }, quoted],
		[{ quoteUri: quoted }, quoted],
		[{ _misskey_quote: quoted }, quoted],
		[{ tag: { type: "Link", mediaType: ld, rel, href: quoted } }, quoted],
		[{ tag: [{ type: "Link", mediaType: ld, name: `RE: ${quoted}`, href: quoted }] }, quoted],
		[{ tag: [{ type: "Link", mediaType: ld, name: "#1374", href: quoted }] }, null],
		[{ tag: [{ type: "Link", mediaType: "text/html", rel, href: quoted }] }, null],
		[{ quote: "javascript:alert(1)" }, null],
		[{ id: quoted, quote: quoted }, null],
	])("%j", (object, uri) => {
		expect(quoteOf(object)).toBe(uri)
	})

	it("loses the line that says it again, and nothing else", () => {
		const line = (tag: string) => `<${tag} class="quote-inline">RE: <a href="${quoted}">it</a></${tag}>`
		expect(withoutQuoteLine(cleanHtml(`<p>Look${line("span")}</p>`))).toBe("<p>Look</p>")
		expect(withoutQuoteLine(cleanHtml(`${line("p")}<p>Look</p>`))).toBe("<p>Look</p>")
		expect(withoutQuoteLine(cleanHtml("<p>RE: nothing</p>"))).toBe("<p>RE: nothing</p>")
		expect(cleanHtml('<p class="quote-inline evil">x</p>')).toBe('<p class="quote-inline">x</p>')
	})
})

describe("the emoji of a reaction", () => {
	it.each([
		["🔥", "🔥"],
		[" 👍🏽 ", "👍🏽"],
		["👩‍👩‍👧‍👦", "👩‍👩‍👧‍👦"],
		["🇵🇹", "🇵🇹"],
		["1️⃣", "1️⃣"],
		["❤", "❤"],
		[":blobcat:", ":blobcat:"],
		[":blobcat@.:", ":blobcat:"],
		[":blobcat@m.test:", ":blobcat:"],
		["👌👌", null],
		["~", null],
		["a", null],
		["1", null],
		["::", null],
		[`:${"x".repeat(65)}:`, null],
		[":<b>:", null],
		["", null],
		[null, null],
	])("%j is %j", (text, emoji) => {
		expect(emojiOf(text)).toBe(emoji)
	})
})
