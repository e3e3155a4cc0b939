import { AxeBuilder } from "@axe-core/playwright"
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { hues } from "../../src/web/hues.ts"
import { pages, serveSamples } from "./sample-server.tsx"

const paths = Object.keys(pages)
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]

let browser: Browser
let samples: Awaited<ReturnType<typeof serveSamples>>
beforeAll(async () => {
	samples = await serveSamples()
	browser = await chromium.launch({
		executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
		args: ["--disable-dev-shm-usage"],
	})
})
afterAll(async () => {
	await browser?.close()
	await samples?.close()
})

const withPage = async (
	options: BrowserContextOptions,
	visit: (page: Page) => Promise<void>,
): Promise<void> => {
	const context = await browser.newContext({ ...options, baseURL: samples.origin })
	try {
		await visit(await context.newPage())
	} finally {
		await context.close()
	}
}

/** What axe finds wrong, and the contrasts it could not judge: those must not hide behind a picture either. */
const faults = async (page: Page, only?: string): Promise<string[]> => {
	const axe = new AxeBuilder({ page }).setLegacyMode(true)
	const { violations, incomplete } = await (only ? axe.withRules(only) : axe.withTags(rules)).analyze()
	const unsure = incomplete.filter((one) => one.id === "color-contrast")
	return [...violations, ...unsure].map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(" ")}`)
}

// Text links inside a sentence are exempt (WCAG 2.5.8, inline); everything that stands alone is at least 44 px high.
const smallTargets = `[...document.querySelectorAll("a, button, input, summary")]
	.filter((one) => one.type !== "hidden" && getComputedStyle(one).display !== "inline" && one.getClientRects().length > 0)
	.filter((one) => one.getBoundingClientRect().height < 43.9)
	.map((one) => one.outerHTML)`

describe.each([
	["light", 1100],
	["light", 390],
	["light", 320],
	["dark", 1100],
	["dark", 390],
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
		await page.evaluate(`document.querySelectorAll("details").forEach((one) => { one.open = true })`)
		expect(await faults(page)).toEqual([])
		expect(await page.evaluate(smallTargets)).toEqual([])
		expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width)
		expect(complaints, "the policy or the network refused something").toEqual([])
	})
})

describe.each(["light", "dark"] as const)("every hue in the %s", (colorScheme) => {
	it.each(hues)("%i can be read", async (hue) => {
		await withPage({ colorScheme }, async (page) => {
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
		await withPage(wish, async (page) => {
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
			await withPage({ reducedMotion }, async (page) => {
				await page.goto("/")
				expect(await page.evaluate(rule)).toBe(expected)
			})
	})
})
