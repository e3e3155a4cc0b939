import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { limits } from "../../src/limits.ts"
import { bound, overruled } from "../../src/moderation/policy/bound.ts"
import { morningAfter } from "../../src/moderation/policy/morning.ts"
import { matchedIn, patternProblem } from "../../src/moderation/policy/patterns.ts"
import { asBoundsForm, readBounds } from "../../src/moderation/policy/read-bounds.ts"
import { readContents } from "../../src/moderation/policy/read-contents.ts"
import { asForm, readRules } from "../../src/moderation/policy/read-rules.ts"
import { type Came, replay } from "../../src/moderation/policy/replay.ts"
import { noBounds, noRules, type Rules } from "../../src/moderation/policy/rules.ts"
import { decide, type Submission } from "../../src/moderation/policy.ts"
import { daysAgo, minutesAgo, openPolicy, submission, withRules } from "../support/submissions.ts"

type Author = Partial<Submission["author"]>
type Change = Partial<Omit<Submission, "author">>

/** What a rule says of a post: its name, or "accept". */
const says = (rules: Partial<Rules>, change: Change = {}, author: Author = {}): string => {
	const verdict = decide(withRules(rules), submission(change, author))
	return verdict.verdict === "accept" ? "accept" : `${verdict.verdict}: ${verdict.rule}`
}

const lately = (change: Partial<Submission["lately"]>): Change => ({
	lately: { strangers: 0, wave: false, turn: null, morning: null, ...change },
})
const moderator: Author = { role: "moderator" }
const old: Author = { role: "member", since: daysAgo(90), taken: 50 }

