import type { Browser, BrowserContextOptions, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { openBrowser, unfold, withPage } from "./eyes.ts"
import { pages, serveSamples } from "./sample-server.tsx"

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

// Radio buttons of one name are one stop: from there the arrow keys go on.
const reachable = `[...document.querySelectorAll("a[href], button, input:not([type=hidden]), summary")]
	.filter((one) => one.checkVisibility())
	.filter((one, n, all) => one.type !== "radio" || all.findIndex((other) => other.type === "radio" && other.name === one.name) === n).length`
const focused = `(() => {
	const one = document.activeElement
	if (!one || one === document.body) return null
	globalThis.met ??= new Map()
	if (!met.has(one)) met.set(one, met.size)
	const drawn = (part) => { const style = getComputedStyle(one, part); return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 }
	return { order: met.get(one), name: one.textContent.trim() || one.name || one.id, seen: drawn(null) || drawn("::after") }
})()`
type Focused = { order: number; name: string; seen: boolean } | null

describe("by keyboard", () => {
	it.each(Object.keys(pages))("%s: the skip link first, then everything, always visible", async (path) => {
		await visit({}, async (page) => {
			await page.goto(path)
			const count = Number(await page.evaluate(reachable))
			const order: string[] = []
			for (let step = 0; step < count; step++) {
				await page.keyboard.press("Tab")
				const here = (await page.evaluate(focused)) as Focused
				expect(here?.order, `step ${step} after ${order.at(-1)}`).toBe(step)
				expect(here?.seen, `focus can be seen on ${here?.name}`).toBe(true)
				order.push(here!.name)
			}
			expect(order[0]).toBe("Skip to the content")
		})
	})

	it("the skip link leads past the masthead", async () => {
		await visit({}, async (page) => {
			await page.goto("/@bookclub")
			await page.keyboard.press("Tab")
			expect((await page.locator(".skip").boundingBox())!.y).toBeGreaterThanOrEqual(0)
			await page.keyboard.press("Enter")
			await page.keyboard.press("Tab")
			expect(await page.evaluate("document.activeElement.textContent")).toBe("How to join")
		})
	})

	it("the address selects itself when reached", async () => {
		await visit({}, async (page) => {
			await page.goto("/@bookclub")
			await page.evaluate(unfold)
			for (let step = 0; step < 60; step++) {
				await page.keyboard.press("Tab")
				if (await page.evaluate(`document.activeElement.id === "address"`)) break
			}
			const [from, to] = ["selectionStart", "selectionEnd"].map((edge) =>
				page.evaluate(`document.getElementById("address").${edge}`),
			)
			expect([await from, await to]).toEqual([0, "@bookclub@lantern.example".length])
		})
	})
})

describe("without script", () => {
	const off = { javaScriptEnabled: false, viewport: { width: 320, height: 700 } }

	it("a content note opens", async () => {
		await visit(off, async (page) => {
			await page.goto("/@bookclub/t/1")
			await expect(page.getByText("They arrive.").isVisible()).resolves.toBe(false)
			await page.getByText("Content note: the last page").click()
			await expect(page.getByText("They arrive.").isVisible()).resolves.toBe(true)
		})
	})

	it("setting up refuses in words, keeps what was typed except the password, and then succeeds", async () => {
		await visit(off, async (page) => {
			await page.goto("/setup")
			await page.getByLabel("What is it called?").fill("The Lantern")
			await page.getByLabel("Your account’s name").fill("ana")
			await page.getByLabel("A password").fill("otter lamp quilt seven")
			await page.getByLabel("What do its people call it?").fill("The Thursday Book Club")
			await page.getByLabel("Its short name").fill("Book Club")
			await page.getByRole("button", { name: "Open the door" }).click()

			const handle = page.getByLabel("Its short name")
			expect(await handle.inputValue()).toBe("Book Club")
			expect(await handle.getAttribute("aria-invalid")).toBe("true")
			expect(await handle.getAttribute("aria-describedby")).toBe("group_handle-hint group_handle-error")
			expect(await page.locator("#group_handle-error").textContent()).toContain("letters a to z")
			expect(await page.getByLabel("A password").inputValue()).toBe("")
			expect(await page.content()).not.toContain("otter")

			await page.getByRole("link", { name: "A handle has 2 to 30" }).click()
			expect(page.url()).toContain("#group_handle")
			await handle.fill("bookclub")
			await page.getByRole("button", { name: "Open the door" }).click()
			expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("The door is open.")
		})
	})
})
