import { randomUUID } from "node:crypto"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { findLocalActor } from "../../db/actors.ts"
import { signUp } from "../../src/accounts/sign-up.ts"
import { handOverGroup } from "../../src/groups/hand-over-group.ts"
import { leaveGroup } from "../../src/groups/leave-group.ts"
import { enact } from "../../src/moderation/enact.ts"
import type { Actor } from "../../src/people/actor.ts"
import { depart } from "../../src/people/depart.ts"
import { type House, openHouse } from "../attacks/house.ts"
import { Browser } from "../support/browser.ts"

const password = "correct horse battery staple"
let house: House
const browsers = new Map<string, Browser>()
const people = new Map<string, Actor>()
const as = (name: string) => browsers.get(name)!
const who = (name: string) => people.get(name)!
const page = (name: string, step = "") => `/@tea/settings/people/${who(name).id}${step && `/${step}`}`

const roles = async (group = "tea"): Promise<Record<string, string>> => {
	const rows = await house.rows(sql`select p.handle, m.role from members m join actors p on p.id = m.actor_id
		join actors g on g.id = m.group_id where g.handle = ${group} order by p.handle`)
	return Object.fromEntries(rows.map(({ handle, role }) => [handle, role]))
}
/** Everybody as they are to be, the earlier named the longer there; those who are not named do not belong. */
const seat = async (seats: Record<string, string>) => {
	await house.rows(sql`delete from members where group_id = ${house.tea.id}`)
	await house.rows(sql`delete from events where type = 'role-changed'`)
	for (const [index, [name, role]] of Object.entries(seats).entries())
		await house.rows(sql`insert into members (group_id, actor_id, role, follow_uri, joined_at) values
			(${house.tea.id}, ${who(name).id}, ${role}, ${who(name).local ? null : `https://far.example/${name}`},
			now() - interval '10 days' + ${index} * interval '1 hour')`)
}
const reload = async (name: string) => people.set(name, (await findLocalActor(house.world.db, name))!)

beforeAll(async () => {
	house = await openHouse()
	for (const name of ["mo", "bo", "cy"]) await signUp(house.world, { name, password, email: null })
	for (const name of ["ana", "mo", "bo", "cy"]) {
		await reload(name)
		const browser = new Browser(house.origin)
		await browser.send("/login", { name, password })
		browsers.set(name, browser)
	}
	const far = { ...who("bo"), id: randomUUID(), local: false, handle: "far", host: "far.example" }
	const at = "https://far.example/far"
	await house.rows(sql`insert into actors (id, uri, local, kind, handle, host, name, url, inbox)
		values (${far.id}, ${at}, false, 'person', 'far', 'far.example', 'Far', ${at}, ${`${at}/inbox`})`)
	people.set("far", { ...far, uri: at, inbox: `${at}/inbox`, sharedInbox: null })
})
afterAll(() => house?.close())
beforeEach(() => seat({ ana: "owner", mo: "moderator", bo: "member", cy: "follower" }))

const leave = (name: string) =>
	enact(house.world, (tx) => leaveGroup(house.world, tx, { groupId: house.tea.id, person: who(name) }))

describe("who looks after a group", () => {
	it("is told what each step means before it is taken, and takes it once", async () => {
		const list = await as("ana").open("/@tea/settings/people")
		expect(list.text).toContain(page("bo"))
		expect(list.text).not.toContain(page("cy"))
		const one = await as("ana").open(page("bo"))
		expect(one.text).toContain("They come to the desk")
		const form = { seen: "member", reason: "Kind and awake" }
		expect((await as("ana").send(page("bo", "promote"), form)).headers.get("location")).toBe(
			"/@tea/settings/people?kept=1",
		)
		// Pressed twice, it is not two steps.
		const again = await as("ana").send(page("bo", "promote"), form)
		expect([again.status, (await roles()).bo]).toEqual([422, "moderator"])
		expect((await as("bo").open("/@tea/desk")).status).toBe(200)
		expect((await new Browser(house.origin).open("/@tea/decisions")).text).toContain("Kind and awake")
	})

	it("finds a follower by their name", async () => {
		const found = await as("ana").send("/@tea/settings/people", { who: `@cy@${house.world.origin.host}` })
		expect(found.headers.get("location")).toBe(page("cy"))
		const nobody = await as("ana").send("/@tea/settings/people", { who: `@zo@${house.world.origin.host}` })
		expect(nobody.status).toBe(422)
	})

	it("hands a group over, and stays as a moderator", async () => {
		expect((await as("ana").open(page("bo"))).text).toContain("Only they can give it back")
		expect((await as("ana").send(page("bo", "hand-over"), { reason: "" })).status).toBe(303)
		expect(await roles()).toMatchObject({ ana: "moderator", bo: "owner" })
		expect((await as("ana").open("/@tea/settings/ways")).status).toBe(404)
		expect((await as("bo").open("/@tea/settings/ways")).status).toBe(200)
	})

	it("hands it over only when they have lately shown who they are", async () => {
		await house.pass(20 * 60_000)
		const asked = await as("ana").send(page("bo", "hand-over"), { reason: "" })
		expect(asked.headers.get("location")).toBe(`/login?again=1&next=${encodeURIComponent(page("bo"))}`)
		expect((await roles()).ana).toBe("owner")
		await as("ana").send("/login", { name: "ana", password })
	})
})

describe("the last owner (MOD-14)", () => {
	it("neither leaves nor steps down, unless there is another", async () => {
		expect((await as("ana").send("/@tea/leave", {})).status).toBe(403)
		expect((await as("ana").send(page("ana", "demote"), { seen: "owner" })).status).toBe(422)
		await seat({ ana: "owner", mo: "owner" })
		expect((await as("ana").send("/@tea/leave", {})).status).toBe(303)
		expect(await roles()).toEqual({ mo: "owner" })
	})

	it("is there still when two step down, or hand over to each other, at the same moment", async () => {
		await seat({ ana: "owner", mo: "owner" })
		const down = (name: string) =>
			as(name).send(page(name === "ana" ? "mo" : "ana", "demote"), { seen: "owner" })
		await Promise.all([down("ana"), down("mo")])
		expect(Object.values(await roles())).toContain("owner")
		await seat({ ana: "owner", mo: "owner", bo: "member", cy: "member" })
		const give = (from: string, to: string) =>
			enact(house.world, (tx) =>
				handOverGroup(house.world, tx, { groupId: house.tea.id, from: who(from), to: who(to), reason: "" }),
			)
		await Promise.all([give("ana", "mo"), give("mo", "ana"), give("ana", "bo"), leave("mo"), leave("ana")])
		expect(Object.values(await roles())).toContain("owner")
	})

	it("of another server is followed by whoever has helped the longest, or stays one unheard", async () => {
		await seat({ far: "owner", bo: "moderator", mo: "moderator" })
		expect((await leave("far")).ok).toBe(true)
		expect(await roles()).toEqual({ bo: "owner", mo: "moderator" })
		await seat({ far: "owner", bo: "member" })
		await house.rows(sql`insert into cursors (group_id, inbox, host, position)
			values (${house.tea.id}, ${who("far").inbox}, 'far.example', 0)`)
		expect((await leave("far")).ok).toBe(false)
		expect(await roles()).toEqual({ far: "owner", bo: "member" })
		expect(await house.rows(sql`select 1 from cursors where host = 'far.example'`)).toEqual([])
	})

	it("gone for good is followed by somebody who is there", async () => {
		await signUp(house.world, { name: "di", password, email: null })
		await reload("di")
		await seat({ di: "owner", far: "member", bo: "member", cy: "follower" })
		await enact(house.world, async (tx) => {
			await depart(house.world, tx, who("di"))
			return { ok: true, value: undefined }
		})
		expect(await roles()).toEqual({ bo: "owner", cy: "follower", far: "member" })
		const [said] = await house.rows(sql`select reason, actor_id from events where type = 'role-changed'`)
		expect(said).toEqual({
			actor_id: null,
			reason: "The last owner left; nobody has helped to look after the group for longer.",
		})
	})
})

describe("the ladder (MOD-15)", () => {
	const steps = ["promote", "demote", "hand-over"]
	const tries = [
		["cy", ["mo", "bo", "cy"]],
		["bo", ["ana", "mo", "bo"]],
	] as const

	it("is out of reach for whoever does not look after the group", async () => {
		const before = await roles()
		for (const [name, others] of tries)
			for (const other of others)
				for (const step of steps) {
					const answer = await as(name).send(page(other, step), { seen: before[other]!, reason: "" })
					expect([name, other, step, answer.status]).toEqual([name, other, step, 404])
				}
		expect(await roles()).toEqual(before)
	})

	it("lets a moderator appoint, and touch nobody at their height or above", async () => {
		await seat({ ana: "owner", bo: "moderator", mo: "moderator", cy: "member" })
		for (const [other, step] of [
			["ana", "demote"],
			["bo", "demote"],
			["bo", "promote"],
			["mo", "promote"],
			["cy", "demote"],
		] as const) {
			const seen = (await roles())[other]!
			const answer = await as("mo").send(page(other, step), { seen, reason: "" })
			expect([other, step, answer.status]).toEqual([other, step, 422])
		}
		expect((await as("mo").send(page("cy", "hand-over"), {})).status).toBe(404)
		expect((await as("mo").send(page("cy", "promote"), { seen: "member" })).status).toBe(303)
		expect(await roles()).toEqual({ ana: "owner", bo: "moderator", mo: "moderator", cy: "moderator" })
	})

	it("leads into no other group, nor to people who are not in it", async () => {
		const nowhere = (await as("mo").open("/@nobody/settings/people")).text
		for (const path of ["", "/name", "/words", "/ways", "/people", "/moving"])
			expect((await as("mo").open(`/@books/settings${path}`)).text).toBe(nowhere)
		await seat({ ana: "owner", mo: "moderator" })
		expect((await as("mo").open(page("bo"))).text).toBe(nowhere)
		for (const path of ["/ways", "/words", "/moving"])
			expect((await as("mo").open(`/@tea/settings${path}`)).status).toBe(404)
		expect((await roles("books")).mo).toBeUndefined()
	})
})
