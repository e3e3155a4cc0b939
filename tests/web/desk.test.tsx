import type { AddressInfo } from "node:net"
import { serve } from "@hono/node-server"
import { Hono } from "hono"
import type { Browser, BrowserContextOptions, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { favicon, stylesheet } from "../../src/web/layout.tsx"
import { DecisionsPage } from "../../src/web/pages/decisions.tsx"
import { DeskPage } from "../../src/web/pages/desk/desk.tsx"
import { script } from "../../src/web/script.ts"
import { desk, pages } from "./desk-samples.tsx"
import { faults, openBrowser, smallTargets, unfold, withPage } from "./eyes.ts"
import { group, now, server } from "./sample-views.ts"

const csp =
	"default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

let browser: Browser
let origin: string
let close: () => void
const sent: { path: string; form: Record<string, unknown> }[] = []

beforeAll(async () => {
	const app = new Hono()
	app.get(stylesheet.path, (c) => c.body(stylesheet.text, 200, { "Content-Type": "text/css; charset=utf-8" }))
	app.get(script.path, (c) => c.body(script.text, 200, { "Content-Type": "text/javascript" }))
	app.get("/favicon.svg", (c) => c.body(favicon, 200, { "Content-Type": "image/svg+xml" }))
	for (const [path, page] of Object.entries(pages))
		app.get(path, (c) => c.html(String(page()), 200, { "Content-Security-Policy": csp }))
	app.post("/*", async (c) => {
		sent.push({ path: c.req.path, form: await c.req.parseBody() })
		return c.redirect("/@bookclub/desk", 303)
	})
	await new Promise<void>((resolve) => {
		const listening = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }: AddressInfo) => {
			origin = `http://127.0.0.1:${port}`
			resolve()
		})
		close = () => listening.close()
	})
	browser = await openBrowser()
})
afterAll(async () => {
	await browser?.close()
	close?.()
})

const visit = (options: BrowserContextOptions, look: (page: Page) => Promise<void>) =>
	withPage(browser, { ...options, baseURL: origin }, look)

describe.each([
	["light", 1100],
	["dark", 1100],
	["dark", 320],
] as const)("in the %s at %i px", (colorScheme, width) => {
	it.each(Object.keys(pages))("%s is accessible, fits, and has targets one can hit", async (path) => {
		await visit({ colorScheme, viewport: { width, height: 800 } }, async (page) => {
			const complaints: string[] = []
			page.on("console", (said) => complaints.push(said.text()))
			await page.goto(path)
			await page.evaluate(unfold)
			expect(await faults(page)).toEqual([])
			expect(await page.evaluate(smallTargets)).toEqual([])
			expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width)
			expect(complaints, "the policy or the network refused something").toEqual([])
		})
	})
})

