import { sql } from "drizzle-orm"
import type { Browser } from "playwright-core"
import { afterAll, beforeAll, expect, it } from "vitest"
import { cleanHtml } from "../../src/posts/markup.ts"
import { type House, openHouse } from "../attacks/house.ts"
import { madeHtml } from "../proof/fuzz/html.ts"
import { Chance } from "../simulate/chance.ts"
import { openBrowser } from "./eyes.ts"
import { Visitor } from "./visitors.ts"

const password = "correct horse battery staple"
let house: House
let browser: Browser
let ana: Visitor

const shout = "globalThis.shouted=(globalThis.shouted||0)+1"
const classic = [
	`<script>${shout}</script>`,
	`"><img src=x onerror="${shout}">`,
	`<svg onload="${shout}"><a href="javascript:${shout}">x</a></svg>`,
	`<iframe srcdoc="<script>parent.${shout}</script>"></iframe><object data="javascript:${shout}"></object><embed src="javascript:${shout}">`,
	`<math><a xlink:href="javascript:${shout}">x</a></math><form action="javascript:${shout}"><button>x</button></form>`,
	`<meta http-equiv=refresh content="0;url=javascript:${shout}"><base href="https://evil.example/"><link rel=stylesheet href="https://evil.example/x.css">`,
	`<p style="background:url(javascript:${shout})" onclick="${shout}" hx-get="/drafts" hx-on:click="${shout}">x</p>`,
	`[x](javascript:${shout}) ![x](x" onerror="${shout}) <javascript:${shout}>`,
]
const mutating = [
	`<xmp><script>${shout}</script></xmp>`,
	`<noscript><p title="</noscript><img src=x onerror=${shout}>"></noscript>`,
	`<template><script>${shout}</script></template><textarea><script>${shout}</script></textarea>`,
	`</textarea><script>${shout}</script>`,
	`<style></style><img src=x onerror=${shout}>`,
	`<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${shout}&gt;"></table></mtext></math>`,
]

beforeAll(async () => {
	house = await openHouse()
	browser = await openBrowser()
	ana = await Visitor.open(browser, { baseURL: house.origin }, { name: "ana", password })
})
afterAll(async () => {
	await browser?.close()
	await house?.close()
})

/** What a browser reads that no post may have. It runs there, so it may use nothing but what is in it. */
const strangers = `(texts) => {
	const tags = new Set("p br a span del s pre code em strong b i u ul ol li blockquote h2 h3 h4 h5 h6 hr sub sup ruby rt rp".split(" "))
	const own = new Set(["href", "class", "rel", "hreflang", "start", "reversed", "value"])
	const isStrange = (one) =>
		!tags.has(one.localName) ||
		one.namespaceURI !== "http://www.w3.org/1999/xhtml" ||
		[...one.attributes].some(({ name }) => !own.has(name)) ||
		(one.hasAttribute("href") && !/^(https?:\\/\\/|mailto:)/i.test(one.getAttribute("href")))
	return texts.filter((text) => {
		const { head, body } = new DOMParser().parseFromString(text, "text/html")
		return head.childNodes.length > 0 || body.attributes.length > 0 || [...body.querySelectorAll("*")].some(isStrange)
	})
}`

/** Whether anything of what was written ran or stands in the page as more than words. */
const harm = async (path: string): Promise<string[]> => {
	const { page, complaints } = ana
	await page.goto(path)
	await page.evaluate(`document.querySelectorAll("details").forEach((one) => { one.open = true })`)
	await page.waitForLoadState("load")
	const odd = (await page.evaluate(`[...document.querySelectorAll(
		"main script, main iframe, main object, main embed, main base, main meta, main link, main img:not([src^='/media/']), main svg:not(.door, .flower), main style, .prose [style], .prose [class^=hx], .prose form, [onerror], [onload], [onclick], .prose [hx-get], a[href^='javascript:'], a[href^='data:']")]
		.map((one) => one.outerHTML.slice(0, 200))`)) as string[]
	const ran = await page.evaluate("globalThis.shouted ?? 0")
	// The pictures that strangers name are not there to be fetched, and the browser says so.
	const said = complaints.splice(0).filter((one) => !/status of 404 \(Not Found\)/.test(one))
	return [...odd, ...said, ...(ran === 0 ? [] : [`it ran ${ran} times`])]
}

