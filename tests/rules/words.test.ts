import { describe, expect, it } from "vitest"
import { readAs } from "../../src/web/reader.ts"
import { exactTime, humanTime, namesOf } from "../../src/web/words.ts"

const now = new Date("2026-11-20T20:30:00Z") // a Friday evening
const at = (iso: string): string => humanTime(new Date(iso), now)

describe("human time", () => {
	it.each([
		["2026-11-20T20:29:30Z", "just now"],
		["2026-11-20T20:25:01Z", "just now"],
		["2026-11-20T20:25:00Z", "this evening"],
		["2026-11-20T17:00:00Z", "this evening"],
		["2026-11-20T16:59:59Z", "this afternoon"],
		["2026-11-20T12:00:00Z", "this afternoon"],
		["2026-11-20T11:59:59Z", "this morning"],
		["2026-11-20T05:00:00Z", "this morning"],
		["2026-11-20T00:00:00Z", "early this morning"],
		["2026-11-19T23:59:59Z", "yesterday evening"],
		["2026-11-19T09:00:00Z", "yesterday morning"],
		["2026-11-19T02:00:00Z", "early yesterday"],
		["2026-11-17T19:00:00Z", "Tuesday evening"],
		["2026-11-14T00:10:00Z", "early on Saturday"],
		["2026-11-13T23:59:00Z", "13 November"],
		["2026-03-12T12:00:00Z", "12 March"],
		["2024-03-12T12:00:00Z", "12 March 2024"],
	])("%s is %s", (iso, words) => expect(at(iso)).toBe(words))

	it("forgives a clock a little ahead and dates one far ahead", () => {
		expect(at("2026-11-20T20:33:00Z")).toBe("just now")
		expect(at("2026-12-24T18:00:00Z")).toBe("24 December")
		expect(at("2027-01-02T18:00:00Z")).toBe("2 January 2027")
	})

	it("counts in the reader's days, not in ours", () => {
		const late = new Date("2026-11-20T03:00:00Z")
		const within = (zone: string) => readAs({ locale: "en", zone }, () => humanTime(late, now))
		expect(within("America/New_York")).toBe("yesterday evening")
		expect(within("Asia/Tokyo")).toBe("yesterday afternoon")
		expect(humanTime(late, now)).toBe("early this morning")
	})

	it("keeps the calendar through a change of clocks", () => {
		const monday = new Date("2026-10-26T00:10:00Z") // 01:10 in Berlin, the night after clocks went back
		const saturday = new Date("2026-10-24T22:30:00Z") // 00:30 on Sunday in Berlin
		const berlin = { locale: "en", zone: "Europe/Berlin" } as const
		expect(readAs(berlin, () => humanTime(saturday, monday))).toBe("early yesterday")
	})

	it.each([
		["2026-11-20T20:25:00Z", "heute Abend", "مساء اليوم"],
		["2026-11-19T02:00:00Z", "gestern früh", "فجر أمس"],
		["2026-11-17T19:00:00Z", "Dienstagabend", "مساء \u2068الثلاثاء\u2069"],
		["2026-03-12T12:00:00Z", "12. März", "12 مارس"],
		["2024-03-12T12:00:00Z", "12. März 2024", "12 مارس 2024"],
	])("is said in other languages: %s", (iso, german, arabic) => {
		expect(readAs({ locale: "de", zone: "UTC" }, () => at(iso))).toBe(german)
		expect(readAs({ locale: "ar", zone: "UTC" }, () => at(iso))).toBe(arabic)
	})

	it("says something for a date that is none", () => {
		expect(humanTime(new Date("nonsense"), now)).toBe("some time ago")
		expect(exactTime(new Date("nonsense"))).toBe("")
	})
})

it("keeps the exact moment for who wants it", () => {
	// The commas and the "at" belong to the ICU release.
	expect(exactTime(new Date("2026-11-17T19:42:00Z"))).toMatch(/^Tuesday,? 17 November 2026\b.* 19:42 UTC$/)
})

describe("names", () => {
	const spoken = (names: string[]) =>
		namesOf(names)
			.map(({ text }) => text)
			.join("")

	it.each([
		[[], ""],
		[["Bo"], "Bo"],
		[["Bo", "Chidi"], "Bo and Chidi"],
		[["Bo", "Chidi", "Dee"], "Bo, Chidi and Dee"],
		[["Bo", "Chidi", "Dee", "Eve"], "Bo, Chidi, Dee and others"],
		[["Bo", "Bo", "Chidi"], "Bo and Chidi"],
	])("%j is %s", (names, words) => expect(spoken(names)).toBe(words))

	it("are joined as the language joins them", () => {
		const four = ["Bo", "Chidi", "Dee", "Eve"]
		expect(readAs({ locale: "de", zone: "UTC" }, () => spoken(four))).toBe("Bo, Chidi, Dee und andere")
		expect(readAs({ locale: "ar", zone: "UTC" }, () => spoken(four))).toMatch(/^Bo.*Chidi.*Dee.* وآخرون$/)
	})
})
