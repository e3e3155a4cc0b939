import { expect, it } from "vitest"
import { tagsOf, withTagLinks } from "../../src/posts/tags.ts"

const tags = (html: string, title: string | null = null) => tagsOf({ title, html })
const linked = (html: string) => withTagLinks(html, "/t/")
const link = (tag: string) => `<a href="/t/${encodeURIComponent(tag)}" class="mention hashtag" rel="tag">`

it("finds the tags that stand in words, once each, however they are written", () => {
	expect(tags("<p>#Tea, (#coffee) and #TEA</p><p>#Ärger</p>", "#Cups")).toEqual([
		"cups",
		"tea",
		"coffee",
		"ärger",
	])
	expect(tags("<p>#شاي #お茶 #चाय</p>")).toEqual(["شاي", "お茶", "चाय"])
	// As Mastodon writes them.
	expect(
		tags('<p><a href="https://m.test/tags/Tea" class="mention hashtag">#<span>Tea</span></a></p>'),
	).toEqual(["tea"])
})

it("takes nothing else for one", () => {
	for (const words of [
		"# tea",
		"#1",
		"#2026",
		"a#tea",
		"https://a.test/#tea",
		"https://a.test/page#tea",
		"&amp;#tea",
		"&#39;",
		"##tea",
		`#${"a".repeat(61)}`,
		"<code>#tea</code>",
		"<pre><code>#tea</code></pre>",
		'<a href="https://a.test/#tea">there</a>',
	])
		expect(tags(`<p>${words}</p>`), words).toEqual([])
	expect(tags(Array.from({ length: 50 }, (_, n) => `#tag${n}`).join(" "))).toHaveLength(20)
})

it("lets tags lead to the group, and leaves everything else as it is", () => {
	expect(linked("<p>On #Tea &amp; #Ärger</p>")).toBe(
		`<p>On ${link("tea")}#Tea</a> &amp; ${link("ärger")}#Ärger</a></p>`,
	)
	for (const kept of [
		"<p>it&#39;s #1 <code>#tea</code> <pre><code>#tea</code></pre></p>",
		'<p><a href="https://a.test/#tea">the <b>#tea</b> page</a></p>',
		'<p><a href="https://m.test/@bob" class="u-url mention">@<span>bob</span></a></p>',
		'<p><a href="https://m.test/" class="mention hashtag">no tag</a></p>',
	])
		expect(linked(kept)).toBe(kept)
})

it("turns the links of other servers to the group", () => {
	expect(
		linked(
			'<p><a href="https://m.test/tags/Tea" class="mention hashtag" rel="nofollow">#<span>Tea</span></a> #b</p>',
		),
	).toBe(`<p>${link("tea")}#<span>Tea</span></a> ${link("b")}#b</a></p>`)
})
