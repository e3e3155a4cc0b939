import { sql } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { findLocalActor } from "../../db/actors.ts"
import { disableAccount } from "../../src/accounts/settings/disable-account.ts"
import { signUp } from "../../src/accounts/sign-up.ts"
import { changeRole } from "../../src/moderation/change-role.ts"
import { enact } from "../../src/moderation/enact.ts"
import { limitDomain } from "../../src/moderation/limit-domain.ts"
import { changeOperator } from "../../src/operating/change-operator.ts"
import { type House, openHouse } from "../attacks/house.ts"
import { Browser } from "../support/browser.ts"

const password = "correct horse battery staple"
let house: House
let ana: Browser
let mo: Browser

const signedIn = async (name: string): Promise<Browser> => {
	const browser = new Browser(house.origin)
	expect((await browser.send("/login", { name, password })).status).toBe(303)
	return browser
}
const idOf = async (name: string): Promise<string> => (await findLocalActor(house.world.db, name))!.id
const pages = [
	"",
	"/server",
	"/comers",
	"/people",
	"/people/mo",
	"/groups",
	"/groups/books",
	"/policy",
	"/servers",
	"/servers/reach",
	"/servers/people",
	"/servers/lists",
	"/servers/domain_blocks.csv",
	"/servers/pictures",
	"/queue",
	"/health",
	"/log",
]
const forms = [
	"/server",
	"/comers",
	"/comers/answer",
	"/comers/revoke",
	"/policy",
	...["disable", "enable", "appoint", "dismiss", "reset"].map((deed) => `/people/mo/${deed}`),
	"/servers",
	"/servers/reach",
	"/servers/shown",
	"/servers/people",
	"/servers/lists",
	"/servers/lists/subscribe",
	"/servers/pictures",
	"/groups/books",
	"/queue/retry",
	"/queue/drop",
]

beforeAll(async () => {
	house = await openHouse({ settings: { TRUSTED_PROXIES: "127.0.0.1,::1" } })
	for (const name of ["mo", "zoe", "pia"])
		await signUp(house.world, { name, password, email: `${name}@example.org` })
	await house.rows(sql`insert into members (group_id, actor_id, role)
		values (${house.tea.id}, ${await idOf("mo")}, 'moderator')`)
	await house.rows(sql`insert into sign_up_requests (id, token_hash, handle, name, email, note)
		values (gen_random_uuid(), 'hash', 'kim', 'Kim', 'kim@example.org', 'I bake bread, says Kim.')`)
	ana = await signedIn("ana")
	mo = await signedIn("mo")
})
afterAll(() => house?.close())

describe("MOD-15: the pages of the operator", () => {
	it("are not there for a moderator or a visitor, byte for byte like what never was", async () => {
		for (const visitor of [mo, new Browser(house.origin)]) {
			const never = await visitor.open("/never-was")
			for (const page of pages) {
				const { status, text } = await visitor.open(`/admin${page}`)
				expect([page, status, text === never.text]).toEqual([page, 404, true])
			}
			const nowhere = (await visitor.send("/never-was", {})).text
			for (const page of forms) {
				const { status, text } = await visitor.send(`/admin${page}`, { name: "Mine", operator: "yes" })
				expect([page, status, text === nowhere]).toEqual([page, 404, true])
				const foreign = await visitor.raw(`/admin${page}`, {
					method: "POST",
					headers: { accept: "text/html" },
				})
				expect([page, foreign.status]).toEqual([page, 404])
			}
		}
		const kept = await house.rows(sql`select name from server`)
		expect(kept).toEqual([{ name: "Snug" }])
	})

	it("are there for whoever runs it, and kept by nobody", async () => {
		for (const page of pages) {
			const { status, headers } = await ana.open(`/admin${page}`)
			expect([page, status, headers.get("cache-control")]).toEqual([page, 200, "private, no-store"])
		}
		expect((await ana.open("/settings")).text).toContain('href="/admin"')
		expect((await mo.open("/settings")).text).not.toContain('href="/admin"')
		const cross = await ana.send("/admin/server", { name: "Theirs" }, { origin: "https://evil.example" })
		expect(cross.status).toBe(403)
	})

	it("end with the office, at once", async () => {
		const zoe = await signedIn("zoe")
		expect((await ana.send("/admin/people/zoe/appoint", {})).status).toBe(303)
		expect((await zoe.open("/admin")).status).toBe(200)
		expect((await ana.send("/admin/people/zoe/dismiss", {})).status).toBe(303)
		expect((await zoe.open("/admin")).status).toBe(404)
		const moderator = { actorId: await idOf("mo") }
		const limit = {
			groupId: null,
			domain: "x.example",
			severity: "block",
			by: moderator,
			reason: "",
		} as const
		expect(await enact(house.world, (tx) => limitDomain(house.world, tx, limit))).toMatchObject({ ok: false })
	})
})

