import type { Browser, BrowserContextOptions, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { hues } from "../../src/web/hues.ts"
import { faults, openBrowser, smallTargets, unfold, withPage } from "./eyes.ts"
import { pages, serveSamples } from "./sample-server.tsx"

const paths = Object.keys(pages)

let browser: Browser
let samples: Awaited<ReturnType<typeof serveSamples>>
beforeAll(async () => {
	samples = await serveSamples()
	browser = await openBrowser()
})
afterAll(async () => {
	await browser?.close()
	await samples?.close()
})

const visit = (options: BrowserContextOptions, look: (page: Page) => Promise<void>) =>
	withPage(browser, { ...options, baseURL: samples.origin }, look)

describe.each([
	["light", 1100],
	["light", 320],
	["dark", 1100],
	["dark", 320],
] as const)("in the %s at %i px", (colorScheme, width) => {
	const complaints: string[] = []
	let page: Page
	beforeAll(async () => {
		const viewport = { width, height: 800 }
		page = await (await browser.newContext({ colorScheme, viewport, baseURL: samples.origin })).newPage()
		page.on("console", (said) => complaints.push(said.text()))
	})
	afterAll(() => page?.context().close())

	it.each(paths)("%s is accessible, fits, and has targets one can hit", async (path) => {
		complaints.length = 0
		const answer = await page.goto(path)
		expect(answer?.status()).toBe(200)
		await page.evaluate(unfold)
		expect(await faults(page)).toEqual([])
		expect(await page.evaluate(smallTargets)).toEqual([])
		expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width)
		expect(complaints, "the policy or the network refused something").toEqual([])
	})
})

describe.each(["light", "dark"] as const)("every hue in the %s", (colorScheme) => {
	it.each(hues)("%i can be read", async (hue) => {
		await visit({ colorScheme }, async (page) => {
			await page.goto(`/hue/${hue}`)
			expect(await page.locator(`html.hue-${hue}`).count()).toBe(1)
			expect(await faults(page, "color-contrast")).toEqual([])
		})
	})
})

describe("for people who ask for more", () => {
	it.each([
		{ contrast: "more" },
		{ contrast: "more", colorScheme: "dark" },
		{ forcedColors: "active" },
	] as const)("%j", async (wish) => {
		await visit(wish, async (page) => {
			for (const path of ["/", "/@bookclub", "/setup/again"]) {
				await page.goto(path)
				expect(await faults(page), path).toEqual([])
			}
		})
	})

	it("fades between pages only where motion is welcome", async () => {
		const rule = `[...document.styleSheets[0].cssRules].some((rule) => rule.conditionText?.includes("no-preference") && matchMedia(rule.conditionText).matches && rule.cssText.includes("@view-transition"))`
		for (const [reducedMotion, expected] of [
			["reduce", false],
			["no-preference", true],
		] as const)
			await visit({ reducedMotion }, async (page) => {
				await page.goto("/")
				expect(await page.evaluate(rule)).toBe(expected)
			})
	})
})
