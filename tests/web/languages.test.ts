import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { pages as desks } from "./desk-samples.tsx"
import { faults, openBrowser, unfold } from "./eyes.ts"
import { pages, serveSamples } from "./sample-server.tsx"

const paths = Object.keys({ ...pages, ...desks })

let browser: Browser
let samples: Awaited<ReturnType<typeof serveSamples>>
beforeAll(async () => {
	samples = await serveSamples(desks)
	browser = await openBrowser()
})
afterAll(async () => {
	await browser?.close()
	await samples?.close()
})

describe.each([
	["ar", "rtl"],
	["de-AT", "ltr"],
] as const)("to a reader of %s", (locale, direction) => {
	let page: Page
	beforeAll(async () => {
		const context = await browser.newContext({
			locale,
			baseURL: samples.origin,
			viewport: { width: 320, height: 800 },
		})
		page = await context.newPage()
	})
	afterAll(() => page?.context().close())

	it.each(paths)("%s is in their language, accessible, and fits a small phone", async (path) => {
		await page.goto(path)
		await page.evaluate(unfold)
		const { lang, dir } = (await page.evaluate(
			"({ lang: document.documentElement.lang, dir: document.documentElement.dir })",
		)) as { lang: string; dir: string }
		expect([lang, dir]).toEqual([locale.slice(0, 2), direction])
		expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(320)
		expect(await faults(page)).toEqual([])
	})

	it("the page begins where their eyes begin", async () => {
		await page.goto("/@bookclub")
		const x = async (selector: string) => (await page.locator(selector).boundingBox())?.x ?? 0
		expect((await x(".porch .door")) > (await x(".porch h1"))).toBe(direction === "rtl")
		const align = await page.evaluate(`getComputedStyle(document.querySelector(".porch h1")).textAlign`)
		expect(align, "the English name of the group").toBe(direction === "rtl" ? "right" : "left")
	})
})
