import type { Browser } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type House, openHouse } from "../attacks/house.ts"
import { photo } from "../support/pictures.ts"
import { openBrowser } from "./eyes.ts"
import { Visitor } from "./visitors.ts"

let house: House
let browser: Browser

const visit = (options: Parameters<Browser["newContext"]>[0] = {}) =>
	Visitor.open(
		browser,
		{ ...options, baseURL: house.origin },
		{ name: "ana", password: "correct horse battery staple" },
	)
const file = async (width: number, height: number) => ({
	name: "photo.jpg",
	mimeType: "image/jpeg",
	buffer: await photo(width, height),
})

beforeAll(async () => {
	house = await openHouse()
	browser = await openBrowser()
})
afterAll(async () => {
	await browser?.close()
	await house?.close()
})

describe("pictures", () => {
	it("are brought without script, described when asked, and sent", async () => {
		const { page, ...ana } = await visit({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } })
		await page.goto("/@tea/write")
		await page.getByLabel("What would you like to say?").fill("Two cups")
		await page.getByText("Pictures, a video or a recording").click()
		await page.getByLabel("Add some").setInputFiles([await file(300, 200), await file(200, 300)])
		await page.getByRole("button", { name: "Send it" }).click()
		expect(await page.getByRole("alert").textContent()).toContain("Some readers cannot see this picture.")
		const [first, second] = [
			page.getByLabel("What is on it?").first(),
			page.getByLabel("What is on it?").last(),
		]
		await first.fill("A red cup")
		await second.fill("A blue cup")
		await page.getByRole("button", { name: "Send it" }).click()
		expect(
			await page
				.getByRole("img", { name: "A red cup" })
				.evaluate((img: { naturalWidth: number }) => img.naturalWidth),
		).toBe(300)
		await ana.close()
	})

	it("are looked at in place with script, and are people’s and groups’ faces", async () => {
		const ana = await visit()
		const { page } = ana
		await page.goto("/@tea/write")
		await page.getByLabel("What would you like to say?").fill("Three cups")
		await page.getByText("Pictures, a video or a recording").click()
		await page.getByLabel("Add some").setInputFiles([await file(300, 200)])
		await page.getByRole("button", { name: "Look at it first" }).click()
		await page.locator(".preview img").last().waitFor()
		expect(await page.getByLabel("What would you like to say?").inputValue()).toBe("Three cups")
		await page.goto("/settings/profile")
		await page.getByLabel("Your picture").setInputFiles([await file(300, 200)])
		await page.getByRole("button", { name: "Take this one" }).click()
		await page.getByRole("button", { name: "Take it away" }).waitFor()
		await page.goto("/@tea/settings/name")
		await page.getByLabel("A picture of its own").setInputFiles([await file(300, 200)])
		await page.getByRole("button", { name: "Take this one" }).first().click()
		await page.getByLabel("A wide picture above its page").setInputFiles([await file(900, 300)])
		await page.getByRole("button", { name: "Take this one", exact: true }).click()
		expect(ana.complaints).toEqual([])
		await ana.close()
	})

	it.each([
		["light", 1280],
		["dark", 320],
	] as const)("stand in the %s at %i px where everybody can use them", async (colorScheme, width) => {
		const ana = await visit({ colorScheme, viewport: { width, height: 800 } })
		await ana.page.goto("/@tea")
		const thread = (await ana.page.getByRole("link", { name: "Two cups" }).getAttribute("href"))!
		for (const path of [
			"/@tea",
			thread,
			"/@ana",
			"/settings/profile",
			"/@tea/settings/name",
			"/@tea/people",
		]) {
			await ana.finds(path, width)
		}
		await ana.page.goto("/@tea/write")
		await ana.page.getByText("Pictures, a video or a recording").click()
		await ana.page.getByLabel("Add some").setInputFiles([await file(300, 200)])
		await ana.page.getByRole("button", { name: "Look at it first" }).click()
		await ana.page.locator(".preview img").last().waitFor()
		await ana.close()
	})
})
