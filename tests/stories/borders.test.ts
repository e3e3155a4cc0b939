import { sql } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { findActorByUri } from "../../db/actors.ts"
import { hostStanding } from "../../db/borders/standing.ts"
import { findBlocked } from "../../db/delivery.ts"
import { signUp } from "../../src/accounts/sign-up.ts"
import { limitPerson } from "../../src/moderation/borders/limit-person.ts"
import { enact } from "../../src/moderation/enact.ts"
import { type DomainDeed, limitDomain } from "../../src/moderation/limit-domain.ts"
import { type House, openHouse, type Signer } from "../attacks/house.ts"
import { Browser } from "../support/browser.ts"

const password = "correct horse battery staple"
let house: House
let ana: Browser
let bob: Signer
let eve: Signer

beforeAll(async () => {
	house = await openHouse()
	bob = await house.friend("bob", "social.example")
	eve = await house.friend("eve", "deep.bad.example")
	ana = await signedIn("ana")
})
afterAll(() => house?.close())

const signedIn = async (name: string): Promise<Browser> => {
	const browser = new Browser(house.origin)
	expect((await browser.send("/login", { name, password })).status).toBe(303)
	return browser
}

const decide = async (deed: Omit<DomainDeed, "by" | "reason" | "groupId"> & Partial<DomainDeed>) => {
	const whole = { groupId: null, by: "operator", reason: "", ...deed } as const
	expect(await enact(house.world, (tx) => limitDomain(house.world, tx, whole))).toMatchObject({ ok: true })
}
const standing = (host: string, groupId: string | null = null) => hostStanding(house.world.db, host, groupId)

const posts = async (by: Signer): Promise<string> => {
	const { note, create } = house.note(by)
	expect(await house.post(by, create)).toBe(202)
	await house.settled()
	const [row] = await house.rows(sql`select s.state from shares s join posts p on p.id = s.post_id
		where p.uri = ${note.id} and s.group_id = ${house.tea.id}`)
	return row?.state ?? "nothing"
}

const reports = async (by: Signer): Promise<number> => {
	const id = `${by.id}/flags/${crypto.randomUUID()}`
	await house.rows(sql`delete from reports`)
	const flag = { id, type: "Flag", actor: by.id, object: [bob.id], to: [house.tea.uri], content: "Rude." }
	expect(await house.post(by, { "@context": "https://www.w3.org/ns/activitystreams", ...flag })).toBe(202)
	await house.settled()
	return (await house.rows(sql`select 1 from reports`)).length
}

describe("what is decided about a server", () => {
	it("counts for all below it, and a group is stricter than its server, never milder", async () => {
		await decide({ domain: "*.BAD.example.", severity: "limit" })
		expect(await standing("deep.bad.example")).toMatchObject({ severity: "limit", rejectMedia: false })
		expect(await standing("notbad.example")).toMatchObject({ severity: null })
		await decide({ domain: "deep.bad.example", severity: "none", rejectMedia: true, groupId: house.tea.id })
		expect(await standing("deep.bad.example")).toMatchObject({ severity: "limit", rejectMedia: false })
		expect(await standing("deep.bad.example", house.books.id)).toMatchObject({ rejectMedia: false })
		expect(await standing("deep.bad.example", house.tea.id)).toEqual({
			severity: "limit",
			rejectMedia: true,
			rejectReports: false,
		})
		expect(await posts(eve)).toBe("held")
		await decide({ domain: "deep.bad.example", severity: null, groupId: house.tea.id })
		await decide({ domain: "bad.example", severity: null })
		expect(await posts(eve)).toBe("shared")
		expect(await house.rows(sql`select 1 from domain_policies`)).toEqual([])
	})

	it("is not about this server itself, though a domain above it is named", async () => {
		const { hostname, host } = new URL(house.origin)
		await decide({ domain: hostname, severity: "block" })
		expect([await standing(hostname), await standing(host)]).toMatchObject([
			{ severity: "block" },
			{ severity: null },
		])
		await decide({ domain: hostname, severity: null })
	})

	it("lets posts in and no reports, where only those are refused", async () => {
		expect(await reports(eve)).toBe(1)
		await decide({ domain: "bad.example", severity: "none", rejectReports: true })
		expect(await reports(eve)).toBe(0)
		expect(await posts(eve)).toBe("shared")
		await decide({ domain: "bad.example", severity: null })
		await decide({ domain: "bad.example", severity: "none", rejectReports: true, groupId: house.tea.id })
		expect(await reports(eve)).toBe(0)
		await decide({ domain: "bad.example", severity: null, groupId: house.tea.id })
	})
})

