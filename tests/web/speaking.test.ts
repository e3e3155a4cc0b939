import type { Browser } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { findLocalActor } from "../../db/actors.ts"
import { signUp } from "../../src/accounts/sign-up.ts"
import { joinGroup } from "../../src/groups/join-group.ts"
import { updateGroup } from "../../src/groups/update-group.ts"
import { changeFilter } from "../../src/moderation/change-filter.ts"
import { enact } from "../../src/moderation/enact.ts"
import { type House, openHouse } from "../attacks/house.ts"
import { openBrowser } from "./eyes.ts"
import { Visitor } from "./visitors.ts"

const password = "correct horse battery staple"
let house: House
let browser: Browser

const visit = (name: string | null, options: Parameters<Browser["newContext"]>[0] = {}) =>
	Visitor.open(browser, { ...options, baseURL: house.origin }, name ? { name, password } : undefined)

beforeAll(async () => {
	house = await openHouse()
	for (const [name, displayName] of [
		["bo", "Bo"],
		["dee", "Dee"],
		["eve", "Eve"],
	] as const)
		await signUp(house.world, { name, displayName, password, email: null })
	const by = { actorId: (await house.ana()).id }
	await enact(house.world, (tx) =>
		updateGroup(house.world, tx, { groupId: house.tea.id, by, change: { rules: "Be *kind*." } }),
	)
	const deed = { groupId: house.tea.id, by, reason: "", word: "durian", effect: "hold" } as const
	await enact(house.world, (tx) => changeFilter(house.world, tx, deed))
	for (const name of ["dee", "eve"]) {
		const person = (await findLocalActor(house.world.db, name))!
		await enact(house.world, (tx) =>
			joinGroup(house.world, tx, { group: house.tea, person, followUri: null }),
		)
	}
	browser = await openBrowser()
})
afterAll(async () => {
	await browser?.close()
	await house?.close()
})