describe("MOD-14: somebody always runs the server, and owns each group", () => {
	it("whatever two do to each other at the same moment", async () => {
		const [one, other] = [await idOf("ana"), await idOf("zoe")]
		await ana.send("/admin/people/zoe/appoint", {})
		const dismissals = [
			[one, other],
			[other, one],
		].map(([by, actorId]) =>
			enact(house.world, (tx) =>
				changeOperator(house.world, tx, { actorId: actorId!, by: by!, operator: false }),
			),
		)
		expect((await Promise.all(dismissals)).filter(({ ok }) => ok)).toHaveLength(1)
		await house.rows(sql`update accounts set operator = true where actor_id in (${one}, ${other})`)
		const disablings = [
			[one, other],
			[other, one],
		].map(([by, actorId]) =>
			enact(house.world, (tx) => disableAccount(house.world, tx, { actorId: actorId!, by: by!, reason: "" })),
		)
		expect((await Promise.all(disablings)).filter(({ ok }) => ok)).toHaveLength(1)
		await house.rows(sql`update accounts set disabled_at = null, operator = actor_id = ${one}`)
		ana = await signedIn("ana")
		expect((await ana.send("/admin/people/ana/dismiss", {})).status).toBe(422)
		await house.rows(
			sql`insert into members (group_id, actor_id, role) values (${house.tea.id}, ${other}, 'owner')`,
		)
		const people = await Promise.all(["ana", "zoe"].map((name) => findLocalActor(house.world.db, name)))
		const demotions = [
			[people[0], people[1]],
			[people[1], people[0]],
		].map(([by, person]) => {
			const deed = { groupId: house.tea.id, person: person!, by: { actorId: by!.id }, reason: "" }
			return enact(house.world, (tx) => changeRole(house.world, tx, "demote", deed))
		})
		expect((await Promise.all(demotions)).filter(({ ok }) => ok)).toHaveLength(1)
		const owners = await house.rows(
			sql`select 1 from members where group_id = ${house.tea.id} and role = 'owner'`,
		)
		expect(owners).toHaveLength(1)
	})
})

describe("crowds", () => {
	const from = (address: string) => ({ "x-forwarded-for": address, accept: "text/html" })
	const ask = async (address: string, path = "/about", cookie = "") =>
		(await fetch(house.origin + path, { headers: { ...from(address), ...(cookie && { cookie }) } })).status

	it("are held off at the pages, each address by itself, and nobody who is signed in", async () => {
		const asked = await Promise.all(
			Array.from({ length: 610 }, (_, n) => ask(`2001:db8:1:2::${n.toString(16)}`, "/robots-never")),
		)
		expect(asked.filter((status) => status === 404)).toHaveLength(600)
		expect(asked.filter((status) => status === 429)).toHaveLength(10)
		const held = await fetch(`${house.origin}/about`, { headers: from("2001:db8:1:2::9") })
		expect([held.status, Number(held.headers.get("retry-after")) > 0]).toEqual([429, true])
		expect(await held.text()).toContain("whoever signs in is not held up")
		expect(await ask("2001:db8:1:3::1")).toBe(200)
		expect(await ask("192.168.1.7")).toBe(200)
		const cookie = [...ana.cookies].map(([name, value]) => `${name}=${value}`).join("; ")
		expect(await ask("2001:db8:1:2::1", "/settings", cookie)).toBe(200)
		const actor = await fetch(house.tea.uri, {
			headers: { ...from("2001:db8:1:2::1"), accept: "application/activity+json" },
		})
		expect(actor.status).toBe(200)
		await house.pass(5 * 60_000)
		expect(await ask("2001:db8:1:2::1")).toBe(200)
	})
})

