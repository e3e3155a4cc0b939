import type { Browser } from "playwright-core"
import { afterAll, beforeAll, expect, it } from "vitest"
import { type House, openHouse } from "../attacks/house.ts"
import { PeerOAuth } from "../support/peer/oauth.ts"
import { type Peer, startPeer } from "../support/peer.ts"
import { openBrowser } from "./eyes.ts"
import { Visitor } from "./visitors.ts"

let house: House
let social: Peer
let browser: Browser
beforeAll(async () => {
	;[house, social, browser] = await Promise.all([openHouse(), startPeer(), openBrowser()])
	new PeerOAuth(social)
	social.person("bob")
})
afterAll(async () => {
	await browser?.close()
	await house?.close()
	await social?.stop()
})

it("brings somebody to their own server and back, without script, on a narrow phone", async () => {
	const viewport = { width: 320, height: 640 }
	const guest = await Visitor.open(browser, { javaScriptEnabled: false, viewport, baseURL: house.origin })
	const { page } = guest
	await page.goto("/@tea")
	await page.getByLabel("Where is your account?").fill(`@bob@${social.host}`)
	await page.getByRole("button", { name: "Join from there" }).click()
	await page.waitForURL(`${social.origin}/authorize_interaction?uri=${encodeURIComponent(house.tea.uri)}`)
	await page.goto("/@tea")
	await page.getByRole("link", { name: "You belong already?" }).click()
	expect(await page.getByLabel("Where is your account?").inputValue()).toBe(`@bob@${social.host}`)
	await page.getByRole("button", { name: "Sign in there" }).click()
	await page.getByRole("link", { name: "Authorize" }).click()
	await page.waitForURL(`${house.origin}/@tea`)
	await page.getByRole("link", { name: "bob", exact: true }).click()
	expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("You are a guest here")
	expect(guest.complaints).toEqual([])
	await guest.close()
})
