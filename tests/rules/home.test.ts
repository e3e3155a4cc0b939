import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type Home, type Intents, pageAtHome, readAddress } from "../../src/people/home.ts"

describe("what people type when they are asked where their account is", () => {
	it.each([
		["@ana@m.example", "ana", "m.example"],
		[" ana@M.Example ", "ana", "m.example"],
		["acct:ana@m.example", "ana", "m.example"],
		["!ana@m.example", "ana", "m.example"],
		["https://m.example/@ana", "ana", "m.example"],
		["https://m.example/@ana/", "ana", "m.example"],
		["https://m.example/users/ana", "ana", "m.example"],
		["m.example/u/ana", "ana", "m.example"],
		["https://m.example/@ana@home.example", "ana", "home.example"],
		["https://forum.example/user/ana?tab=posts", "ana", "forum.example"],
		["m.example", null, "m.example"],
		["https://m.example/", null, "m.example"],
		["https://m.example/about/more", null, "m.example"],
		["localhost:4811", null, "localhost:4811"],
		["@ana@localhost:4811", "ana", "localhost:4811"],
		["@анна@пример.example", "анна", "xn--e1afmkfd.example"],
	])("%s", (typed, name, host) => {
		expect(readAddress(typed)).toEqual({ name, host })
	})

	it.each([
		"",
		"ana",
		"@ana",
		"ana@",
		"@ana@m.example@other.example",
		"ana bell@m.example",
		"ana@m.example/../x",
		"ana@m.example?x=1",
		"javascript:alert(1)",
		"https://ana:secret@m.example/@ana",
		"file:///etc/passwd",
		"ana@user:pass@m.example",
		`ana@${"a".repeat(260)}.example`,
	])("%s is no address", (typed) => {
		expect(readAddress(typed)).toBeNull()
	})

	it("never makes more of it than a name and a host", () => {
		fc.assert(
			fc.property(fc.string({ unit: "grapheme" }), (typed) => {
				const read = readAddress(typed)
				if (read) expect(new URL(`https://${read.host}/`).host).toBe(read.host)
			}),
		)
	})
})

const group = {
	what: "follow",
	uri: "https://snug.example/ap/groups/1",
	handle: "tea",
	host: "snug.example",
} as const
const post = { ...group, what: "reply", uri: "https://snug.example/ap/posts/2" } as const
const home = (software: string | null, intents: Intents = {}): Home => ({
	name: "ana",
	host: "m.example",
	origin: "https://m.example",
	software,
	intents,
})

describe("the page of somebody's own server", () => {
	it("is where its activity intents lead before anything else", () => {
		const intents = {
			follow: "https://m.example/intents/follow?actor={object}&then={on-success}",
			subscribe: "https://m.example/authorize_interaction?uri={uri}",
			create: "https://m.example/share?text={content}&in_reply_to={inReplyTo}",
			object: "https://m.example/open?id={object}",
		}
		expect(pageAtHome(home(null, intents), group)?.href).toBe(
			"https://m.example/intents/follow?actor=https%3A%2F%2Fsnug.example%2Fap%2Fgroups%2F1&then=",
		)
		expect(pageAtHome(home(null, intents), post)?.href).toBe(
			"https://m.example/share?text=%40tea%40snug.example%20&in_reply_to=https%3A%2F%2Fsnug.example%2Fap%2Fposts%2F2",
		)
		const without = { ...intents, create: "https://m.example/share?text={content}" }
		expect(pageAtHome(home(null, without), post)?.pathname).toBe("/open")
	})

	it.each([
		["mastodon", "/authorize_interaction?uri=https%3A%2F%2Fsnug.example%2Fap%2Fgroups%2F1"],
		["pleroma", "/ostatus_subscribe?acct=https%3A%2F%2Fsnug.example%2Fap%2Fgroups%2F1"],
		["sharkey", "/authorize-follow?acct=https%3A%2F%2Fsnug.example%2Fap%2Fgroups%2F1"],
		["lemmy", "/activitypub/externalInteraction?uri=https%3A%2F%2Fsnug.example%2Fap%2Fgroups%2F1"],
		["mbin", "/search?search%5Bq%5D=!tea%40snug.example&q=!tea%40snug.example"],
		["piefed", "/community/lookup/tea/snug.example"],
		["friendica", "/contact/follow?url=https%3A%2F%2Fsnug.example%2Fap%2Fgroups%2F1"],
	])("is known for %s", (software, path) => {
		expect(pageAtHome(home(software), group)?.href).toBe(`https://m.example${path}`)
	})

	it("is unknown for software that has none, and where a template leads to no page", () => {
		expect(pageAtHome(home("gotosocial"), group)).toBeNull()
		expect(pageAtHome(home("piefed"), post)).toBeNull()
		expect(
			pageAtHome(home(null, { subscribe: "https://m.example/contact/follow?url={uri}" }), post),
		).toBeNull()
		for (const subscribe of [
			"javascript:alert('{uri}')",
			"data:text/html,{uri}",
			"http://m.example/?{uri}",
			"https://ana:secret@m.example/{uri}",
			"https://[{uri}",
		])
			expect(pageAtHome(home(null, { subscribe }), group)).toBeNull()
	})
})