describe("what is decided about one person", () => {
	it("keeps out them alone, in every group, until it is lifted", async () => {
		const { world } = house
		const person = (await findActorByUri(world.db, eve.id))!
		const mallory = await house.friend("mallory", "deep.bad.example")
		const ruling = (severity: "block" | "limit" | null) =>
			enact(world, (tx) => limitPerson(world, tx, { person, severity, by: "operator", reason: "Rude" }))
		await ruling("limit")
		expect([await posts(eve), await posts(mallory)]).toEqual(["held", "shared"])
		await ruling("block")
		expect([await posts(eve), await posts(mallory)]).toEqual(["nothing", "shared"])
		expect(await house.rows(sql`select 1 from members where actor_id = ${person.id}`)).toEqual([])
		const heard =
			await house.rows(sql`select 1 from events where type = 'member-left' and person_id = ${person.id}
			and facts ? 'followUri' and handed_over_at is not null`)
		expect(heard).toHaveLength(1)
		await ruling(null)
		expect(await ruling(null)).toMatchObject({ ok: false })
		eve = await house.friend("eve", "deep.bad.example", eve.key)
		expect(await posts(eve)).toBe("shared")
		const someone = (await house.ana())!
		const wrong = { person: someone, severity: "block", by: "operator", reason: "" } as const
		expect(await enact(world, (tx) => limitPerson(world, tx, wrong))).toMatchObject({ ok: false })
	})
})

describe("the operator's pages", () => {
	it("say who would be cut off before they are, and show the list to those it is for", async () => {
		const block = {
			domain: "bad.example",
			severity: "block",
			reason: "Known only here",
			public: "Floods us",
			obfuscate: "yes",
		}
		const asked = await ana.send("/admin/servers", block)
		expect(asked.status).toBe(200)
		expect(asked.text).toContain("@eve@deep.bad.example")
		expect((await standing("bad.example")).severity).toBeNull()
		expect((await ana.send("/admin/servers", { ...block, sure: "yes" })).status).toBe(303)
		expect(await posts(eve)).toBe("nothing")
		await signUp(house.world, { name: "mo", password, email: null })
		const mo = await signedIn("mo")
		const visitor = new Browser(house.origin)
		const never = (await visitor.open("/never-was")).text
		const readers = async () => {
			const pages = await Promise.all([visitor, mo, ana].map((one) => one.open("/about/servers")))
			for (const { text } of pages) expect(text).not.toContain("Known only here")
			expect(pages[0]!.status === 200 || pages[0]!.text === never).toBe(true)
			return pages.map(({ status, text }) => status === 200 && /Floods us/.test(text) && /bad\.\*/.test(text))
		}
		expect(await readers()).toEqual([false, false, true])
		await ana.send("/admin/servers/shown", { to: "members" })
		expect(await readers()).toEqual([false, true, true])
		await ana.send("/admin/servers/shown", { to: "everyone" })
		expect(await readers()).toEqual([true, true, true])
		expect((await visitor.open("/about")).text).toContain("/about/servers")
		await ana.send("/admin/servers", { domain: "bad.example" })
		expect((await ana.open("/admin/log")).text).toContain("Known only here")
	})

	it("speak with listed servers only, and keep those that are ticked", async () => {
		const shown = await ana.open("/admin/servers/reach")
		expect(shown.text).toContain("@bob@social.example")
		const listed = { federating: "listed", keep: "social.example" }
		expect((await ana.send("/admin/servers/reach", listed)).status).toBe(303)
		expect([await posts(bob), await posts(eve)]).toEqual(["shared", "nothing"])
		const lanes = ["social.example", "deep.bad.example"].map((host) => ({ host, domain: host }))
		expect(await findBlocked(house.world.db, lanes)).toEqual([{ host: "deep.bad.example", groupId: null }])
		expect((await standing(house.world.origin.host)).severity).toBeNull()
		await ana.send("/admin/servers", { domain: "bad.example" })
		expect(await posts(eve)).toBe("shared")
		await ana.send("/admin/servers", { domain: "bad.example", unlist: "yes" })
		expect(await posts(eve)).toBe("nothing")
		await ana.send("/admin/servers/reach", { federating: "open" })
		expect(await posts(eve)).toBe("shared")
		expect((await ana.open("/admin/log")).text).toContain("speak only with listed ones")
	})

	it("decide about single people", async () => {
		const form = { who: eve.id, severity: "block", reason: "Rude" }
		expect((await ana.send("/admin/servers/people", form)).status).toBe(303)
		expect((await ana.open("/admin/servers/people")).text).toContain("@eve@deep.bad.example")
		expect(await posts(eve)).toBe("nothing")
	})
})