const table: [string, Partial<Rules>, Change, Author, string][] = [
	["a stranger's answer", { answering: "members" }, { answers: true }, {}, "refuse: members-answer"],
	["a member's answer", { answering: "members" }, { answers: true }, { role: "member" }, "accept"],
	["a stranger's beginning", { answering: "members" }, {}, {}, "accept"],
	[
		"a member where moderators answer",
		{ answering: "moderators" },
		{ answers: true },
		old,
		"refuse: moderators-answer",
	],
	["somebody's first post", { newcomers: { posts: 1, days: 0 } }, {}, {}, "hold: newcomer"],
	["their second", { newcomers: { posts: 1, days: 0 } }, {}, { taken: 1 }, "accept"],
	[
		"a post of the first days",
		{ newcomers: { posts: 0, days: 7 } },
		{},
		{ role: "member", since: daysAgo(6), taken: 9 },
		"hold: newcomer",
	],
	[
		"one after them",
		{ newcomers: { posts: 0, days: 7 } },
		{},
		{ role: "member", since: daysAgo(7) },
		"accept",
	],
	[
		"a newcomer whom a moderator let in",
		{ newcomers: { posts: 5, days: 9 } },
		{},
		{ trusted: true },
		"accept",
	],
	["a moderator who is new", { newcomers: { posts: 5, days: 9 } }, {}, moderator, "accept"],
	["a newcomer's edit", { newcomers: { posts: 1, days: 0 } }, { coming: "edited" }, {}, "accept"],
	["what another group shares", { newcomers: { posts: 1, days: 0 } }, { coming: "carried" }, {}, "accept"],
	[
		"two links of two",
		{ links: { ...noRules.links, most: 2 } },
		{ links: ["a.example", "b.example"] },
		{},
		"accept",
	],
	[
		"three links of two",
		{ links: { ...noRules.links, most: 2 } },
		{ links: ["a.example", "a.example", "b.example"] },
		{},
		"hold: many-links",
	],
	[
		"a moderator's three",
		{ links: { ...noRules.links, most: 2 } },
		{ links: ["a.example", "a.example", "b.example"] },
		moderator,
		"accept",
	],
	[
		"a newcomer's link",
		{ links: { ...noRules.links, newcomers: false } },
		{ links: ["a.example"] },
		{},
		"hold: newcomers-links",
	],
	[
		"the link they edit in",
		{ links: { ...noRules.links, newcomers: false } },
		{ links: ["a.example"], coming: "edited" },
		{},
		"hold: newcomers-links",
	],
	[
		"an old member's link",
		{ links: { ...noRules.links, newcomers: false } },
		{ links: ["a.example"] },
		old,
		"accept",
	],
	[
		"a place kept out",
		{ links: { ...noRules.links, places: ["shop.example"] } },
		{ hosts: ["shop.example"] },
		old,
		"refuse: kept-out-link",
	],
	[
		"one below it",
		{ links: { ...noRules.links, places: ["shop.example"] } },
		{ hosts: ["a.shop.example"] },
		old,
		"refuse: kept-out-link",
	],
	[
		"its other port",
		{ links: { ...noRules.links, places: ["shop.example"] } },
		{ hosts: ["a.shop.example.:8443"] },
		old,
		"refuse: kept-out-link",
	],
	[
		"one that only sounds like it",
		{ links: { ...noRules.links, places: ["shop.example"] } },
		{ hosts: ["myshop.example"] },
		old,
		"accept",
	],
	[
		"a picture where there are none",
		{ media: { from: "nobody", described: false } },
		{ files: { all: 1, undescribed: 0 } },
		old,
		"refuse: no-media",
	],
	[
		"a stranger's picture",
		{ media: { from: "members", described: false } },
		{ files: { all: 1, undescribed: 0 } },
		{},
		"refuse: members-media",
	],
	[
		"a member's picture",
		{ media: { from: "members", described: true } },
		{ files: { all: 1, undescribed: 0 } },
		old,
		"accept",
	],
	[
		"a picture without words",
		{ media: { from: "members", described: true } },
		{ files: { all: 2, undescribed: 1 } },
		old,
		"hold: no-description",
	],
	["a language of the group", { languages: ["en", "de"] }, { language: "de-AT" }, {}, "accept"],
	["another language", { languages: ["en", "de"] }, { language: "fr" }, {}, "hold: other-language"],
	["no language said", { languages: ["en", "de"] }, { language: null }, {}, "accept"],
	["four names of three", { mentions: 3 }, { mentions: 4 }, old, "hold: many-mentions"],
	["three names of three", { mentions: 3 }, { mentions: 3 }, {}, "accept"],
	[
		"a stranger before a wave",
		{ flood: { strangers: 5, minutes: 10 } },
		lately({ strangers: 4 }),
		{},
		"accept",
	],
	[
		"the stranger who makes it one",
		{ flood: { strangers: 5, minutes: 10 } },
		lately({ strangers: 5 }),
		{},
		"hold: flood",
	],
	[
		"a stranger within it",
		{ flood: { strangers: 5, minutes: 10 } },
		lately({ wave: true }),
		{},
		"hold: flood",
	],
	[
		"who joined for it",
		{ flood: { strangers: 5, minutes: 10 } },
		lately({ wave: true }),
		{ role: "member", since: minutesAgo(2) },
		"hold: flood",
	],
	[
		"an old member within it",
		{ flood: { strangers: 5, minutes: 10 } },
		lately({ wave: true }),
		old,
		"accept",
	],
	[
		"whom a moderator let in",
		{ flood: { strangers: 5, minutes: 10 } },
		lately({ wave: true }),
		{ trusted: true },
		"accept",
	],
	[
		"a post too soon",
		{ slow: { minutes: 10, whose: "each" } },
		lately({ turn: minutesAgo(9) }),
		old,
		"hold: slow-mode",
	],
	["one in time", { slow: { minutes: 10, whose: "each" } }, lately({ turn: minutesAgo(10) }), old, "accept"],
	[
		"a moderator's too soon",
		{ slow: { minutes: 10, whose: "each" } },
		lately({ turn: minutesAgo(1) }),
		moderator,
		"accept",
	],
	[
		"an edit too soon",
		{ slow: { minutes: 10, whose: "each" } },
		{ ...lately({ turn: minutesAgo(1) }), coming: "edited" },
		old,
		"accept",
	],
	[
		"a post at night",
		{ quiet: { from: "22:00", to: "07:00", zone: "UTC" } },
		lately({ morning: minutesAgo(-60) }),
		old,
		"hold: quiet-hours",
	],
]

