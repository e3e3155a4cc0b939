import { sql } from "drizzle-orm"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { Browser, type Page } from "../support/browser.ts"
import { eventually } from "../support/eventually.ts"
import { PeerOAuth } from "../support/peer/oauth.ts"
import { type Json, type Peer, startPeer } from "../support/peer.ts"
import { type House, openHouse } from "./house.ts"

let house: House
let [social, evil]: Peer[] = []
let [honest, lying]: PeerOAuth[] = []
beforeAll(async () => {
	house = await openHouse()
	const now = () => house.now()
	;[social, evil] = await Promise.all([startPeer({ now }), startPeer({ now })])
	for (const name of ["bob", "eve"]) social!.person(name)
	evil!.person("mallet")
	;[honest, lying] = [new PeerOAuth(social!), new PeerOAuth(evil!, ["read:accounts"])]
})
afterAll(async () => {
	await house?.close()
	await Promise.all([social?.stop(), evil?.stop()])
})
beforeEach(async () => {
	lying!.lies.clear()
	await house.pass(2 * 3_600_000)
})

const visit = () => new Browser(house.origin)
const onward = (html: string): string =>
	/<meta http-equiv="refresh" content="0;url=([^"]+)"/.exec(html)?.[1]?.replaceAll("&amp;", "&") ?? ""
const leave = async (browser: Browser, peer: Peer, next = "/") =>
	onward((await browser.send("/login/elsewhere", { home: peer.host, next })).text)
const back = (browser: Browser, to: URL): Promise<Page> => browser.open(to.pathname + to.search)
const isIn = async (browser: Browser) => (await browser.open("/visiting")).status === 200
/** Somebody of the lying server, who has said yes there. */
const throughEvil = async (): Promise<[Browser, Page]> => {
	const browser = visit()
	const answer = await back(browser, await lying!.approve(await leave(browser, evil!), "mallet"))
	return [browser, answer]
}
const guests = async () => (await house.rows(sql`select count(*)::int as n from sessions`))[0]!.n
const asCode = (peer: Peer, name: string) => ({ home: `@${name}@${peer.host}`, way: "code", next: "/" })
const codesTo = (name: string): string[] =>
	social!.received.flatMap(({ json }) =>
		json?.to?.[0] === social!.person(name).id
			? (/<strong>(\d{4} \d{4})</.exec((json as Json).object?.content ?? "")?.slice(1) ?? [])
			: [],
	)

