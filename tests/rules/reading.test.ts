import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
	addressees,
	dateOf,
	idOf,
	idsOf,
	linkOf,
	normalUri,
	oneOf,
	sameOrigin,
	saysPublic,
	typeOf,
	wordsIn,
} from "../../federation/translate/reading.ts"

const everyone = "https://www.w3.org/ns/activitystreams#Public"

describe("an address", () => {
	it("has one form in which it is compared", () => {
		for (const spelt of [
			"https://m.test/u",
			"HTTPS://M.TEST/u",
			"https://m.test:443/u",
			"https://m.test./u",
			"https://m.test/./u",
			"https://m.test/x/../u",
		])
			expect(normalUri(spelt)).toBe("https://m.test/u")
		expect(normalUri("https://bücher.test/u")).toBe("https://xn--bcher-kva.test/u")
		expect(normalUri("https://xn--bcher-kva.test/u")).toBe("https://xn--bcher-kva.test/u")
		expect(normalUri("http://m.test:80/u#key")).toBe("http://m.test/u#key")
	})

	it("is another one where another server may answer", () => {
		const addresses = [
			"https://m.test/u",
			"http://m.test/u",
			"https://m.test:444/u",
			"https://n.test/u",
			"https://m.test/U",
			"https://m.test/u/",
			"https://m.test/u?",
			"https://m.test/u#",
			"https://m.test/%75",
		]
		const forms = addresses.map((address) => normalUri(address))
		expect(new Set(forms).size).toBe(addresses.length)
	})

	it("is none when it is something else", () => {
		for (const value of [
			null,
			undefined,
			7,
			{},
			[],
			"",
			"x",
			"/u",
			"//m.test/u",
			"acct:bob@m.test",
			"mailto:a@m.test",
			"javascript:1",
			"data:,x",
			"file:///etc/passwd",
			"ftp://m.test/",
			"https://u:p@m.test/",
			"https://u@m.test/",
			"https://",
			"https://[bad",
			"{foo:",
			"https://victim.test%00.evil.test/",
			"https://m.te\nst/u",
			"https:\\\\m.test\\u",
			" https://m.test/u",
			"https://m.test/a b",
			"https://m.test/\u0000",
			`https://m.test/${"x".repeat(1024)}`,
			`https://m.test/${"é".repeat(400)}`,
		])
			expect(normalUri(value), String(value)).toBeNull()
		expect(linkOf(`https://m.test/${"x".repeat(2000)}`)).not.toBeNull()
		expect(linkOf("javascript:1")).toBeNull()
	})

	it("stays as it is when it is read again", () => {
		fc.assert(
			fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (address) => {
				const once = normalUri(address)
				expect(normalUri(once)).toBe(once)
			}),
		)
	})

	it("is of the same server only with the same scheme, host and port", () => {
		expect(sameOrigin("https://m.test/a", "https://m.test/b")).toBe(true)
		for (const other of [
			"http://m.test/",
			"https://m.test:444/",
			"https://a.m.test/",
			"https://m.test.evil.test/",
		])
			expect(sameOrigin("https://m.test/a", other)).toBe(false)
	})
})