describe("the rules of a group", () => {
	it.each(table)("for %s", (_, rules, change, author, expected) => {
		expect(says(rules, change, author)).toBe(expected)
	})

	it("say nothing of anybody while they are off, and are written in sentences", () => {
		expect(decide(openPolicy, submission())).toEqual({ verdict: "accept" })
		for (const [, rules, change, author] of table) {
			const verdict = decide(withRules(rules), submission(change, author))
			if (verdict.verdict !== "accept") expect(verdict.reason).toMatch(/^[A-Z].*\.$/)
		}
	})

	it("give what comes too soon its turn, and a moderator's look where the line is longer than a week", () => {
		const slow = { slow: { minutes: 30, whose: "group" } } as const
		const turn = (at: Date) => decide(withRules(slow), submission(lately({ turn: at }), old))
		expect(turn(minutesAgo(10))).toMatchObject({ verdict: "hold", until: minutesAgo(-20) })
		expect(turn(minutesAgo(-90))).toMatchObject({ until: minutesAgo(-120) })
		expect(turn(daysAgo(-8))).not.toHaveProperty("until")
		const night = lately({ turn: minutesAgo(10), morning: minutesAgo(-300) })
		expect(decide(withRules(slow), submission(night, old))).toMatchObject({ until: minutesAgo(-300) })
	})

	it("never ask more of somebody the longer they are here", () => {
		const facts = fc.record({ taken: fc.nat(9), days: fc.nat(20), more: fc.nat(5), later: fc.nat(9) })
		fc.assert(
			fc.property(facts, fc.nat(9), fc.nat(20), ({ taken, days, more, later }, posts, span) => {
				const rules = { newcomers: { posts, days: span } }
				const before = says(rules, {}, { role: "member", taken, since: daysAgo(days) })
				const after = says(rules, {}, { role: "member", taken: taken + more, since: daysAgo(days + later) })
				return before !== "accept" || after === "accept"
			}),
		)
	})
})

const anyNumber = fc.option(fc.nat(40), { nil: null })
const anyWave = fc.option(
	fc.record({ strangers: fc.integer({ min: 1, max: 9 }), minutes: fc.integer({ min: 1, max: 99 }) }),
	{ nil: null },
)
const anyClock = fc
	.tuple(fc.nat(23), fc.nat(59))
	.map((parts) => parts.map((n) => String(n).padStart(2, "0")).join(":"))
const anyRules: fc.Arbitrary<Rules> = fc.record({
	answering: fc.constantFrom("same", "anyone", "followers", "members", "moderators"),
	newcomers: fc.record({ posts: fc.nat(50), days: fc.nat(365) }),
	links: fc.record({
		most: anyNumber,
		newcomers: fc.boolean(),
		places: fc.uniqueArray(fc.constantFrom("a.example", "b.example")),
	}),
	media: fc.record({ from: fc.constantFrom("anyone", "members", "nobody"), described: fc.boolean() }),
	languages: fc.uniqueArray(fc.constantFrom("en", "de", "pt-BR")),
	mentions: anyNumber,
	flood: anyWave,
	slow: fc.option(
		fc.record({ minutes: fc.integer({ min: 1, max: 99 }), whose: fc.constantFrom("each", "group") }),
		{ nil: null },
	),
	quiet: fc.option(
		fc
			.tuple(anyClock, anyClock)
			.filter(([from, to]) => from !== to)
			.map(([from, to]) => ({ from, to, zone: "Europe/Berlin" })),
		{ nil: null },
	),
	cap: fc.option(fc.integer({ min: 1, max: 900 }), { nil: null }),
})
const anyBounds = fc.record({
	newcomers: fc.record({ posts: fc.nat(9), days: fc.nat(9) }),
	links: anyNumber,
	newcomersLinks: fc.boolean(),
	mentions: anyNumber,
	flood: anyWave,
	openToAnyone: fc.boolean(),
})