describe("coming back from one's own server", () => {
	it("AUT-23: counts once, in the browser that left, at the address of the server it was sent to", async () => {
		const browser = visit()
		const to = await honest!.approve(await leave(browser, social!), "bob")
		expect((await back(visit(), to)).status, "another browser").toBe(410)
		const app = await house.rows(sql`select id from home_apps`)
		expect(to.pathname).toBe(`/login/elsewhere/back/${app[0]!.id}`)
		expect((await back(browser, to)).status).toBe(303)
		expect((await back(browser, to)).status, "a second time").toBe(410)
		const late = visit()
		const old = await honest!.approve(await leave(late, social!), "bob")
		await house.pass(11 * 60_000)
		expect((await back(late, old)).status, "too late").toBe(410)
		const forged = visit()
		const page = await honest!.approve(await leave(forged, social!), "bob")
		page.searchParams.set("state", "A".repeat(43))
		expect((await back(forged, page)).status, "a state of one's own").toBe(410)
		expect(await isIn(forged)).toBe(false)
	})

	it("AUT-23: a code of one server is never believed, nor shown, at another (mix-up)", async () => {
		const browser = visit()
		const left = new URL(await leave(browser, evil!))
		const there = new URL(await leave(visit(), social!))
		// The lying server sends its visitor on to the honest one, with its own state and challenge.
		for (const name of ["state", "code_challenge"]) there.searchParams.set(name, left.searchParams.get(name)!)
		const returned = await honest!.approve(there.href, "bob")
		const tokens = lying!.times("/oauth/token")
		expect((await back(browser, returned)).status).toBe(410)
		expect(lying!.times("/oauth/token")).toBe(tokens)
		expect(await isIn(browser)).toBe(false)
		const named = visit()
		const to = await lying!.approve(await leave(named, evil!), "mallet")
		to.searchParams.set("iss", social!.origin)
		expect((await back(named, to)).status, "in another's name (RFC 9207)").toBe(410)
	})

	it("AUT-24: nobody is believed to be of another server, or to be somebody else there", async () => {
		const before = await guests()
		for (const json of [
			{ username: "bob", acct: `bob@${social!.host}` },
			{ username: "bob", acct: "mallet" },
			{ username: `bob@${social!.host}`, acct: `bob@${social!.host}` },
			{ username: "nobody", acct: "nobody" },
			{ username: "../@bob", acct: "../@bob" },
			{ username: 7 },
			{},
		]) {
			lying!.lies.set("/api/v1/accounts/verify_credentials", { json })
			const [browser, answer] = await throughEvil()
			expect([JSON.stringify(json), answer.status, await isIn(browser)]).toEqual([
				JSON.stringify(json),
				403,
				false,
			])
		}
		expect(await guests()).toBe(before)
		lying!.lies.clear()
		const [browser, answer] = await throughEvil()
		expect([answer.status, await isIn(browser)]).toEqual([303, true])
		expect((await browser.open("/visiting")).text).toContain(`@mallet@${evil!.host}`)
	})

	it("AUT-24: a WebFinger that leads to another server's person is hearsay", async () => {
		const person = evil!.person("mallet")
		const { id } = person
		Object.defineProperty(person, "id", { value: social!.person("bob").id, configurable: true })
		try {
			await house.pass(3_600_000)
			const [browser, answer] = await throughEvil()
			expect([answer.status, await isIn(browser)]).toEqual([403, false])
		} finally {
			Object.defineProperty(person, "id", { value: id, configurable: true })
		}
	})

	it("NET-24: answers without an end, and redirects with our secrets, come to nothing", async () => {
		const tried: [string, Parameters<PeerOAuth["lies"]["set"]>[1]][] = [
			["/oauth/token", "huge"],
			["/oauth/token", { status: 307, location: `${social!.origin}/oauth/token` }],
			["/api/v1/accounts/verify_credentials", "huge"],
			["/api/v1/accounts/verify_credentials", { status: 302, location: `${house.origin}/` }],
		]
		const asked = honest!.asked.length
		for (const [path, lie] of tried) {
			lying!.lies.clear()
			lying!.lies.set(path, lie)
			const [browser, answer] = await throughEvil()
			expect([path, answer.status, await isIn(browser)]).toEqual([path, 403, false])
		}
		expect(honest!.asked.length, "nothing went on to where a redirect led").toBe(asked)
		expect(lying!.tokens.size, "every token is given back").toBe(0)
	})

	it("AUT-05: a session that was there before is worth nothing afterwards (fixation)", async () => {
		const browser = visit()
		const fixed = "B".repeat(43)
		browser.cookies.set("snug", fixed)
		const to = await honest!.approve(await leave(browser, social!, "/@tea"), "bob")
		await back(browser, to)
		expect(browser.cookies.get("snug")).not.toBe(fixed)
		const thief = visit()
		thief.cookies.set("snug", fixed)
		expect(await isIn(thief)).toBe(false)
		for (const next of ["//evil.example", "/\\evil.example", "https://evil.example/"]) {
			const led = visit()
			const home = await honest!.approve(await leave(led, social!, next), "bob")
			expect((await back(led, home)).headers.get("location")).toBe("/")
		}
	})

	it("registers again with a server that forgot it", async () => {
		await leave(visit(), social!)
		honest!.apps.clear()
		const browser = visit()
		const page = new URL(await leave(browser, social!))
		const state = page.searchParams.get("state")!
		const [{ id }] = (await house.rows(sql`select id from home_apps where origin = ${social!.origin}`)) as [
			Json,
		]
		expect((await browser.open(`/login/elsewhere/back/${id}?state=${state}&code=x`)).status).toBe(403)
		const again = visit()
		expect((await back(again, await honest!.approve(await leave(again, social!), "bob"))).status).toBe(303)
	})
})

