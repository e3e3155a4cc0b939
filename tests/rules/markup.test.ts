import fc from "fast-check"
import sanitizeHtml from "sanitize-html"
import { describe, expect, it } from "vitest"
import {
	cleanHtml,
	cleanKept,
	excerptOf,
	ownWords,
	plainText,
	renderMarkdown,
} from "../../src/posts/markup.ts"
import { clampPublished, slugOf } from "../../src/posts/post.ts"
import { wordsOfSimple } from "../../src/posts/simple-html.ts"

describe("somebody's own words", () => {
	it.each([
		["<p>Just <em>words</em></p>", "Just words"],
		["<blockquote><p>!remove Sales</p></blockquote><p>Who says so?</p>", "Who says so?"],
		["<blockquote><p>one</p><blockquote><p>two</p></blockquote>three</blockquote><p>four</p>", "four"],
		['<p class="quote-inline">RE: https://m.example/1</p><p>!lock</p>', "!lock"],
		["<blockquote>All of it</blockquote>", ""],
	])("%s", (html, words) => {
		expect(ownWords(cleanHtml(html))).toBe(words)
	})
})

describe("HTML from elsewhere", () => {
	it("keeps what a post needs", () => {
		const kept =
			'<p>Hi <a href="https://m.example/@bo" class="u-url mention" rel="nofollow noopener noreferrer ugc">@bo</a><br />there</p>'
		expect(cleanHtml(kept)).toBe(kept)
		expect(cleanHtml("<h1>Title</h1><ul><li>one</li></ul><blockquote>two</blockquote>")).toBe(
			"<h2>Title</h2><ul><li>one</li></ul><blockquote>two</blockquote>",
		)
	})

	const hostile = [
		"<script>alert(1)</script>",
		"<img src=x onerror=alert(1)>",
		'<a href="javascript:alert(1)">x</a>',
		'<a href="data:text/html,x">x</a>',
		'<a href="//evil.example">x</a>',
		'<p style="position:fixed">x</p>',
		"<iframe src=https://evil.example></iframe>",
		"<svg onload=alert(1)><p>x</p></svg>",
		"<xmp><script>alert(1)</script></xmp>",
		"<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
		"<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
		"<template><img src=x onerror=alert(1)></template>",
		"<textarea><img src=x onerror=alert(1)></textarea>",
		'<form action="/setup"><button>x</button></form>',
		'<meta http-equiv="refresh" content="0;url=https://evil.example">',
		'<base href="https://evil.example/">',
		'<p class="masthead" id="main">x</p>',
	]
	for (const html of hostile)
		it(`disarms ${html.slice(0, 40)}`, () => {
			const clean = cleanHtml(html)
			expect(clean).not.toMatch(
				/<(script|img|iframe|svg|xmp|noscript|math|style|template|textarea|form|meta|base)|on\w+=|javascript:|data:|style=|id=|class="masthead"|href="\/\//i,
			)
		})

	it("changes nothing the second time, whatever comes in", () => {
		const piece = fc.oneof(
			fc.constantFrom(
				"<p>",
				"</p>",
				"<a href='https://x.example'>",
				"<b",
				">",
				"<!--",
				"-->",
				"&lt;",
				"&",
				'"',
				"<svg>",
				"<style>",
				"]]>",
				"<a <a <a",
				"<x:y>",
				"\u0000",
			),
			fc.string({ maxLength: 12 }),
		)
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
				const once = cleanHtml(pieces.join(""))
				expect(cleanHtml(once)).toBe(once)
			}),
			{ numRuns: 500 },
		)
	})
})

describe("simple HTML", () => {
	const piece = fc.oneof(
		fc.constantFrom(
			..."<p> </p> <span> </span> <a> </a> <b> </b> <i> <br> <br /> <li> </li> <ul> <h2> <pre> <code> < > & &amp; &lt; &nbsp;".split(
				" ",
			),
			'<a href="https://x.example/?a=1&amp;b=2" class="mention" rel="nofollow">',
			'<a href="x>y">',
			'<p class="quote-inline">',
			"<script>",
			"<!-- ",
			" -->",
			"\u00a0",
		),
		fc.string({ maxLength: 6 }),
	)
	const made = fc.oneof(
		fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join("")),
		// well nested ones would be rare by chance
		fc
			.array(
				fc.constantFrom("a &amp; b", "<b>c</b>", "<br />", "<span><a>d</a></span>", '<p class="e">f</p>'),
				{
					maxLength: 8,
				},
			)
			.map((pieces) => pieces.join("")),
		fc.array(piece, { maxLength: 3 }).map((pieces) => `<p>${pieces.join("")}</p>`),
	)

	it("is taken apart as the sanitizer takes it apart, and the rest is left to that", () => {
		let taken = 0
		fc.assert(
			fc.property(made, (html) => {
				const words = wordsOfSimple(html)
				if (words === null) return
				taken++
				const spaced = html.replace(/<(br|\/p)\b[^<>]*>/g, " ")
				expect(words).toBe(sanitizeHtml(spaced, { allowedTags: [], allowedAttributes: {} }))
			}),
			{ numRuns: 3000 },
		)
		expect(taken).toBeGreaterThan(500)
	})

	it("comes out of a second cleaning as it came out of the first", () => {
		fc.assert(
			fc.property(made, (html) => {
				const once = cleanHtml(html)
				expect(cleanKept(once)).toBe(once)
			}),
			{ numRuns: 1000 },
		)
	})
})

describe("words", () => {
	it("reads Markdown without letting HTML or scripts through", () => {
		expect(renderMarkdown("What is in **your** pot?")).toBe("<p>What is in <strong>your</strong> pot?</p>")
		expect(renderMarkdown("<b>x</b> [y](javascript:alert(1))")).not.toMatch(/<b>|href="javascript/)
	})

	it("finds the words in HTML", () => {
		expect(plainText("<p>one<br>two</p><p>three &amp; four</p>")).toBe("one two three & four")
		expect(excerptOf("a ".repeat(200)).length).toBeLessThan(165)
		expect(excerptOf("short")).toBe("short")
	})

	it("makes an address of a title in any script", () => {
		expect(slugOf("  Pu-erh, week 3! ")).toBe("pu-erh-week-3")
		expect(slugOf("Привет мир")).toBe("привет-мир")
		expect(slugOf("!!!")).toBe("")
	})

	it("believes no time but a possible one", () => {
		const received = new Date("2026-01-02T00:00:00Z")
		const yesterday = new Date("2026-01-01T00:00:00Z")
		expect(clampPublished(yesterday, received)).toEqual(yesterday)
		for (const claimed of [
			null,
			new Date("2026-01-02T00:00:01Z"),
			new Date("9999-01-01"),
			new Date("1969-12-31"),
			new Date(Number.NaN),
		])
			expect(clampPublished(claimed, received)).toEqual(received)
	})
})