describe("rules as they are typed", () => {
	it("come back as they were kept", () => {
		fc.assert(
			fc.property(anyRules, (rules) => {
				expect(readRules(asForm(rules))).toEqual({ rules })
			}),
		)
	})

	it.each([
		["newcomer_posts", "51"],
		["newcomer_posts", "-1"],
		["links", "many"],
		["places", "not a place/at all"],
		["languages", "klingonese"],
		["quiet_from", "25:00"],
		["quiet_zone", "Mars/Olympus"],
		["slow_whose", "nobody"],
		["flood_posts", "10"],
		["cap", "0"],
	])("say what is wrong with %s=%s", (name, value) => {
		const read = readRules({ [name]: value, ...(name === "quiet_from" && { quiet_to: "07:00" }) })
		expect("problems" in read && Object.keys(read.problems)).toEqual([name])
	})

	it("leave what is not said as it was", () => {
		const before = { ...noRules, mentions: 4 }
		expect(readRules({ links: "3" }, before)).toEqual({
			rules: { ...before, links: { ...noRules.links, most: 3 } },
		})
	})
})

describe("what the server demands", () => {
	it("makes a group stricter, never laxer, and says where", () => {
		const cases = fc.tuple(anyRules, anyBounds, fc.nat(60), fc.nat(9), fc.nat(60), fc.boolean())
		fc.assert(
			fc.property(cases, ([rules, bounds, mentions, taken, links, answers]) => {
				const own = { posting: "anyone", rules } as const
				const holds = bound(own, bounds)
				const one = submission(
					{ mentions, answers, links: Array(links).fill("a.example") },
					{ taken, since: daysAgo(4) },
				)
				const before = decide({ ...openPolicy, ...own }, one)
				const after = decide({ ...openPolicy, ...holds }, one)
				if (before.verdict !== "accept") expect(after.verdict).not.toBe("accept")
				expect(overruled(own, bounds).length === 0).toBe(JSON.stringify(holds) === JSON.stringify(own))
			}),
		)
	})

	it("is typed like the rules it makes stricter, and comes back as it was kept", () => {
		fc.assert(
			fc.property(anyBounds, (bounds) => {
				expect(readBounds(asBoundsForm(bounds))).toEqual({ bounds })
			}),
		)
		expect(readBounds({ links: "2" }, { ...noBounds, mentions: 4 })).toEqual({
			bounds: { ...noBounds, mentions: 4, links: 2 },
		})
	})

	it.each([
		["newcomer_posts", "51"],
		["links", "many"],
		["flood_posts", "10"],
		["newcomer_links", "maybe"],
		["strangers", "some"],
	])("cannot be %s=%s", (name, value) => {
		const read = readBounds({ [name]: value })
		expect("problems" in read && Object.keys(read.problems)).toEqual([name])
	})

	it("can close groups to strangers", () => {
		const bounds = { ...noBounds, openToAnyone: false }
		expect(bound({ posting: "anyone", rules: noRules }, bounds).posting).toBe("followers")
		expect(overruled({ posting: "anyone", rules: noRules }, bounds)).toEqual(["posting"])
		expect(overruled({ posting: "members", rules: noRules }, bounds)).toEqual([])
	})
})

describe("the night of a group", () => {
	const night = { from: "22:00", to: "07:00", zone: "Europe/Berlin" }
	it.each([
		["2026-01-10T20:59:00Z", null],
		["2026-01-10T21:00:00Z", "2026-01-11T06:00:00.000Z"],
		["2026-01-11T05:59:00Z", "2026-01-11T06:00:00.000Z"],
		["2026-01-11T06:00:00Z", null],
		// The clocks go forward in that night.
		["2026-03-28T22:30:00Z", "2026-03-29T05:00:00.000Z"],
	])("at %s ends at %s", (at, morning) => {
		expect(morningAfter(night, new Date(at))?.toISOString() ?? null).toBe(morning)
	})

	it("may be an hour at noon", () => {
		const noon = { from: "12:00", to: "13:00", zone: "UTC" }
		expect(morningAfter(noon, new Date("2026-01-10T12:30:00Z"))?.toISOString()).toBe(
			"2026-01-10T13:00:00.000Z",
		)
		expect(morningAfter(noon, new Date("2026-01-10T13:00:00Z"))).toBeNull()
	})
})

