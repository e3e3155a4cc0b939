import { BlockList } from "node:net"
import { afterAll, beforeAll, expect, it } from "vitest"
import { webRoutes } from "../../src/web/web.tsx"
import { type House, openHouse } from "../attacks/house.ts"
import { Browser } from "../support/browser.ts"
import { nobodyElsewhere } from "../support/nobody-elsewhere.ts"

let house: House

beforeAll(async () => {
	house = await openHouse()
})
afterAll(() => house?.close())

const home = { referer: "" }
const visit = () => new Browser(house.origin)
const about = (headers: Record<string, string>) => visit().raw("/about", { headers })

it("answers in the language the browser likes best, and tells caches so", async () => {
	const answer = await about({ "accept-language": "fr, de-AT;q=0.8, en;q=0.5" })
	expect(answer.text).toContain('<html lang="de" dir="ltr">')
	expect(answer.text).toContain("Zum Inhalt springen")
	expect(answer.headers.get("vary")).toContain("Accept-Language")
	const arabic = await about({ "accept-language": "ar-EG" })
	expect(arabic.text).toContain('<html lang="ar" dir="rtl">')
})

it("answers in the server's usual language when the browser likes none there is", async () => {
	const asked = { headers: { "accept-language": "fr" } }
	const usual = webRoutes(house.world, {
		trustedProxies: new BlockList(),
		defaultLocale: "ar",
		elsewhere: nobodyElsewhere,
		examine: async () => [],
	})
	expect(await (await usual.request("/about", asked)).text()).toContain('<html lang="ar" dir="rtl">')
	expect((await about({ "accept-language": "fr" })).text).toContain('<html lang="en" dir="ltr">')
})

it("remembers the language somebody chooses, against the browser's wish, and leads back", async () => {
	const browser = visit()
	const referer = { referer: `${house.origin}/about?from=here` }
	const answer = await browser.send("/language", { language: "ar" }, referer)
	expect([answer.status, answer.headers.get("location")]).toEqual([303, "/about?from=here"])
	expect(answer.headers.get("set-cookie")).toBe(
		"snug-language=ar; Max-Age=31536000; Path=/; HttpOnly; SameSite=Lax",
	)
	const next = await browser.raw("/", { headers: { "accept-language": "de" } })
	expect(next.text).toContain('<html lang="ar" dir="rtl">')
	expect((await browser.send("/language", { language: "en" }, home)).headers.get("location")).toBe("/")
	expect((await browser.open("/about")).text).toContain('<html lang="en"')
})

it("leads nowhere else, and keeps no language there is not", async () => {
	const elsewhere = await visit().send("/language", { language: "xx" }, { referer: "https://evil.example/a" })
	expect([elsewhere.headers.get("location"), elsewhere.headers.get("set-cookie")]).toEqual(["/", null])
	const given = await visit().send("/language", { language: "de", next: "//evil.example" }, home)
	expect(given.headers.get("location")).toBe("/")
	const strange = await visit().send("/language", { language: "de" }, { origin: "https://evil.example" })
	expect(strange.status).toBe(403)
})

it("leads from the answer to a form back to where the form stood", async () => {
	const wrong = { name: "ana", password: "not hers" }
	const answer = await visit().send("/login", wrong, { referer: `${house.origin}/login?next=/about` })
	expect(answer.text).toContain('<input type="hidden" name="next" value="/login?next=/about"/>')
	expect((await visit().open("/login")).text).not.toContain('<form class="languages"><input')
})

it("says the same of a group that is not there as of any other, in every language", async () => {
	const asked = { headers: { "accept-language": "de" } }
	const one = await visit().raw("/@nobody", asked)
	const other = await visit().raw("/@nothing", asked)
	expect([one.status, one.text]).toEqual([404, other.text])
})
