import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { hostStanding } from "../../db/borders/standing.ts"
import { listReader } from "../../federation/plumbing/read-list.ts"
import { limits } from "../../src/limits.ts"
import { refreshLists } from "../../src/moderation/borders/refresh-list.ts"
import { type House, openHouse } from "../attacks/house.ts"
import { Browser } from "../support/browser.ts"

const header = "#domain,#severity,#reject_media,#reject_reports,#public_comment,#obfuscate\n"
const file = `${header}bad.domain,silence,false,false,bad server,false
worse.domain,suspend,true,true,"worse, ""much"" worse",true
reject.media,noop,true,false,pictures and ♥,false
never.said,suspend,false,false,,false
said.nothing,suspend,false,false,"",false
`

let house: House
let ana: Browser
let answer = { status: 200, body: "", etag: '"1"' }
const asked: (string | undefined)[] = []
const lists = createServer((request, response) => {
	asked.push(request.headers["if-none-match"])
	const isKnown = request.headers["if-none-match"] === answer.etag
	response.writeHead(isKnown ? 304 : answer.status, { etag: answer.etag, "content-type": "text/csv" })
	response.end(isKnown ? undefined : answer.body)
})
let address: string

beforeAll(async () => {
	house = await openHouse()
	await house.friend("eve", "deep.worse.domain")
	ana = new Browser(house.origin)
	await ana.send("/login", { name: "ana", password: "correct horse battery staple" })
	await new Promise<void>((listening) => lists.listen(0, "127.0.0.1", listening))
	address = `http://localhost:${(lists.address() as AddressInfo).port}/blocks.csv`
})
afterAll(async () => {
	lists.close()
	await house?.close()
})

const severity = async (host: string) => (await hostStanding(house.world.db, host, null)).severity
const exported = async () => (await ana.open("/admin/servers/domain_blocks.csv")).text
const bringsFile = async (text: string) => {
	const brought = await ana.sendFiles("/admin/servers/lists", {}, "file", [Buffer.from(text)])
	expect(brought.status).toBe(303)
	return brought.headers.get("location")!
}

describe("a file of Mastodon", () => {
	it("is looked at first, says who would be cut off, and comes out again byte for byte", async () => {
		expect(await exported()).toBe(header)
		const at = await bringsFile(file)
		const { text } = await ana.open(at)
		expect(text).toContain("@eve@deep.worse.domain")
		expect(/value="bad.domain"[^>]*checked/.test(text)).toBe(true)
		expect(/value="worse.domain"[^>]*checked/.test(text)).toBe(false)
		expect(await severity("deep.worse.domain")).toBeNull()
		expect((await ana.send(at, { deed: "take", domain: "bad.domain" })).status).toBe(303)
		expect([await severity("bad.domain"), await severity("worse.domain")]).toEqual(["limit", null])
		expect((await ana.send(at, { deed: "take-all" })).headers.get("location")).toBe("/admin/servers?kept=1")
		expect((await ana.open(at)).status).toBe(404)
		expect(await severity("deep.worse.domain")).toBe("block")
		expect(await exported()).toBe(file)
		const again = await ana.sendFiles("/admin/servers/lists", {}, "file", [Buffer.from(file)])
		expect([again.status, again.text]).toEqual([422, expect.stringContaining("so already")])
		expect((await ana.open("/admin/log")).text).toContain("reject.media")
	})

	it("may be a plain list of domains, and what is no domain is left out", async () => {
		const typed = await ana.send("/admin/servers/lists", { text: "*.plain.example\nex****e.com\n# note\n" })
		await ana.send(typed.headers.get("location")!, { deed: "pass-over-all" })
		expect(await severity("plain.example")).toBeNull()
		for (const text of ["", '"open', "# nothing\n"])
			expect((await ana.send("/admin/servers/lists", { text })).status).toBe(422)
		expect(await house.rows(sql`select 1 from domain_lists`)).toEqual([])
	})
})

describe("a list that is read every day", () => {
	const reads = () => refreshLists(house.world, listReader(house.world))
	const later = (body: string, more = {}) => {
		answer = { status: 200, body, etag: `"${body.length}"`, ...more }
		return house.pass(86_400_000).then(reads)
	}

	it("waits for the operator, and is lifted with what it takes back, but for what is decided here, too", async () => {
		answer.body = `${header}far.example,suspend,false,false,,false\nbad.domain,suspend,false,false,,false\n`
		expect((await ana.send("/admin/servers/lists/subscribe", { url: address })).status).toBe(303)
		await reads()
		const [{ id }] = (await house.rows(sql`select id from domain_lists`)) as [{ id: string }]
		const at = `/admin/servers/lists/${id}`
		expect(await severity("far.example")).toBeNull()
		await ana.send(at, { deed: "take-all" })
		expect([await severity("far.example"), await severity("bad.domain")]).toEqual(["block", "block"])
		expect(await exported()).toContain("far.example,suspend")
		await later("near.example\n")
		expect([await severity("far.example"), await severity("bad.domain")]).toEqual([null, "limit"])
		expect(await severity("near.example")).toBeNull()
		await ana.send(at, { deed: "pass-over", domain: "near.example" })
		await house.pass(86_400_000)
		await reads()
		expect(asked.at(-1)).toBe(answer.etag)
		await ana.send(at, { deed: "take", domain: "near.example" })
		await later(`${header}near.example,silence,false,false,,false\n`)
		expect(await severity("near.example")).toBe("limit")
		await later(`${header}near.example,suspend,true,false,,false\n`)
		expect(await severity("near.example")).toBeNull()
		expect((await ana.open(at)).text).toMatch(/value="near.example"[^>]*checked/)
		await ana.send(at, { deed: "pass-over-all" })
		expect((await ana.open(at)).text).toContain("Nothing of it waits")
		expect((await ana.open("/admin/log")).text).toContain("far.example")
	})

	it("says its reasons in words that can be kept, whatever it says", async () => {
		await ana.send("/admin/servers/lists/subscribe", { end: address })
		await ana.send("/admin/servers/lists/subscribe", { url: address, way: "at-once" })
		const cut = `${"x".repeat(limits.reason - 1)}😀`
		await later(
			`${header}odd.example,suspend,false,false,a\0b,false\nlong.example,silence,false,false,${cut},false\n`,
		)
		expect([await severity("odd.example"), await severity("long.example")]).toEqual(["block", "limit"])
	})

	it("changes nothing while it cannot be read, and says so", async () => {
		await ana.send("/admin/servers/lists/subscribe", { end: address })
		expect(await house.rows(sql`select 1 from domain_lists`)).toEqual([])
		await ana.send("/admin/servers/lists/subscribe", { url: address, way: "at-once" })
		await later("far.example\n")
		expect(await severity("a.far.example")).toBe("block")
		for (const [body, more] of [
			["", { status: 500 }],
			["", {}],
			["<!doctype html>", { status: 404 }],
			["<!doctype html>\n<title>Moved</title>\n<p>To\nnear.example\n</p>\n", {}],
			["x".repeat(5_000_000), {}],
		] as const) {
			await later(body, { etag: '"odd"', ...more })
			expect(await severity("a.far.example")).toBe("block")
		}
		expect((await ana.open("/admin/servers/lists")).text).toContain("Not read since")
		await ana.send("/admin/servers/lists/subscribe", { end: address })
		expect(await severity("a.far.example")).toBeNull()
	})
})
