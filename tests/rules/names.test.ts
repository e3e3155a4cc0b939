import { describe, expect, it } from "vitest"
import type { Actor } from "../../src/people/actor.ts"
import { cleanHtml, renderMarkdown } from "../../src/posts/markup.ts"
import { linkedNames, links, namesIn, withNameLinks } from "../../src/posts/names.ts"

const origin = new URL("https://snug.example")
const named = (text: string) =>
	namesIn(renderMarkdown(text), origin).map(({ handle, host }) => `${handle}@${host}`)
const person = (handle: string, host: string, url = `https://${host}/@${handle}`) =>
	({ handle, host, url }) as Actor

describe("names in words", () => {
	it("are found where a person would see one, and nowhere else", () => {
		expect(named("Hi @ana, @bob@m.example. (@zoe.k@m.example:8080)! @ana again")).toEqual([
			"bob@m.example",
			"zoe.k@m.example:8080",
			"ana@snug.example",
		])
		expect(named("`@ana` ana@m.example https://m.example/@bob [@bob](https://x.example) a@b@c")).toEqual([])
		expect(named("@bob@müller.example")).toEqual(["bob@xn--mller-kva.example"])
		expect(named(Array.from({ length: 30 }, (_, n) => `@p${n}x@m.example`).join(" "))).toHaveLength(20)
	})

	it("lead to whom they name, as written, in what stays clean", () => {
		const html = renderMarkdown("Hi @Bob@m.example & @ana and @nobody, `@ana`")
		const people = [person("bob", "m.example", 'https://m.example/?a=1&b="'), person("ana", "snug.example")]
		const linked = withNameLinks(html, people, origin)
		expect(linked).toContain(
			'<span class="h-card"><a href="https://m.example/?a=1&amp;b=&quot;" class="u-url mention" rel="nofollow noopener noreferrer ugc">@<span>Bob@m.example</span></a></span> &amp; <span class="h-card">',
		)
		expect(linked).toContain("and @nobody, <code>@ana</code>")
		expect(cleanHtml(linked)).toBe(linked)
		expect(linkedNames(linked, origin)).toEqual([
			{ handle: "bob", host: "m.example" },
			{ handle: "ana", host: "snug.example" },
		])
		expect(people.every((one) => links(linked, one))).toBe(true)
		expect(withNameLinks(html, [person("ana", "snug.example", "javascript:alert(1)")], origin)).toBe(html)
	})

	it("cost little, however odd they are", () => {
		const odd = `<p>${"@a@".repeat(3000)}${"-".repeat(9000)} ${"@a@b.".repeat(3000)}</p>`
		expect(namesIn(odd, origin).length).toBeLessThanOrEqual(20)
	})
})