describe("whoever runs the server", () => {
	it("says what it is, and everybody reads it", async () => {
		const words = {
			name: "The Lantern",
			about: "For people **around** the harbour.",
			contact: "ana@lantern.example",
			rules: "Be *kind*.",
			privacy: "Our proxy keeps addresses for a day.",
		}
		expect((await ana.send("/admin/server", words)).status).toBe(303)
		const visitor = new Browser(house.origin)
		const about = await visitor.open("/about")
		expect(about.text).toMatch(/<strong>around<\/strong>[\s\S]*ana@lantern\.example/)
		expect((await visitor.open("/rules")).text).toContain("<em>kind</em>")
		expect((await visitor.open("/privacy")).text).toContain("Our proxy keeps addresses")
		const info = await (await fetch(`${house.origin}/nodeinfo/2.1`)).json()
		expect(info).toMatchObject({
			metadata: { nodeName: "The Lantern", maintainer: { name: "ana@lantern.example" } },
		})
		const empty = await ana.send("/admin/server", { ...words, name: " ", about: "Something else" })
		expect([empty.status, empty.text.includes("Something else")]).toEqual([422, true])
	})

	it("lets people in, helps them, and switches accounts off and on", async () => {
		expect((await ana.open("/admin/comers")).text).toContain("I bake bread, says Kim.")
		const [asked] = await house.rows(sql`select id from sign_up_requests where handle = 'kim'`)
		await ana.send("/admin/comers", { registrations: "request", inviting: "everyone", opening: "members" })
		await ana.send("/admin/comers/answer", { id: asked!.id, answer: "reject", reason: "We are full." })
		expect(await house.rows(sql`select state, reason from sign_up_requests`)).toEqual([
			{ state: "rejected", reason: "We are full." },
		])
		expect((await ana.open("/admin/people?name=pi")).text).toContain("/admin/people/pia")
		const pia = await signedIn("pia")
		expect((await ana.send("/admin/people/pia/disable", { reason: "She is away." })).status).toBe(303)
		expect((await pia.open("/settings")).status).toBe(303)
		const refused = await pia.send("/login", { name: "pia", password })
		expect(refused.text).toContain("This account is switched off")
		expect((await pia.send("/login", { name: "pia", password: "wrong" })).text).not.toContain("switched off")
		await ana.send("/admin/people/pia/enable", {})
		const made = await ana.send("/admin/people/pia/reset", {})
		const link = /http:\/\/[^<\s]*\/login\/link\/[\w-]+/.exec(made.text)![0]
		expect((await pia.send(new URL(link).pathname, {})).status).toBe(303)
		expect((await pia.open("/settings")).status).toBe(200)
	})

	it("decides about other servers, and finds all of it in the log", async () => {
		const deed = { domain: "Bad.example", severity: "block", reason: "Floods." }
		expect((await ana.send("/admin/servers", deed)).status).toBe(303)
		expect((await ana.open("/admin/servers")).text).toContain("bad.example")
		await ana.send("/admin/servers", { domain: "bad.example", reason: "" })
		await house.friend("far", "away.example")
		expect((await ana.open("/admin/queue/drop?host=away.example")).status).toBe(200)
		expect((await ana.open("/admin/queue/drop?host=never.example")).status).toBe(404)
		expect((await ana.send("/admin/queue/drop", { host: "away.example" })).status).toBe(303)
		expect((await ana.send("/admin/queue/retry", {})).status).toBe(303)
		expect((await ana.send("/admin/groups/books", { name: "tea", reason: "Quiet." })).status).toBe(422)
		expect((await ana.send("/admin/groups/books", { name: "books", reason: "Quiet." })).status).toBe(303)
		expect((await ana.open("/admin/groups")).text).not.toContain("/admin/groups/books")
		const { text } = await ana.open("/admin/log")
		for (const said of [
			"blocked the server bad.example",
			"let the server bad.example be like any other",
			"changed what the server says of itself",
			"switched off the account of @pia",
			"made a way in for @pia",
			"turned somebody away",
			"dropped what waited for away.example",
			"She is away.",
			"closed the group @books",
		])
			expect(text).toContain(said)
		expect(text).not.toMatch(/@example\.org|bake bread/)
	})
})
