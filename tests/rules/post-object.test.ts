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
		// Mobilizon: written by a person for the group it is attributed to.
		expect(read({ attributedTo: "https://m.test/@tea", actor: bob })).toHaveProperty("draft")
		expect(read({ attributedTo: "https://victim.test/@tea", actor: bob })).toHaveProperty("unfit")
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
		// A type of one's own may stand beside.
		expect(draft({ type: ["Preparation", "Article"] }).kind).toBe("article")
		for (const type of [
			"Person",
			"Tombstone",
			"Create",
			"constructor",
			"__proto__",
			"toString",
			["Note", "Page"],
			["Note", "Person"],
			["Create", "Note"],
			["Note", "Tombstone"],
			["Note", "Note"],
			["Preparation"],
			["Note", "A", "B", "C", "D"],
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
		expect(draft({ content: { "@value": "x" } }).html).toBe("x")
		expect(draft({ content: ["<p>W</p>"] }).html).toBe("<p>W</p>")
		expect(draft({ content: null, contentMap: null, summaryMap: [] }).html).toBe("")
		expect(draft({ summary: "<b>CW</b>", sensitive: true })).toMatchObject({
			contentWarning: "CW",
			sensitive: true,
		})
		expect(draft({ type: "Article", name: "<i>T</i>", summary: "S" })).toMatchObject({
			title: "T",
			contentWarning: null,
		})
		expect(draft({ type: "Page", name: undefined, nameMap: { de: "T" } }).title).toBe("T")
		expect(draft({ type: "Page", title: "T" }).title).toBe("T")
		expect(draft({ name: null, summaryMap: { en: "CW" } })).toMatchObject({
			title: null,
			contentWarning: "CW",
		})
		expect(draft({ type: "Video", name: "T", content: null, summary: "<p>S</p>" }).html).toBe("<p>S</p>")
		expect(
			draft({ type: "Article", content: null, summaryMap: { en: "S" }, sensitive: false }),
		).toMatchObject({
			html: "S",
			contentWarning: null,
		})
		expect(draft({ type: "Video", summary: "CW", sensitive: "true" })).toMatchObject({
			contentWarning: "CW",
			sensitive: true,
		})
		expect(draft({ language: { identifier: "fr" } }).language).toBe("fr")
		for (const said of [
			{ language: "fr" },
			{ language: ["fr"] },
			{ inLanguage: "fr" },
			{ contentMap: { fr: note.content, en: "<p>Others</p>" } },
			{ "@context": ["https://www.w3.org/ns/activitystreams", { "@language": "fr" }] },
			{ language: { identifier: "und" }, contentMap: { fr: note.content } },
		])
			expect(draft(said).language, JSON.stringify(said)).toBe("fr")
		expect(draft({}, { to: [everyone], "@context": { "@language": "fr" } }).language).toBe("fr")
		expect(draft({ "@context": { "@language": "und" } }).language).toBeNull()
		expect(draft({ contentMap: { 'x"onload': "1" } }).language).toBeNull()
	})

	it("is cut to what is kept, never within a letter", () => {
		const { title, contentWarning, attachments } = draft({
			name: `a${"😀".repeat(500)}`,
			summary: "s".repeat(9999),
			attachment: Array.from({ length: 33 }, (_, n) => ({
				type: "Image",
				url: `https://m.test/${n}.png`,
				name: "n".repeat(9999),
			})),
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

	it("says when and where a meeting is", () => {
		const event = {
			type: "Event",
			name: "Tea",
			content: "<p>Bring a cup</p>",
			startTime: "2026-12-05T19:00:00+01:00",
			endTime: "2026-12-05T21:00:00+01:00",
			duration: 7200,
			location: {
				type: "Place",
				name: "Tea House",
				address: { streetAddress: "Leaf St. 1", addressLocality: "Bonn" },
			},
		}
		const html = (change: object = {}) => draft({ ...event, ...change }).html
		expect(html()).toBe(
			"<p>Saturday 5 December 2026, 19:00 to 21:00 (UTC+01:00)<br />Tea House, Leaf St. 1, Bonn</p><p>Bring a cup</p>",
		)
		expect(html({ timezone: "Europe/London" })).toContain("18:00 to 20:00 (Europe/London)")
		expect(html({ timezone: "Nowhere/Land", startTime: "2026-12-05T18:00:00Z" })).toContain(
			"18:00 to 20:00 (UTC)",
		)
		expect(html({ endTime: "2026-12-06T01:00:00+01:00" })).toContain("19:00 to Sunday 6 December 2026, 01:00")
		expect(html({ endTime: undefined, startTime: 1_796_493_600 })).toContain(
			"Saturday 5 December 2026, 18:00 (UTC)",
		)
		expect(html({ "ical:status": "CANCELLED" })).toContain("This event is cancelled.")
		for (const [location, words] of [
			["The <b>usual</b> place", "The &lt;b&gt;usual&lt;/b&gt; place"],
			[{ type: "Place", name: "Park", address: "Oak Street, Bonn" }, "Park, Oak Street, Bonn"],
			[[{ type: "VirtualLocation", url: "https://meet.test/tea" }], "https://meet.test/tea"],
		] as const)
			expect(html({ location })).toContain(`<br />${words}</p>`)
		for (const nothing of [{ startTime: "soon" }, { startTime: null }, { startTime: {} }])
			expect(html({ ...nothing, location: null })).toBe("<p>Bring a cup</p>")
		expect(html({ location: [null, 7, {}, []] })).toContain("(UTC+01:00)</p>")
	})

	it("has attachments in any of the shapes in which servers give them", () => {
		const url = "https://cdn.test/1.png"
		const shapes: unknown[] = [
			url,
			[url],
			{ type: "Link", href: url },
			{ type: "Document", mediaType: "image/png", url, name: null },
			{ type: "Image", url: [url] },
			{ type: "Image", url: { type: "Link", mediaType: "image/png", href: url } },
			{
				type: "Document",
				url: [
					{ type: "Link", mediaType: "text/html", href: "https://cdn.test/page" },
					{ type: "Link", mediaType: "image/png", href: url },
				],
			},
			{ id: null, type: "Image", url },
		]
		for (const attachment of shapes)
			expect(
				draft({ attachment }).attachments.map((one) => one.url),
				JSON.stringify(attachment),
			).toEqual([url])
		expect(
			draft({ attachment: { type: "Image", url, width: 640, height: 480, name: "A cup" } }).attachments,
		).toEqual([{ url, mediaType: "image/*", alt: "A cup", width: 640, height: 480 }])
		expect(
			draft({ attachment: { type: "Image", url, width: -1, height: "9" } }).attachments[0],
		).not.toHaveProperty("width")
		expect(draft({ type: "Page", attachment: [], image: { type: "Image", url } }).attachments).toHaveLength(1)
		expect(
			draft({ type: "Image", url: [{ type: "Link", mediaType: "image/png", href: url }], name: "A cup" }),
		).toMatchObject({
			attachments: [{ url, mediaType: "image/png", alt: "A cup" }],
			title: "A cup",
		})
	})

	it("belongs to the conversation it names, and answers the first address of several", () => {
		expect(draft({ context: "https://m.test/t/1" }).contextUri).toBe("https://m.test/t/1")
		expect(draft({ context: { id: "https://m.test/t/1", type: "OrderedCollection" } }).contextUri).toBe(
			"https://m.test/t/1",
		)
		expect(draft({ context: "tag:m.test,2026:1", conversation: "x" }).contextUri).toBeNull()
		expect(draft({ inReplyTo: [null, { id: "https://m.test/n/0" }, "https://m.test/n/2"] }).inReplyTo).toBe(
			"https://m.test/n/0",
		)
	})

	it("is read though it holds what no reader of types expects", () => {
		for (const odd of [
			{ id: note.id, tag: { id: null, type: "Emoji", name: ":tea:", icon: { id: null, url: "x" } } },
			{ replies: [{ type: "Note" }, "x"], likes: null, shares: 7 },
			{ duration: 60, startTime: 7, updated: "0000-00-00", published: "yesterday" },
			{ attachment: { 0: "x" }, tag: "x", to: [everyone, null, 7], cc: { id: tea } },
			{ "@context": undefined, name: {}, summary: [], url: { href: {} }, image: [null] },
			{ interactionPolicy: null, sensitive: null, language: 7, contentMap: ["x"], mediaType: [] },
		])
			expect(draft(odd).html, JSON.stringify(odd)).toBe(note.content)
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
