import { AxeBuilder } from "@axe-core/playwright"
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core"

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]

export const openBrowser = (): Promise<Browser> =>
	chromium.launch({
		executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
		args: ["--disable-dev-shm-usage", "--disable-gpu"],
	})

/** Lets somebody look at pages in a window of their own, which is closed after them. */
export const withPage = async (
	browser: Browser,
	options: BrowserContextOptions,
	visit: (page: Page) => Promise<void>,
): Promise<void> => {
	const context = await browser.newContext(options)
	try {
		await visit(await context.newPage())
	} finally {
		await context.close()
	}
}

/** What axe finds wrong, and the contrasts it could not judge: those must not hide behind a picture either. */
export const faults = async (page: Page, only?: string): Promise<string[]> => {
	const axe = new AxeBuilder({ page }).setLegacyMode(true)
	const { violations, incomplete } = await (only ? axe.withRules(only) : axe.withTags(rules)).analyze()
	const unsure = incomplete.filter((one) => one.id === "color-contrast")
	return [...violations, ...unsure].map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(" ")}`)
}

/**
 * An expression for the page: what stands alone and is lower than 44 px. Links inside a sentence are exempt (WCAG 2.5.8,
 * inline), so is a box that a label makes larger, and what is out of sight.
 */
export const smallTargets = `[...document.querySelectorAll("a, button, input, select, textarea, summary")]
	.filter((one) => one.type !== "hidden" && !one.closest(".apart"))
	.filter((one) => getComputedStyle(one).display !== "inline" && one.getClientRects().length > 0)
	.filter((one) => (one.closest("label.tick, label.option") ?? one).getBoundingClientRect().height < 43.9)
	.map((one) => one.outerHTML)`

/** An expression for the page: everything that can be unfolded is. */
export const unfold = `document.querySelectorAll("details").forEach((one) => { one.open = true })`