describe("a code in a direct message", () => {
	it("AUT-11: works once, for ten minutes, five times tried, in the browser that asked", async () => {
		const browser = visit()
		await browser.send("/login/elsewhere", asCode(social!, "bob"))
		const code = await eventually(() => codesTo("bob")[0] ?? Promise.reject(new Error("no code yet")))
		const type = (who: Browser, words = code) => who.send("/login/elsewhere/code", { code: words })
		expect((await type(visit())).status, "another browser").toBe(422)
		for (let n = 0; n < 4; n++) expect((await type(browser, "00000000")).status).toBe(422)
		expect((await type(browser)).status, "the fifth time").toBe(303)
		expect(await isIn(browser)).toBe(true)
		await browser.send("/logout", {})
		expect((await type(browser)).status, "used").toBe(422)
		await house.pass(3_600_000)
		const slow = visit()
		await slow.send("/login/elsewhere", asCode(social!, "eve"))
		const late = await eventually(() => codesTo("eve")[0] ?? Promise.reject(new Error("no code yet")))
		await house.pass(11 * 60_000)
		expect((await type(slow, late)).status, "too late").toBe(422)
		await house.pass(3_600_000)
		const guessing = visit()
		await guessing.send("/login/elsewhere", asCode(social!, "eve"))
		const real = await eventually(() => codesTo("eve")[1] ?? Promise.reject(new Error("no code yet")))
		for (let n = 0; n < 5; n++) await type(guessing, "11111111")
		expect((await type(guessing, real)).status, "after five").toBe(422)
	})

	it("AUT-04: tells nobody whether there is such a person, in no words", async () => {
		const [known, unknown] = [visit(), visit()]
		const told = async (browser: Browser, name: string) => {
			const answers = [
				await browser.send("/login/elsewhere", asCode(social!, name)),
				await browser.open("/login/elsewhere/code"),
				await browser.send("/login/elsewhere/code", { code: "12345678" }),
			]
			return answers.map(({ status, text, headers }) => [status, text, headers.get("location")])
		}
		expect(await told(known, "bob")).toEqual(await told(unknown, "nobody"))
	})

	it("AUT-03: nobody is buried in codes, whoever asks, from wherever", async () => {
		const before = codesTo("eve").length
		const statuses: number[] = []
		for (let n = 0; n < 8; n++)
			statuses.push((await visit().send("/login/elsewhere", asCode(social!, "eve"))).status)
		expect(statuses.slice(0, 6)).toEqual(Array(6).fill(303))
		expect(statuses.slice(6)).toEqual([429, 429])
		await house.settled()
		await eventually(() => expect(codesTo("eve").length - before).toBe(3))
	})
})

describe("a guest", () => {
	it("AUT-13: may send nothing that is not open to guests, whatever is added to the server", async () => {
		const browser = visit()
		await back(browser, await honest!.approve(await leave(browser, social!), "bob"))
		for (const path of ["/settings/profile", "/groups/new", "/@tea/write", "/@tea/anything", "/new"])
			expect([path, (await browser.send(path, {})).status]).toEqual([path, 403])
		expect((await browser.open("/@tea/desk")).status).toBe(404)
		// Open to guests who look after the group; there is nothing for others.
		expect((await browser.send("/@tea/settings/name", {})).status).toBe(404)
	})

	it("AUT-14: is out when their account is gone, and after a week", async () => {
		const [one, other] = [visit(), visit()]
		for (const [browser, name] of [
			[one, "bob"],
			[other, "eve"],
		] as const)
			await back(browser, await honest!.approve(await leave(browser, social!), name))
		await house.rows(sql`update actors set gone_at = now() where uri = ${social!.person("bob").id}`)
		expect([await isIn(one), await isIn(other)]).toEqual([false, true])
		await house.pass(8 * 86_400_000)
		expect(await isIn(other)).toBe(false)
	})
})
