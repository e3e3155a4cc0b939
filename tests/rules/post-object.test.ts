import { describe, expect, it } from "vitest"
import { readPostObject } from "../../federation/translate/post.ts"

const bob = "https://m.test/u/bob"
const everyone = "https://www.w3.org/ns/activitystreams#Public"
const tea = "https://snug.test/ap/groups/1"
const note = {
	id: "https://m.test/n/1",
	type: "Note",
	attributedTo: bob,
	to: [everyone],
	cc: [tea],
	content: "<p>Words</p>",
}
const read = (change: object = {}, activity: Record<string, unknown> | null = { to: [everyone] }) =>
	readPostObject({ ...note, ...change }, bob, activity)
const draft = (change: object = {}, activity?: Record<string, unknown> | null) => {
	const reading = read(change, activity)
	if ("unfit" in reading) throw new Error(reading.unfit)
	return reading.draft
}

describe("a post is its author's", () => {
	it("when it is attributed to them, alone or with others of their server", () => {
		for (const attributedTo of [
			bob,
			[bob],
			{ id: bob },
			[
				{ type: "Person", id: bob },
				{ type: "Group", id: "https://m.test/c/films" },
			],
			"HTTPS://M.TEST/u/bob",
		])
			expect(read({ attributedTo })).toHaveProperty("draft")
		expect(read({ attributedTo: undefined, actor: bob })).toHaveProperty("draft")
	})

	it("and nobody's otherwise", () => {
		const vera = "https://victim.test/u/vera"
		for (const attributedTo of [
			undefined,
			null,
			[],
			vera,
			[bob, vera],
			[vera, bob],
			[{ id: vera }, bob],
			"https://m.test/u/eve",
			"http://m.test/u/bob",
			"https://m.test:444/u/bob",
			`${bob}/`,
		])
			expect(read({ attributedTo }), JSON.stringify(attributedTo)).toHaveProperty("unfit")
		for (const id of [
			undefined,
			null,
			7,
			"https://victim.test/n/1",
			"http://m.test/n/1",
			"tag:m.test,2026:1",
			"https://m.test.evil.test/n/1",
			{ id: "https://m.test/n/1" },
		])
			expect(read({ id }), String(id)).toHaveProperty("unfit")
	})

	it("of a kind that is known", () => {
		for (const type of ["Note", "Page", "Article", "Question", "Event", "Video", "Image", "Audio", ["Note"]])
			expect(read({ type })).toHaveProperty("draft")
		for (const type of [
			"Person",
			"Tombstone",
			"Create",
			"constructor",
			"__proto__",
			"toString",
			["Note", "Page"],
			null,
			{},
			7,
		])
			expect(read({ type }), String(type)).toHaveProperty("unfit")
		expect(read({ name: "Yes", content: undefined, inReplyTo: "https://snug.test/1" })).toEqual({
			unfit: "a vote",
		})
	})
})

it("a post is public only when everything that speaks of it says so", () => {
	const people = ["https://m.test/u/bob/followers"]
	const audiences: [object, Record<string, unknown> | null, string][] = [
		[{}, { to: [everyone] }, "public"],
		[{}, {}, "public"],
		[{}, null, "public"],
		[{ to: [], cc: [] }, { cc: [everyone] }, "public"],
		[{ to: people, cc: [everyone] }, {}, "public"],
		[{ to: people }, { to: [everyone] }, "people"],
		[{}, { to: people }, "people"],
		[{ to: people }, null, "people"],
		[{ to: [], cc: [] }, {}, "people"],
		[{ to: [], cc: [], audience: everyone }, {}, "people"],
	]
	for (const [change, activity, audience] of audiences)
		expect(draft(change, activity).audience, JSON.stringify([change, activity])).toBe(audience)
})

describe("what a post says", () => {
	it("is cleaned, and found where servers put it", () => {
		expect(draft({ content: '<p onclick="x">W<script>1</script></p>' }).html).toBe("<p>W</p>")
		expect(draft({ content: undefined, contentMap: { de: "<p>W</p>" } })).toMatchObject({
			html: "<p>W</p>",
			language: "de",
		})
		expect(draft({ content: "*W*", mediaType: "text/markdown" }).html).toContain("<em>W</em>")
		expect(draft({ content: { "@value": "x" } }).html).toBe("")
		expect(draft({ summary: "<b>CW</b>", sensitive: true })).toMatchObject({
			contentWarning: "CW",
			sensitive: true,
		})
		expect(draft({ type: "Article", name: "<i>T</i>", summary: "S" })).toMatchObject({
			title: "T",
			contentWarning: null,
		})
		expect(draft({ language: { identifier: "fr" } }).language).toBe("fr")
		expect(draft({ contentMap: { 'x"onload': "1" } }).language).toBeNull()
	})

	it("is cut to what is kept, never within a letter", () => {
		const { title, contentWarning, attachments } = draft({
			name: `a${"😀".repeat(500)}`,
			summary: "s".repeat(9999),
			attachment: Array(33).fill({ type: "Image", url: "https://m.test/1.png", name: "n".repeat(9999) }),
		})
		expect(title!.length).toBeLessThanOrEqual(200)
		expect(title!.isWellFormed()).toBe(true)
		expect(contentWarning).toHaveLength(500)
		expect(attachments).toHaveLength(16)
		expect(attachments[0]!.alt).toHaveLength(1500)
	})

	it("leads to pages of its own server only (Misskey CVE-2024-52591)", () => {
		expect(draft({ url: "https://m.test/@bob/1" }).url).toBe("https://m.test/@bob/1")
		expect(
			draft({
				url: [
					{ type: "Link", mediaType: "video/mp4", href: "https://m.test/1.mp4" },
					{ type: "Link", mediaType: "text/html", href: "https://m.test/w/1" },
				],
			}).url,
		).toBe("https://m.test/w/1")
		for (const url of [
			"https://victim.test/@vera/1",
			"javascript:1",
			"data:text/html,x",
			7,
			null,
			[],
			{},
			"http://m.test/1",
		])
			expect(draft({ url }).url, String(url)).toBe(note.id)
	})

	it("has only attachments that can be fetched", () => {
		const links = ["https://cdn.test/1.png", "javascript:1", "data:,x", "//m.test/1", "file:///x", 7, null]
		expect(
			draft({ attachment: links.map((url) => ({ type: "Image", url })) }).attachments.map(({ url }) => url),
		).toEqual(["https://cdn.test/1.png"])
		expect(draft({ attachment: { type: "Link", href: "https://x.test/" } }).attachments).toHaveLength(1)
		expect(
			draft({
				attachment: ["x", null, [], { type: "Image", url: "https://m.test/1", mediaType: "x".repeat(101) }],
			}).attachments,
		).toEqual([])
	})
})
