import { describe, expect, it } from "vitest"
import { obfuscated, type Rule, strictest } from "../../src/moderation/borders/standing.ts"
import { normalDomain } from "../../src/moderation/domains.ts"

const rule = (given: Partial<Rule>): Rule => ({
	severity: "none",
	rejectMedia: false,
	rejectReports: false,
	...given,
})

describe("rules about the same server", () => {
	it.each([
		[[], { severity: null, rejectMedia: false, rejectReports: false }],
		[[rule({ severity: "limit" })], { severity: "limit", rejectMedia: false, rejectReports: false }],
		[
			[rule({ severity: "limit" }), rule({ severity: "block" }), rule({})],
			{ severity: "block", rejectMedia: true, rejectReports: true },
		],
		[
			[rule({ rejectMedia: true }), rule({ severity: "limit", rejectReports: true })],
			{ severity: "limit", rejectMedia: true, rejectReports: true },
		],
	])("%j come to the strictest of them", (rules, standing) => {
		expect(strictest(rules)).toEqual(standing)
	})
})

it("hides the middle of a name as Mastodon does", () => {
	expect(obfuscated("example.com")).toBe("exa****.*om")
	expect(obfuscated("very.long.example.social")).toBe("very.lo**.*******.social")
})

it("takes a domain with a star for the domain itself, and no other star", () => {
	expect(normalDomain("*.Bad.Example.")).toBe("bad.example")
	expect(normalDomain("https://*.bad.example")).toBe("bad.example")
	for (const text of ["*", "*.*.example", "ex*mple.com"]) expect(normalDomain(text)).toBeNull()
})
