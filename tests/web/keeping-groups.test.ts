import { sql } from "drizzle-orm"
import type { Browser } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { findLocalActor } from "../../db/actors.ts"
import { signUp } from "../../src/accounts/sign-up.ts"
import { joinGroup } from "../../src/groups/join-group.ts"
import { enact } from "../../src/moderation/enact.ts"
import { type House, openHouse } from "../attacks/house.ts"
import { openBrowser } from "./eyes.ts"
import { Visitor } from "./visitors.ts"

const password = "correct horse battery staple"
let house: House
let browser: Browser

const visit = (options: Parameters<Browser["newContext"]>[0]) =>
	Visitor.open(browser, { ...options, baseURL: house.origin }, { name: "ana", password })

beforeAll(async () => {
	house = await openHouse()
	await house.rows(sql`update accounts set operator = true where actor_id = ${(await house.ana()).id}`)
	await signUp(house.world, { name: "bo", displayName: "Bo", password, email: null })
	const person = (await findLocalActor(house.world.db, "bo"))!
	await enact(house.world, (tx) => joinGroup(house.world, tx, { group: house.tea, person, followUri: null }))
	browser = await openBrowser()
})
afterAll(async () => {
	await browser?.close()
	await house?.close()
})

describe("without script, on a narrow phone", () => {
	it("opens a group, paints its door and writes its rules", async () => {
		const ana = await visit({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } })
		const { page } = ana
		await page.goto("/")
		await page.getByRole("link", { name: "Open a group" }).click()
		await page.getByLabel("What do its people call it?").fill("Chess by the fire")
		await page.getByLabel("Its short name").fill("chess")
		await page.getByLabel("With a welcome").check()
		await page.getByRole("button", { name: "Open the group" }).click()
		await page.getByRole("link", { name: "Name and colour" }).click()
		await page.getByLabel("Plum").check()
		await page.getByRole("button", { name: "Keep it" }).click()
		expect(await page.getByRole("status").textContent()).toBe("That is done.")
		await page.getByRole("link", { name: "All settings of the group" }).click()
		await page.getByRole("link", { name: "Rules and words of welcome" }).click()
		await page.getByLabel("How do you talk here?").fill("Be **kind**.")
		await page.getByRole("button", { name: "Keep it" }).click()
		await page.goto("/@chess")
		expect(await page.locator("html").getAttribute("class")).toBe("hue hue-300")
		await page.getByRole("link", { name: "About us" }).click()
		expect(await page.locator("#rules + .prose strong").textContent()).toBe("kind")
		await ana.close()
	})
})

/** Every page on which a group is kept, with one of those on which somebody comes to do more in it. */
const pathsOf = async (): Promise<string[]> => {
	const at = "/@tea/settings"
	const bo = (await findLocalActor(house.world.db, "bo"))!
	const pages = ["", "/name", "/ways", "/people", `/people/${bo.id}`, "/moving", "/close"]
	return ["/groups/new", "/@tea/me", ...pages.map((page) => at + page)]
}

describe("every page of it", () => {
	it.each([
		["light", 1280],
		["dark", 320],
	] as const)("in the %s at %i px is accessible and fits", async (colorScheme, width) => {
		const ana = await visit({ colorScheme, viewport: { width, height: 800 } })
		for (const path of await pathsOf()) {
			await ana.finds(path, width)
			const folder = process.env.SCREENS
			const file = `${folder}/${path.replace(/\W+/g, "-").slice(1)}.${width}.png`
			if (folder) await ana.page.screenshot({ path: file, fullPage: true })
		}
		await ana.close()
	})
})
