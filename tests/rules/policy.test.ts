import { describe, expect, it } from "vitest"
import type { Posting } from "../../src/groups/group.ts"
import { atLeast, banHolds, type Role } from "../../src/groups/member.ts"
import { domainsOf, normalDomain } from "../../src/moderation/domains.ts"
import { decide, type Submission } from "../../src/moderation/policy.ts"
import { openPolicy, submission } from "../support/submissions.ts"

const open = openPolicy
const post = (
	author: Partial<Submission["author"]> = {},
	audience: Submission["audience"] = "public",
): Submission => submission({ audience, text: "Tea, a class of its own" }, author)

describe("a group's policy", () => {
	it("takes a public post of anyone where anyone may post", () => {
		expect(decide(open, post())).toEqual({ verdict: "accept" })
	})

	const mayPost: Record<Posting, (Role | null)[]> = {
		anyone: [null, "follower", "member", "moderator", "owner"],
		followers: ["follower", "member", "moderator", "owner"],
		members: ["member", "moderator", "owner"],
		moderators: ["moderator", "owner"],
	}
	for (const posting of Object.keys(mayPost) as Posting[])
		for (const role of [null, "follower", "member", "moderator", "owner"] as const)
			it(`with posting by ${posting}, ${mayPost[posting].includes(role) ? "takes" : "refuses"} a post of ${role ?? "a stranger"}`, () => {
				const verdict = decide({ ...open, posting }, post({ role }))
				expect(verdict.verdict).toBe(mayPost[posting].includes(role) ? "accept" : "refuse")
			})

	it("never shares with everyone what its author did not make public", () => {
		for (const audience of ["members", "people"] as const)
			expect(decide(open, post({ role: "owner" }, audience))).toMatchObject({
				verdict: "refuse",
				rule: "not-public",
			})
		expect(decide({ ...open, visibility: "private" }, post({ role: "member" }, "members")).verdict).toBe(
			"accept",
		)
	})

	it("refuses the banned and the blocked before it looks at anything else", () => {
		expect(decide(open, post({ role: "owner", banned: true }))).toMatchObject({
			verdict: "refuse",
			rule: "banned-author",
		})
		expect(decide(open, post({ domain: "block", banned: true }))).toMatchObject({
			verdict: "refuse",
			rule: "blocked-domain",
		})
	})

	it("holds what comes from a limited server, but only what would be taken at all", () => {
		expect(decide(open, post({ domain: "limit" }))).toMatchObject({ verdict: "hold", rule: "limited-domain" })
		expect(decide({ ...open, posting: "members" }, post({ domain: "limit" }))).toMatchObject({
			verdict: "refuse",
		})
	})

	it("closes a locked thread to all but those who run the group", () => {
		const answer = (role: Role | null) => ({ ...post({ role }), threadLocked: true })
		expect(decide(open, answer("member"))).toMatchObject({ verdict: "refuse", rule: "locked-thread" })
		expect(decide(open, answer("moderator"))).toEqual({ verdict: "accept" })
	})

	it("holds and refuses by words, as words and in any case, and lets moderators quote them", () => {
		const words = [
			{ word: "ass", effect: "refuse", pattern: false },
			{ word: "green tea", effect: "hold", pattern: false },
			{ word: "\u200b\u200b", effect: "refuse", pattern: false },
		] as const
		const say = (text: string, role: Role | null = "member") =>
			decide({ ...open, words }, { ...post({ role }), text })
		expect(say("A class act")).toEqual({ verdict: "accept" })
		expect(say("What an ASS!")).toMatchObject({ verdict: "refuse", rule: "refused-word" })
		expect(say("Try my Green Tea.")).toMatchObject({ verdict: "hold", rule: "held-word" })
		for (const dressed of ["a\u00adss", "as\u200bs", "ａｓｓ", "𝐚𝐬𝐬", "as\ufe0fs"])
			expect(say(`What an ${dressed}!`)).toMatchObject({ rule: "refused-word" })
		expect(say("ass and green tea")).toMatchObject({ verdict: "refuse" })
		expect(say("What an ass", "moderator")).toEqual({ verdict: "accept" })
	})

	it("gives a reason a person can read with every no", () => {
		for (const submission of [
			post({ banned: true }),
			post({ domain: "block" }),
			post({}, "people"),
			post({ domain: "limit" }),
		]) {
			const verdict = decide(open, submission)
			expect(verdict.verdict === "accept" ? "" : verdict.reason).toMatch(/^[A-Z].*\.$/)
		}
	})
})

describe("belonging", () => {
	it("is a ladder", () => {
		expect(atLeast("owner", "moderator")).toBe(true)
		expect(atLeast("follower", "member")).toBe(false)
		expect(atLeast(null, "follower")).toBe(false)
	})

	it("ends a ban at its time", () => {
		const now = new Date("2026-01-02T00:00:00Z")
		expect(banHolds({ until: null }, now)).toBe(true)
		expect(banHolds({ until: new Date("2026-01-02T00:00:01Z") }, now)).toBe(true)
		expect(banHolds({ until: now }, now)).toBe(false)
		expect(banHolds(null, now)).toBe(false)
	})
})

describe("domains", () => {
	it("reach every host under them, however it is written", () => {
		expect(domainsOf("a.b.example:8443")).toEqual(["a.b.example:8443", "a.b.example", "b.example", "example"])
		expect(domainsOf("localhost:4811")).toEqual(["localhost:4811", "localhost"])
		expect(domainsOf("b.example.")).toEqual(["b.example", "example"])
		expect(domainsOf("[::1]:81")).toEqual(["[::1]:81", "[::1]"])
	})

	it("are compared in one form", () => {
		for (const text of ["EVIL.example", "evil.example.", "https://evil.example/", "evil.example:443"])
			expect(normalDomain(text)).toBe("evil.example")
		expect(normalDomain("bücher.example")).toBe("xn--bcher-kva.example")
		expect(normalDomain("LOCALHOST:4811")).toBe("localhost:4811")
		for (const text of ["", "a b", "https://", "evil.example/path"]) expect(normalDomain(text)).toBeNull()
	})
})
