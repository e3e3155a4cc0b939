import type { Browser, BrowserContextOptions, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { changeRegistrations } from "../../src/accounts/signing-up/change-registrations.ts"
import { createInvite } from "../../src/accounts/signing-up/create-invite.ts"
import { enact } from "../../src/moderation/enact.ts"
import { type House, openHouse } from "../attacks/house.ts"
import { Letterbox } from "../support/letterbox.ts"
import { faults, openBrowser, smallTargets, withPage } from "./eyes.ts"

const password = "correct horse battery staple"

let browser: Browser
let house: House
let box: Letterbox
beforeAll(async () => {
	box = await Letterbox.open()
	house = await openHouse({ settings: { SMTP_URL: box.url } })
	await enact(house.world, (tx) =>
		changeRegistrations(house.world, tx, { by: null, registrations: "open", rules: "Be kind." }),
	)
	browser = await openBrowser()
})
afterAll(async () => {
	await browser?.close()
	await house?.close()
	await box?.close()
})

const visit = async (options: BrowserContextOptions, look: (page: Page) => Promise<void>) => {
	await house.pass(6 * 3_600_000)
	await withPage(browser, { ...options, baseURL: house.origin }, look)
}

const signIn = async (page: Page, name = "ana", word = password) => {
	await page.goto("/login")
	await page.getByLabel("Your name here").fill(name)
	await page.getByLabel("Your password").fill(word)
	await page.getByRole("button", { name: "Sign in", exact: true }).click()
}

const looksWell = async (page: Page, path: string, width: number) => {
	const complaints: string[] = []
	page.on("console", (said) => complaints.push(said.text()))
	await page.goto(path)
	expect(await faults(page), path).toEqual([])
	expect(await page.evaluate(smallTargets), path).toEqual([])
	expect(await page.evaluate("document.documentElement.scrollWidth"), path).toBeLessThanOrEqual(width)
	expect(complaints, path).toEqual([])
	const folder = process.env.SCREENS
	const name = path.replace(/\W+/g, "-").slice(1, 30)
	if (folder) await page.screenshot({ path: `${folder}/${name}.${width}.png`, fullPage: true })
}

const outside = ["/login", "/login/link", "/login/code", "/login/passkey", "/sign-up"]
const inside = [
	"/settings",
	"/settings/welcome",
	"/settings/password",
	"/settings/passkeys",
	"/settings/codes",
	"/settings/email",
	"/settings/sessions",
	"/settings/invites",
	"/settings/profile",
	"/settings/reading",
	"/settings/blocks",
	"/settings/moving",
	"/@ana",
]

describe.each([
	["light", 1280],
	["dark", 320],
] as const)("in the %s at %i px", (colorScheme, width) => {
	it("the ways in are accessible and fit", async () => {
		await visit({ colorScheme, viewport: { width, height: 800 } }, async (page) => {
			for (const path of outside) await looksWell(page, path, width)
			const wish = {
				by: { actorId: (await house.ana()).id },
				groupId: house.tea.id,
				uses: 3,
				days: 7,
				note: "",
			}
			const invite = await enact(house.world, (tx) => createInvite(house.world, tx, wish))
			await looksWell(page, `/invite/${invite.ok && invite.value.token}`, width)
		})
	})

	it("the settings are accessible and fit", async () => {
		await visit({ colorScheme, viewport: { width, height: 800 } }, async (page) => {
			await signIn(page)
			for (const path of inside) await looksWell(page, path, width)
		})
	})
})

describe("without script", () => {
	const off = { javaScriptEnabled: false, viewport: { width: 320, height: 700 } }

	it("somebody makes an account, after reading the rules", async () => {
		await visit(off, async (page) => {
			await page.goto("/sign-up")
			await page.getByLabel("Your account’s name").fill("kim")
			await page.getByLabel("A password").fill("otter lamp quilt")
			await page.getByRole("button", { name: "Make my account" }).click()
			expect(await page.getByRole("alert").textContent()).toContain("Please read the rules")
			await page.getByLabel("A password").fill("otter lamp quilt")
			await page.getByLabel("I have read them").check()
			await page.getByRole("button", { name: "Make my account" }).click()
			expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Welcome!")
		})
	})

	it("somebody gets ten codes, and comes in by one of them", async () => {
		await visit(off, async (page) => {
			await signIn(page)
			await page.goto("/settings/codes")
			await page.getByRole("button", { name: "Make ten new codes" }).click()
			const codes = await page.locator(".codes li").allTextContents()
			expect(new Set(codes).size).toBe(10)
			await page.getByRole("button", { name: "Sign out", exact: true }).click()
			await page.goto("/login/code")
			await page.getByLabel("Your name here").fill("ana")
			await page.getByLabel("The code").fill(codes[3]!.toUpperCase().replaceAll("-", " "))
			await page.getByRole("button", { name: "Sign in", exact: true }).click()
			expect(await page.getByRole("button", { name: "Sign out", exact: true }).count()).toBe(1)
		})
	})

	it("somebody confirms an address, and comes in by a link sent there", async () => {
		await visit(off, async (page) => {
			await signIn(page)
			await page.goto("/settings/email")
			await page.getByLabel("Your e-mail address").fill("ana@example.org")
			await page.getByRole("button", { name: "Send the letter" }).click()
			await page.goto(await box.linkTo("ana@example.org"))
			await page.getByRole("button", { name: "Yes, it is mine" }).click()
			expect(await page.getByText("ana@example.org").count()).toBe(1)
			await page.getByRole("button", { name: "Sign out", exact: true }).click()
			await page.goto("/login/link")
			await page.getByLabel("Your e-mail address").fill("Ana@Example.ORG")
			await page.getByRole("button", { name: "Send me a link" }).click()
			await page.goto(await box.linkTo("ana@example.org", 2))
			await page.getByRole("button", { name: "Sign in", exact: true }).click()
			expect(await page.getByRole("button", { name: "Sign out", exact: true }).count()).toBe(1)
		})
	})

	it("a passkey page says what it needs", async () => {
		await visit(off, async (page) => {
			await page.goto("/login/passkey")
			expect(await page.locator("noscript p").isVisible()).toBe(true)
		})
	})
})

describe("a passkey", () => {
	it("is made, opens the account, and opens it no more once it is removed", async () => {
		await visit({}, async (page) => {
			const cdp = await page.context().newCDPSession(page)
			await cdp.send("WebAuthn.enable")
			await cdp.send("WebAuthn.addVirtualAuthenticator", {
				options: {
					protocol: "ctap2",
					transport: "internal",
					hasResidentKey: true,
					hasUserVerification: true,
					isUserVerified: true,
				},
			})
			await signIn(page)
			await page.goto("/settings/passkeys")
			await page.getByLabel("What do you call it?").fill("my phone")
			await page.getByRole("button", { name: "Make a passkey" }).click()
			await page.getByText("my phone", { exact: true }).waitFor()
			await page.goto("/settings/password")
			await page.getByRole("button", { name: "Let go of my password" }).click()
			await page.getByText("That is done.").waitFor()
			await page.getByRole("button", { name: "Sign out", exact: true }).click()
			await signIn(page)
			expect(await page.getByRole("alert").textContent()).toContain("do not belong together")

			const useIt = async () => {
				await page.goto("/login/passkey?next=/settings/passkeys")
				await page.getByRole("button", { name: "Use my passkey" }).click()
			}
			await useIt()
			await page.waitForURL("**/settings/passkeys")
			await page.getByRole("button", { name: "Remove my phone" }).click()
			expect(await page.getByRole("alert").first().textContent()).toContain("your only way in")
			await page.goto("/settings/password")
			await page.getByLabel("A new password").fill(password)
			await page.getByRole("button", { name: "Take this password" }).click()
			await page.goto("/settings/passkeys")
			await page.getByRole("button", { name: "Remove my phone" }).click()
			await page.getByText("That is done.").waitFor()
			await page.getByRole("button", { name: "Sign out", exact: true }).click()
			await useIt()
			await page.getByText("That passkey does not open an account here.").waitFor()
		})
	})
})
