import { sql } from "drizzle-orm"
import type { Browser } from "playwright-core"
import { afterAll, beforeAll, expect, it } from "vitest"
import { createInvite } from "../../src/accounts/signing-up/create-invite.ts"
import { enact } from "../../src/moderation/enact.ts"
import { limitDomain } from "../../src/moderation/limit-domain.ts"
import { noBounds } from "../../src/moderation/policy/rules.ts"
import { setBounds } from "../../src/moderation/policy/set-bounds.ts"
import { describeServer } from "../../src/operating/describe-server.ts"
import { type House, openHouse } from "../attacks/house.ts"
import { faults, openBrowser, smallTargets, withPage } from "./eyes.ts"

const password = "correct horse battery staple"
const pages = [
	...[
		"",
		"/server",
		"/comers",
		"/people",
		"/people/ana",
		"/groups",
		"/policy",
		"/servers",
		"/queue",
		"/health",
		"/log",
	].map((page) => `/admin${page}`),
	"/admin/queue/drop?host=away.example",
	...["/about", "/rules", "/privacy", "/settings/export", "/settings/delete"],
]

const borders = [
	...["/reach", "/people", "/lists", "/pictures"].map((page) => `/admin/servers${page}`),
	"/about/servers",
]

let browser: Browser
let house: House
beforeAll(async () => {
	house = await openHouse()
	const { world } = house
	await house.rows(sql`insert into sign_up_requests (id, token_hash, handle, name, email, note)
		values (gen_random_uuid(), 'hash', 'kim', 'Kim Possible-Longname', 'kim@example.org', 'I bake bread with Ana.')`)
	const by = { actorId: (await house.ana()).id }
	const wish = { by, groupId: house.tea.id, uses: 3, days: 3, note: "" }
	await enact(world, (tx) => createInvite(world, tx, wish))
	const words = { about: "For people **around** the harbour.", rules: "Be kind.", privacy: "Nothing else." }
	await enact(world, (tx) =>
		describeServer(world, tx, { by: by.actorId, ...words, contact: "ana@lantern.example" }),
	)
	const policy = { groupId: null, domain: "bad.example", severity: "block", by, reason: "Floods." } as const
	await enact(world, (tx) => limitDomain(world, tx, policy))
	const bounds = { ...noBounds, mentions: 9, newcomersLinks: false, openToAnyone: false }
	const demand = { by, reason: "Floods since Monday.", bounds }
	await enact(world, (tx) => setBounds(world, tx, demand))
	await house.friend("far", "away.example")
	await house.rows(sql`insert into hosts (host, failures, failing_since, last_error)
		values ('away.example', 3, now(), 'connect ECONNREFUSED 127.0.0.1:443')
		on conflict (host) do update set failures = 3, failing_since = now(), last_error = excluded.last_error`)
	browser = await openBrowser()
})
afterAll(async () => {
	await browser?.close()
	await house?.close()
})

it.each([
	["light", 1280, "running the server", pages],
	["dark", 320, "running the server", pages],
	["light", 1280, "others", borders],
	["dark", 320, "others", borders],
] as const)(
	"every page of the operator looks well in the %s at %i px: %s",
	async (colorScheme, width, _, pages) => {
		const options = { colorScheme, viewport: { width, height: 900 }, baseURL: house.origin }
		await withPage(browser, options, async (page) => {
			await page.goto("/login")
			await page.getByLabel("Your name here").fill("ana")
			await page.getByLabel("Your password").fill(password)
			await page.getByRole("button", { name: "Sign in", exact: true }).click()
			for (const path of pages) {
				await page.goto(path)
				const folder = process.env.SCREENS
				const name = path.replace(/\W+/g, "-").slice(1, 40)
				if (folder) await page.screenshot({ path: `${folder}/${name}.${width}.png`, fullPage: true })
				expect(await faults(page), path).toEqual([])
				expect(await page.evaluate(smallTargets), path).toEqual([])
				expect(await page.evaluate("document.documentElement.scrollWidth"), path).toBeLessThanOrEqual(width)
			}
		})
	},
	60_000,
)