describe("by keyboard and without script", () => {
	const off = { javaScriptEnabled: false, viewport: { width: 320, height: 700 } }

	it("a desk's first form is reached after the masthead, and every fold opens by itself", async () => {
		await visit({}, async (page) => {
			await page.goto("/@bookclub/desk")
			const names: string[] = []
			for (let step = 0; step < 30; step++) {
				await page.keyboard.press("Tab")
				names.push(String(await page.evaluate("document.activeElement.textContent.trim()")))
			}
			expect(names.slice(0, 10)).toEqual([
				"Skip to the content",
				"The Lantern",
				"About",
				"Settings",
				"Sign out",
				"Ana Ferreira",
				"Notifications",
				"Drafts",
				"Kept",
				"Desk of The Thursday Book Club",
			])
			expect(names).toContain("Close the report")
			expect(names).toContain("Welcome them")
		})
	})

	it("somebody is banned for a time, with what the form says it will do", async () => {
		await visit(off, async (page) => {
			await page.goto("/@bookclub/desk")
			await page.getByText("Ban somebody", { exact: true }).click()
			const form = page.locator("form[action$='/ban']", { has: page.getByLabel("Who?") })
			await form.getByLabel("Who?").fill("@bo@lemmy.example")
			await form.getByLabel("Why?").fill("Sold us a course")
			await form.getByLabel("Until which day?").fill("2027-01-31")
			await form.getByRole("button", { name: "Ban them" }).click()
			expect(sent.at(-1)).toEqual({
				path: "/@bookclub/desk/ban",
				form: { person: "@bo@lemmy.example", reason: "Sold us a course", until: "2027-01-31" },
			})
		})
	})

	it("one of two buttons decides what becomes of a word, and of a server", async () => {
		await visit(off, async (page) => {
			await page.goto("/@bookclub/desk")
			await page.getByText("Add a word", { exact: true }).click()
			await page.getByLabel("A word, or several").fill("casino")
			await page.getByRole("button", { name: "Take no such posts" }).click()
			expect(sent.at(-1)).toEqual({
				path: "/@bookclub/desk/filter",
				form: { word: "casino", effect: "refuse" },
			})
		})
	})

	it("a post is not taken out before somebody said why", async () => {
		await visit(off, async (page) => {
			await page.goto("/@bookclub/desk")
			const before = sent.length
			const one = page.getByRole("region", { name: "What waits" })
			await one.getByText("Do not take it", { exact: true }).first().click()
			await one.getByRole("button", { name: "Do not take it" }).first().click()
			expect(sent.length).toBe(before)
			const form = one.locator("form[action$='/remove']", { has: page.locator("input[value='h1']") })
			await form.getByLabel("Why?").fill("Off topic")
			await form.getByRole("button", { name: "Do not take it" }).click()
			expect(sent.at(-1)).toEqual({
				path: "/@bookclub/desk/remove",
				form: { post: "h1", reason: "Off topic" },
			})
		})
	})

	it("every button says beside it what it will do", async () => {
		await visit({}, async (page) => {
			await page.goto("/@bookclub/desk")
			const silent = `[...document.querySelectorAll("main button")].filter((one) => !(document.getElementById(one.getAttribute("aria-describedby"))?.textContent.length > 20)).map((one) => one.outerHTML)`
			expect(await page.evaluate(silent)).toEqual([])
			const twice = `[...document.querySelectorAll("[id]")].map((one) => one.id).filter((id, index, all) => all.indexOf(id) !== index)`
			expect(await page.evaluate(twice)).toEqual([])
		})
	})
})

describe("what strangers wrote", () => {
	const payload = `"><script>alert(1)</script><img src=x onerror=alert(1)>'`
	const bad = { id: payload, name: payload, handle: payload, url: "javascript:alert(1)" }
	const written = {
		desk: (
			<DeskPage
				{...desk}
				group={{ ...group, name: payload }}
				server={{ ...server, you: { name: payload, handle: "ana", desks: [{ handle: "a", name: payload }] } }}
				refused={payload}
				requests={[{ person: bad, at: now }]}
				reports={[{ id: payload, words: payload, at: now, reporter: bad, subject: bad, post: null }]}
				shared={[{ ...desk.shared[0]!, words: payload, author: bad, language: payload }]}
				removed={[{ ...desk.removed[0]!, words: payload, reason: payload, author: bad }]}
				banned={[{ person: bad, until: null, reason: payload }]}
				people={[payload]}
				filters={[{ word: payload, effect: "hold" }]}
				servers={[
					{
						domain: payload,
						severity: "none",
						reason: payload,
						note: payload,
						rejectMedia: true,
						rejectReports: true,
					},
				]}
			/>
		),
		decisions: (
			<DecisionsPage
				server={server}
				group={group}
				decisions={[{ text: payload, reason: payload, at: now }]}
				named
				first
				now={now}
			/>
		),
	}

	it.each(Object.entries(written))("stays text on the %s page", (_, page) => {
		const html = String(page)
		expect(html).toContain("&lt;script&gt;")
		const bare = html.replace(/="[^"]*"/g, "=")
		expect(bare.replaceAll("<script src= defer=></script>", "")).not.toMatch(
			/<script|<img|<style|<[^>]*\s(?:on\w+|style)=/i,
		)
		expect(html).not.toMatch(/(?:href|src|action)="(?:javascript|data):/i)
	})
})