describe("what is in a post", () => {
	const around = {
		group: {
			uri: "https://snug.example/ap/groups/1",
			url: "https://snug.example/@tea",
			handle: "tea",
			host: "snug.example",
		},
		author: { host: "m.example" },
	}
	const read = (html: string, attachments: Parameters<typeof readContents>[0]["attachments"] = []) =>
		readContents({ html, attachments }, around)

	it("are links, but not names and not tags at home", () => {
		const html = `<p><a href="https://snug.example/@tea" class="u-url mention">@<span>tea</span></a>
			<a href="https://n.example/@eve" class="mention">@eve</a> <a href="https://m.example/tags/tea" class="hashtag">#tea</a>
			<a href="https://www.shop.example/x?a=1&amp;b=2">buy</a> <a class="mention hashtag" href="https://pills.example/">#pills</a></p>`
		expect(read(html)).toMatchObject({ links: ["shop.example", "pills.example"], mentions: 1 })
		expect(read(html).hosts).toContain("n.example")
	})

	it("are links where more than a name follows the sign of a name", () => {
		const html = `<a href="https://pills.example/">@buy pills</a> <a href="https://n.example/@%C3%A9ve">@éve@n.example</a>`
		expect(read(html)).toMatchObject({ links: ["pills.example"], mentions: 1 })
	})

	it("are names without links, too, the group's own apart", () => {
		expect(read("<p>@tea@snug.example @bob@m.example @ann@l.example and @bob@m.example</p>").mentions).toBe(2)
	})

	it("are pictures, and previews of pages are links", () => {
		const file = (mediaType: string, alt: string) => ({ url: "https://f.example/1", mediaType, alt })
		expect(
			read("<p>x</p>", [file("image/png", " "), file("image/png", "A cup"), file("text/html", "")]),
		).toMatchObject({
			files: { all: 2, undescribed: 1 },
			links: ["f.example"],
		})
	})
})

describe("rules that are tried on what was written", () => {
	const came = (authorId: string, minutes: number, taken = true, change: Change = {}): Came => {
		const { lately: _, ...rest } = submission(change, { since: null })
		return { authorId, taken, submission: { ...rest, now: minutesAgo(-minutes) } }
	}
	const says = (rules: Partial<Rules>, all: Came[]): string[] =>
		replay(withRules(rules), all).map((verdict) => (verdict.verdict === "accept" ? "accept" : verdict.rule))

	it("know people the better for what was taken of them", () => {
		const all = [came("bob", 0), came("eve", 1, false), came("bob", 2), came("eve", 3), came("eve", 4)]
		expect(says({ newcomers: { posts: 1, days: 0 } }, all)).toEqual([
			"newcomer",
			"newcomer",
			"accept",
			"newcomer",
			"accept",
		])
	})

	it("see a wave begin and end", () => {
		const all = [0, 1, 2, 3, 80].map((minutes, n) => came(`s${n}`, minutes))
		expect(says({ flood: { strangers: 2, minutes: 10 } }, all)).toEqual([
			"accept",
			"accept",
			"flood",
			"flood",
			"accept",
		])
	})

	it("give turns as they would have been given", () => {
		const all = [0, 1, 2, 31].map((minutes) => came("bob", minutes))
		expect(says({ slow: { minutes: 10, whose: "each" } }, all)).toEqual([
			"accept",
			"slow-mode",
			"slow-mode",
			"accept",
		])
	})
})

describe("patterns", () => {
	it("fit without regard to capitals, and may not fit everything", () => {
		expect(matchedIn("Buy CHEAP pills now", ["(?:cheap|free)\\s+pills", "gold"])).toEqual([
			"(?:cheap|free)\\s+pills",
		])
		for (const bad of ["(", "a**", ".*", "", "(?=x)", "(.{1,1000})y", "\\pL{0,500}\\pN{0,400}y"])
			expect(patternProblem(bad)).not.toBeNull()
		expect(patternProblem("v[i1]agra")).toBeNull()
	})

	it("fit words between whose letters nothing is to be seen", () => {
		const padded = `${"\u200b".repeat(limits.patternText)}fr\u00adee pil\u200bls`
		expect(matchedIn(padded, ["free pills"])).toEqual(["free pills"])
	})

	it("take no time to speak of, however they are written and however long the post is", () => {
		for (const evil of ["(a+)+$", "(a|a)*b", "(.*)*x", "(x+x+)+y"])
			expect(matchedIn(`${"a".repeat(19_000)}!`, [evil])).toEqual([])
	})
})