describe("without script, on a narrow phone", () => {
	it("joins, writes, answers, thanks, mends and takes back", async () => {
		const { page, ...bo } = await visit("bo", {
			javaScriptEnabled: false,
			viewport: { width: 320, height: 640 },
		})
		await page.goto("/@tea")
		await page.getByRole("button", { name: "Join the group" }).click()
		await page.getByRole("link", { name: "Say something" }).click()
		expect(await page.locator(".reach").textContent()).toContain("Everybody can read this")
		await page.getByLabel("A title, if it wants one").fill("Scones")
		await page.getByLabel("What would you like to say?").fill("With **jam**, or with cream?")
		await page.getByText("A content note, a language, a quotation or a poll").click()
		await page.getByLabel("What people may choose from").fill("Jam\nCream")
		await page.getByRole("button", { name: "Look at it first" }).click()
		expect(await page.locator(".preview strong").textContent()).toBe("jam")
		await page.getByRole("button", { name: "Send it" }).click()
		expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Scones")

		await page.getByLabel("Your answer").fill("Both.")
		await page.getByRole("button", { name: "Send it" }).click()
		expect(page.url()).toMatch(/#post-[0-9a-f-]{36}$/)
		const answer = page.locator("article").filter({ hasText: "Both." })
		await answer.getByText("More").click()
		await answer.getByRole("link", { name: "Change it" }).click()
		await page.getByLabel("What would you like to say?").fill("Both, please.")
		await page.getByRole("button", { name: "Change it" }).click()
		const changed = page.locator("article").filter({ hasText: "Both, please." })
		await changed.getByRole("link", { name: "What it said before" }).click()
		expect(await page.locator(".letters").textContent()).toContain("Both.")
		await page.goBack()
		await changed.getByText("More").click()
		await changed.getByRole("link", { name: "Take it back" }).click()
		await page.getByRole("button", { name: "Delete it for good" }).click()
		expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("It is taken back")
		await bo.close()
	})

	it("thanks, keeps and finds again what somebody else said", async () => {
		const { page, ...dee } = await visit("dee", { javaScriptEnabled: false })
		await page.goto("/@tea")
		await page.getByRole("link", { name: "Scones" }).click()
		const first = page.locator("article").first()
		await first.getByRole("button", { name: "Say thanks" }).click()
		expect(await first.locator(".thanks").textContent()).toBe("Dee said thanks")
		await first.getByText("More").click()
		await first.getByRole("button", { name: "Answer with 🎉" }).click()
		expect(await first.locator(".thanks").textContent()).toBe("🎉 Dee")
		await first.getByText("More").click()
		await first.getByRole("button", { name: "Keep it for yourself" }).click()
		await page.getByRole("link", { name: "Kept" }).click()
		expect(await page.locator(".slips").textContent()).toContain("Scones")
		await dee.close()
	})
})

describe("with script", () => {
	it("looks at a letter and says thanks in place, and nothing is refused by the policy", async () => {
		const eve = await visit("eve")
		const { page } = eve
		await page.goto("/@tea")
		await page.getByRole("link", { name: "Scones" }).click()
		await page.waitForURL("**/@tea/t/**")
		await page.evaluate("globalThis.here = true")
		const stays = () => page.evaluate("globalThis.here === true")
		const first = page.locator("article").first()
		await first.getByRole("button", { name: "Say thanks" }).click()
		await first.getByText("Eve said thanks").waitFor()
		expect(await stays()).toBe(true)
		await expect
			.poll(() => page.evaluate("document.activeElement.textContent.trim()"))
			.toBe("Take your thanks back")
		await first.getByRole("button", { name: "Take your thanks back" }).click()
		await first.getByRole("button", { name: "Say thanks" }).waitFor()
		await page.getByLabel("Your answer").fill("A *durian*, then.")
		await page.getByRole("button", { name: "Look at it first" }).click()
		await page.locator(".preview em").waitFor()
		expect(await stays()).toBe(true)
		expect(await page.getByRole("status").textContent()).toContain("A moderator will look at this")
		expect(await page.getByLabel("Your answer").inputValue()).toBe("A *durian*, then.")
		await page.getByRole("button", { name: "Send it" }).click()
		await page.waitForURL("**/drafts?done=waits")
		expect(eve.complaints).toEqual([])
		await eve.close()
	})

	it("sends a letter by keyboard alone", async () => {
		const eve = await visit("eve")
		const { page } = eve
		await page.goto("/@tea")
		await eve.tabTo("Say something")
		await page.keyboard.press("Enter")
		await page.waitForURL("**/@tea/write")
		await eve.tabTo("A title, if it wants one")
		await page.keyboard.type("By hand")
		await eve.tabTo("What would you like to say?")
		await page.keyboard.type("Every key of it.")
		await eve.tabTo("Send it")
		await page.keyboard.press("Enter")
		await page.waitForURL("**/@tea/t/**")
		await eve.tabTo("More")
		await page.keyboard.press("Enter")
		await eve.tabTo("Keep it for yourself")
		await page.keyboard.press("Space")
		await page.getByText("Keep it no longer").waitFor({ state: "attached" })
		await eve.close()
	})
})

describe("every page of it", () => {
	it.each([
		["light", 1280],
		["dark", 320],
	] as const)(
		"in the %s at %i px is accessible, fits, and has targets one can hit",
		async (colorScheme, width) => {
			const dee = await visit("dee", { colorScheme, viewport: { width, height: 800 } })
			const { page } = dee
			await page.goto("/@tea")
			const thread = (await page.getByRole("link", { name: "Scones" }).getAttribute("href"))!
			const id = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(thread)![0]
			await page.goto("/@tea/write")
			await page.getByLabel("What would you like to say?").fill("Kept for later")
			await page.getByRole("button", { name: "Keep as a draft" }).click()
			for (const path of [
				"/@tea",
				"/@books",
				thread,
				"/@tea/write",
				`/@tea/t/${id}/reply`,
				`/@tea/p/${id}/report`,
				"/drafts?done=kept",
				"/bookmarks",
			])
				await dee.finds(path, width)
			await dee.close()
			const bo = await visit("bo", { colorScheme, viewport: { width, height: 800 } })
			for (const path of [`/@tea/p/${id}/edit`, `/@tea/p/${id}/take-back`]) await bo.finds(path, width)
			await bo.page.goto("/@tea/write")
			await bo.page.getByLabel("What would you like to say?").fill("A durian")
			await bo.page.getByRole("button", { name: "Look at it first" }).click()
			await bo.page.locator(".preview").waitFor()
			await bo.close()
		},
	)
})