/** Writes a post whose every field holds them, looks at it everywhere it is shown, and keeps it as a draft as well. */
const everywhere = async (payloads: string[]): Promise<string[]> => {
	const { page } = ana
	const found: string[] = []
	const payload = payloads.join("\n\n")
	const options = payloads.map((one, nth) => `${nth} ${one.slice(0, 90)}`).join("\n")
	const [title, note] = [payload.slice(0, 190), payloads.toReversed().join("").slice(0, 190)]
	const fill = async () => {
		await page.goto("/@tea/write")
		await page.fill("#title", title)
		await page.fill("#text", payload)
		await page.locator("details.fold:not(.pictures) summary").first().click()
		await page.fill("#note", note)
		await page.fill("#options", options)
	}
	await fill()
	await page.getByRole("button", { name: "Look at it first" }).click()
	await page.locator(".preview").waitFor()
	expect(await page.inputValue("#text")).toBe(payload)
	if (await page.evaluate("globalThis.shouted ?? 0")) found.push("the preview ran")
	await page.getByRole("button", { name: "Send it" }).click()
	await page.waitForURL("**/@tea/t/**")
	const id = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(page.url())![0]
	await page.request.post(`/@tea/p/${id}/edit`, {
		form: { text: `${payload} again`, title, note, do: "send" },
		headers: { origin: house.origin },
	})
	await page.request.post(`/@tea/p/${id}/keep`, { form: { keep: "yes" }, headers: { origin: house.origin } })
	await fill()
	await page.getByRole("button", { name: "Keep as a draft" }).click()
	await page.waitForURL("**/drafts?done=kept")
	for (const path of [
		"/@tea",
		`/@tea/t/${id}`,
		`/@tea/t/${id}/reply`,
		`/@tea/p/${id}/earlier`,
		`/@tea/p/${id}/edit`,
		`/@tea/p/${id}/take-back`,
		"/drafts",
		"/bookmarks",
	])
		found.push(...(await harm(path)).map((one) => `${path}: ${one}`))
	return found
}

it("XSS-01 the classic payloads, in every field, are words", async () => {
	expect(await everywhere(classic)).toEqual([])
})

it("XSS-02 so are those that hide in raw text, or change as they are parsed", async () => {
	expect(await everywhere(mutating)).toEqual([])
})

it("XSS-04 an emoji is an emoji, and a name in colons is text", async () => {
	const [{ id }] = (await house.rows(sql`select id from posts order by published_at limit 1`)) as [
		{ id: string },
	]
	for (const wish of [`:x" onload="${shout}:`, `🎉<img src=x onerror=${shout}>`, `:${"x".repeat(70)}:`]) {
		const answer = await ana.page.request.post(`/@tea/p/${id}/thanks`, {
			form: { wish },
			headers: { origin: house.origin },
		})
		expect(answer.status()).toBe(422)
	}
	await house.rows(sql`insert into reactions (post_id, actor_id, kind, emoji) values
		(${id}, ${house.books.id}, 'like', ${`:x" onload="${shout}:`})`)
	expect(await harm(`/@tea/t/${id}`)).toEqual([])
})

it("XSS-07 what is quoted is a link to a page of the web, or none", async () => {
	for (const quote of [
		`javascript:${shout}`,
		"data:text/html,x",
		"//evil.example",
		"https://a:b@evil.example/",
		"x",
	]) {
		const answer = await ana.page.request.post("/@tea/write", {
			form: { text: "Quoting", quote, do: "send" },
			headers: { origin: house.origin },
		})
		expect(answer.status(), quote).toBe(422)
	}
	const kept = await ana.page.goto(`/@tea/write?quote=${encodeURIComponent(`javascript:${shout}`)}`)
	expect(kept?.status()).toBe(200)
})

it("XSS-09 no page lets code run that is not ours, and none at all for strangers", async () => {
	const [{ id }] = (await house.rows(sql`select id from posts order by published_at limit 1`)) as [
		{ id: string },
	]
	const paths = [
		"/",
		"/@tea",
		`/@tea/t/${id}`,
		"/@tea/write",
		"/drafts",
		"/bookmarks",
		`/@tea/p/${id}/earlier`,
		"/nothing",
	]
	const stranger = await browser.newContext({ baseURL: house.origin })
	for (const path of paths)
		for (const [who, request] of [
			["ana", ana.page.request],
			["stranger", stranger.request],
		] as const) {
			const headers = (await request.get(path, { maxRedirects: 0 })).headers()
			const csp = headers["content-security-policy"] ?? ""
			expect(csp, path).toMatch(/default-src 'none'.*frame-ancestors 'none'/)
			expect(csp, path).toMatch(/base-uri 'none'/)
			expect(csp, path).toMatch(/object-src 'none'/)
			expect(csp, path).not.toMatch(/unsafe|data:|https?:|\*/)
			expect(csp.includes("script-src"), `${path} for ${who}`).toBe(who === "ana")
			expect(headers["x-content-type-options"], path).toBe("nosniff")
		}
	await stranger.close()
})