describe("one or many", () => {
	it("is read from what stands alone, in a list, or whole", () => {
		for (const value of [
			"https://m.test/1",
			{ id: "https://m.test/1" },
			["https://m.test/1"],
			[{ id: "https://m.test/1" }],
		]) {
			expect(idOf(value)).toBe("https://m.test/1")
			expect(idsOf(value)).toEqual(["https://m.test/1"])
		}
		for (const value of [
			[],
			["https://m.test/1", "https://m.test/2"],
			{},
			null,
			{ id: ["https://m.test/1"] },
			{ href: "https://m.test/1" },
		])
			expect(idOf(value)).toBeNull()
		expect(idsOf(["https://m.test/1", 7, null, { id: "https://m.test/2" }])).toEqual([
			"https://m.test/1",
			"https://m.test/2",
		])
		expect(oneOf([1])).toBe(1)
		expect(oneOf([1, 2])).toEqual([1, 2])
		expect([
			typeOf({ type: "Note" }),
			typeOf({ type: ["Note"] }),
			typeOf({ type: ["Note", "Page"] }),
			typeOf({}),
			typeOf("Note"),
			typeOf([{ type: "Note" }]),
		]).toEqual(["Note", "Note", null, null, null, null])
	})

	it("finds everyone a thing is addressed to", () => {
		const thing = {
			to: "https://m.test/1",
			cc: ["https://m.test/2", { id: "https://m.test/3" }],
			audience: "https://m.test/4",
			target: { id: "https://m.test/5" },
			tag: [
				{ type: "Mention", href: "https://m.test/6" },
				{ type: "Hashtag", href: "https://m.test/7" },
				"x",
				null,
			],
		}
		expect(addressees(thing)).toEqual([1, 2, 3, 4, 5, 6].map((n) => `https://m.test/${n}`))
		expect(addressees({ tag: { type: "Mention", href: "https://m.test/6" } })).toEqual(["https://m.test/6"])
		expect(addressees({ bto: "https://m.test/1", bcc: "https://m.test/1" })).toEqual([])
	})

	it("says whether it is for everyone, or nothing", () => {
		for (const name of [everyone, "as:Public", "Public", { id: everyone }])
			for (const field of ["to", "cc"])
				for (const value of [name, [name], ["https://m.test/1", name]])
					expect(saysPublic({ [field]: value })).toBe(true)
		expect(saysPublic({ to: ["https://m.test/followers"] })).toBe(false)
		expect(saysPublic({ to: [`${everyone}/`], cc: ["public"] })).toBe(false)
		expect(saysPublic({ audience: everyone })).toBeNull()
		for (const nothing of [{}, { to: [] }, { to: null, cc: [] }]) expect(saysPublic(nothing)).toBeNull()
	})
})

it("a date is one of the time of the web, in any form", () => {
	const at = "2026-11-20T10:00:00.000Z"
	for (const written of [
		at,
		"2026-11-20T10:00:00Z",
		"2026-11-20T12:00:00+02:00",
		"Fri, 20 Nov 2026 10:00:00 GMT",
		"2026-11-20T10:00:00.000000Z",
		"2026-11-20T10:00:00.123456789+00:00".replace(".123456789", ".000000000"),
		"2026-11-20T12:00:00+0200",
		"2026-11-20T10:00:00",
		"2026-11-20T10:00:00.000000",
		"2026-11-20 10:00:00",
		{ "@type": "xsd:dateTime", "@value": at },
		1_795_168_800,
		1_795_168_800_000,
	])
		expect(dateOf(written)?.toISOString(), JSON.stringify(written)).toBe(at)
	for (const written of [
		null,
		7,
		"",
		"never",
		[at],
		{ date: at },
		Number.POSITIVE_INFINITY,
		"1969-12-31T23:59:59Z",
		"-271821-04-20T00:00:00Z",
		"+275760-09-13T00:00:00Z",
		"x".repeat(100),
	])
		expect(dateOf(written)).toBeNull()
})

it("words are read from wherever they stand", () => {
	for (const [plain, byLanguage] of [
		["Words"],
		[["Words"]],
		[["", "Words"]],
		[{ "@value": "Words", "@language": "en" }],
		[[{ "@value": "Words", "@language": "en" }]],
		[undefined, { en: "Words" }],
		[null, { en: "", de: "Words" }],
		["", { en: "Words" }],
		[undefined, [{ "@value": "Words" }]],
	])
		expect(wordsIn(plain, byLanguage), JSON.stringify([plain, byLanguage])).toBe("Words")
	for (const nothing of [undefined, null, "", " ", 7, {}, [], [7, null], { en: "Words" }])
		expect(wordsIn(nothing)).toBeNull()
})
