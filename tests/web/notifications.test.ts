import { sql } from "drizzle-orm"
import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { signUp } from "../../src/accounts/sign-up.ts"
import { joinGroup } from "../../src/groups/join-group.ts"
import { changeRole } from "../../src/moderation/change-role.ts"
import { enact } from "../../src/moderation/enact.ts"
import { takeOutPost } from "../../src/moderation/take-out-post.ts"
import { unsubscribeToken } from "../../src/notifications/unsubscribe.ts"
import type { Actor } from "../../src/people/actor.ts"
import { writePost } from "../../src/posts/write-post.ts"
import { type House, openHouse } from "../attacks/house.ts"
import { eventually } from "../support/eventually.ts"
import { Letterbox } from "../support/letterbox.ts"
import { faults, openBrowser, smallTargets } from "./eyes.ts"

const password = "correct horse battery staple"
let browser: Browser
let box: Letterbox
let house: House
let page: Page
let cleo: Actor

const say = async (author: Actor, text: string, to: string | null = null) => {
	const said = await writePost(house.world, { author, group: house.tea, title: null, text, inReplyTo: to })
	if (!said.ok) throw new Error(said.reason)
	return said.value
}

beforeAll(async () => {
	box = await Letterbox.open()
	house = await openHouse({ settings: { SMTP_URL: box.url } })
	const { world, tea } = house
	const ana = await house.ana()
	const made = await signUp(world, { name: "cleo", password, email: "cleo@example.org" })
	if (!made.ok) throw new Error(made.reason)
	cleo = made.value
	await enact(world, (tx) => joinGroup(world, tx, { group: tea, person: cleo, followUri: null }))
	await house.rows(
		sql`insert into news_readers (actor_id, seen_at) values (${cleo.id}, now() - interval '1 day')`,
	)
	const first = await say(
		cleo,
		"Who has a kettle, and who has the time to wait for it on a Sunday afternoon in November?",
	)
	await say(ana, "I have one, and it whistles. Come by after four, there is cake.", first.uri)
	await house.rows(sql`update shares set shared_at = now() - interval '2 days'`)
	await house.rows(sql`update events set at = now() - interval '2 days'`)
	const second = await say(cleo, "Twice the same.")
	const reason = "It stands there already."
	const by = { actorId: ana.id }
	await enact(world, (tx) =>
		takeOutPost(world, tx, "remove", { groupId: tea.id, postId: second.id, by, reason }),
	)
	await enact(world, (tx) =>
		changeRole(world, tx, "promote", { groupId: tea.id, person: cleo, by, reason: "" }),
	)
	await say(ana, "Would you bring the good cups, @cleo?")
	browser = await openBrowser()
	const context = await browser.newContext({ baseURL: house.origin, permissions: ["notifications"] })
	page = await context.newPage()
	await page.goto("/login?next=/settings/feeds")
	await page.getByLabel("Your name here").fill("cleo")
	await page.getByLabel("Your password").fill(password)
	await page.getByRole("button", { name: "Sign in", exact: true }).click()
	await page.waitForURL("**/settings/feeds")
})
afterAll(async () => {
	await browser?.close()
	await house?.close()
	await box?.close()
})

const looksWell = async (name: string) => {
	for (const [width, colorScheme] of [
		[320, "dark"],
		[1280, "light"],
	] as const) {
		await page.setViewportSize({ width, height: 900 })
		await page.emulateMedia({ colorScheme })
		expect(await faults(page), `${name} at ${width}, ${colorScheme}`).toEqual([])
		expect(await page.evaluate(smallTargets), `${name} at ${width}`).toEqual([])
		expect(
			await page.evaluate("document.documentElement.scrollWidth - innerWidth"),
			name,
		).toBeLessThanOrEqual(0)
	}
}

describe("news", () => {
	it("are announced by a dot that says what it means, and stand by day, the new above the seen", async () => {
		const link = page.getByRole("link", { name: "Notifications There is something new." })
		await link.click()
		await page.waitForURL("**/notifications")
		expect(await page.locator("main").innerText()).toMatch(
			/Today[\s\S]*named you in tea[\s\S]*You have seen what stands below[\s\S]*answered you in tea/,
		)
		expect(await link.count()).toBe(0)
		await looksWell("notifications")
		await page.getByRole("link", { name: "Would you bring the good cups" }).click()
		await page.waitForURL(/\/@tea\/t\/.*#post-/)
	})

	it("come as loud as somebody likes, by letter and in the browser", async () => {
		await page.goto("/settings/notifications")
		await page.getByLabel("tea").selectOption("all")
		await page.getByRole("button", { name: "Keep it so" }).click()
		await page.waitForURL("**/settings/notifications?kept=1")
		expect(await page.getByLabel("tea").inputValue()).toBe("all")
		await page.getByRole("button", { name: "Write to me" }).click()
		await page.getByText("a letter goes to").waitFor()
		expect(await page.getByRole("button", { name: "Tell me in this browser" }).isVisible()).toBe(true)
		await looksWell("settings")
		await page.goto(`/unsubscribe/${unsubscribeToken(house.world.secretKey, cleo.id)}`)
		await looksWell("unsubscribe")
	})

	it("are shown by the browser when its push service says so", async () => {
		await page.goto("/settings/notifications")
		await page.evaluate(
			`navigator.serviceWorker.register("/push-worker.js").then(() => navigator.serviceWorker.ready)`,
		)
		const devtools = await page.context().newCDPSession(page)
		const registered = new Promise<string>((resolve) => {
			devtools.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
				if (registrations[0]) resolve(registrations[0].registrationId)
			})
		})
		await devtools.send("ServiceWorker.enable")
		const data = JSON.stringify({ title: "snug.example", body: "ana named you in tea." })
		const registrationId = await registered
		await devtools.send("ServiceWorker.deliverPushMessage", { origin: house.origin, registrationId, data })
		const shown = `navigator.serviceWorker.ready.then((one) => one.getNotifications()).then((all) => all.map(({ title, body }) => [title, body]))`
		await eventually(async () =>
			expect(await page.evaluate(shown)).toEqual([["snug.example", "ana named you in tea."]]),
		)
	})

	it("reach a feed reader by an address that is shown once", async () => {
		await page.goto("/settings/feeds")
		await page.getByRole("button", { name: "Make an address for tea" }).click()
		await page.getByRole("heading", { name: "Your addresses for tea" }).waitFor()
		await looksWell("feeds")
		const address = await page.locator("dd.link").first().innerText()
		expect((await fetch(address)).headers.get("content-type")).toContain("application/atom+xml")
	})
})