it("XSS-10 nothing on a page is for one reader alone that a cache might hand to another", async () => {
	const stranger = await browser.newContext({ baseURL: house.origin })
	for (const path of ["/", "/@tea", "/login", "/nothing"])
		for (const { request } of [ana.page, stranger]) {
			const look = async () => {
				const answer = await request.get(path)
				return { text: await answer.text(), headers: answer.headers() }
			}
			const [first, second] = [await look(), await look()]
			expect(first.text, path).not.toContain("nonce")
			expect(first.headers["content-security-policy"], path).not.toContain("nonce")
			expect(first.headers["content-security-policy"], path).toBe(second.headers["content-security-policy"])
			expect(first.headers["cache-control"], path).toMatch(/^private, no-(store|cache)$/)
		}
	const etag = (await stranger.request.get("/@tea")).headers().etag
	if (etag) {
		const again = await stranger.request.get("/@tea", { headers: { "if-none-match": etag } })
		expect(again.headers()["cache-control"]).toMatch(/^private/)
	}
	await stranger.close()
})

it("XSS-13 whoever signs in on the way to a page of theirs comes to a page of ours", async () => {
	const stranger = await browser.newContext({ baseURL: house.origin })
	for (const path of [
		"/@tea/write?quote=//evil.example",
		"/drafts",
		"/@tea/write?next=https://evil.example",
	]) {
		const to = (await stranger.request.get(path, { maxRedirects: 0 })).headers().location
		expect(to, path).toMatch(/^\/login\?next=%2F/)
	}
	await stranger.close()
})

it("XSS-15 no name that another server gives to a thing becomes an attribute of ours", async () => {
	const odd = {
		onclick: shout,
		onload: shout,
		style: { background: "red" },
		class: "door",
		dangerouslySetInnerHTML: { __html: `<img src=x onerror=${shout}>` },
		innerHTML: `<img src=x onerror=${shout}>`,
		children: `<img src=x onerror=${shout}>`,
		ref: "x",
		key: "x",
		constructor: { onclick: shout },
		[`"><img src=x onerror=${shout}>`]: "x",
		[`x onmouseover=${shout} y`]: "x",
	}
	const eve = await house.friend("eve", "evil.example")
	const { note, create } = house.note(eve, {
		...odd,
		name: "A title",
		summary: "A note",
		tag: [{ type: "Hashtag", name: "#odd", href: "https://evil.example/odd", ...odd }],
		attachment: [
			{ type: "Image", mediaType: "image/png", url: "https://evil.example/x.png", name: "A cup", ...odd },
			{ type: "PropertyValue", name: "x", value: "y", ...odd },
		],
		contentMap: { en: "<p>Words</p>", ...odd },
		replies: { type: "Collection", ...odd },
	})
	const poll = house.note(eve, {
		...odd,
		type: "Question",
		oneOf: [
			{ type: "Note", name: "Yes", ...odd },
			{ type: "Note", name: "No", ...odd },
		],
	})
	for (const one of [create, poll.create]) expect(await house.post(eve, one)).toBe(202)
	await house.settled()
	for (const uri of [note.id, poll.note.id]) {
		const [row] = await house.rows(sql`select id from posts where uri = ${uri}`)
		expect(await harm(`/@tea/t/${row?.id}`)).toEqual([])
		expect(await ana.page.locator("main [ref], main [key], main [innerhtml], main [children]").count()).toBe(
			0,
		)
	}
	expect(await harm("/@tea")).toEqual([])
})

it("XSS-17 whatever is cleaned has only what a post may have in it, and cleaning it again changes nothing", async () => {
	const chance = new Chance("XSS-17")
	const clean = Array.from({ length: 300 }, () => cleanHtml(madeHtml(chance)))
	for (const html of clean) expect(cleanHtml(html)).toBe(html)
	const found = (await ana.page.evaluate(`(${strangers})(${JSON.stringify(clean)})`)) as string[]
	expect(found).toEqual([])
	const caught = await ana.page.evaluate(
		`(${strangers})(["<p onclick=x>a</p>", "<img src=x>", "<a href='/x'>y</a>"])`,
	)
	expect(caught).toHaveLength(3)
})
