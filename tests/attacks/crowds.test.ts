import { generateKeyPairSync } from "node:crypto"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, it } from "vitest"
import { findActorByUri } from "../../db/actors.ts"
import { listDecisions } from "../../db/events.ts"
import { changeFilter } from "../../src/moderation/change-filter.ts"
import { settleHeld } from "../../src/moderation/settle-held.ts"
import { Browser } from "../support/browser.ts"
import { type House, openHouse, type Signer } from "./house.ts"
import { written } from "./limits.ts"

// What a flood of posts that wait, or are not taken, comes to for those who look after a group.
let house: House
let desk: Browser
const key = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey

const says = async (person: Signer, words: string, times = 1, about = house.tea): Promise<void> => {
	for (let n = 0; n < times; n++) {
		const { create } = house.note(person, { content: `<p>${words} ${n}</p>`, cc: [about.uri] })
		expect(await house.post(person, create)).toBe(202)
	}
	await house.settled()
}
const friend = (name: string, host: string) => house.friend(name, host, key)
const filter = (word: string, effect: "hold" | "refuse", groupId = house.tea.id) =>
	house.world.db.transaction((tx) =>
		changeFilter(house.world, tx, { groupId, by: "operator", reason: "", word, effect }),
	)
const events = (type: string, host: string) =>
	house.rows(sql`select e.*, a.handle from events e join actors a on a.id = e.actor_id
		where e.type = ${type} and a.host = ${host} and e.group_id = ${house.tea.id} order by e.position`)
const log = async (groupId = house.tea.id) =>
	listDecisions(house.world.db, groupId, { before: null, limit: 100 })
const page = async () => (await desk.open("/@tea/desk")).text

beforeAll(async () => {
	house = await openHouse()
	await filter("casino", "refuse")
	await filter("casino", "refuse", house.books.id)
	await filter("roulette", "hold")
	desk = new Browser(house.origin)
	await desk.send("/login", { name: "ana", password: "correct horse battery staple" })
})
afterAll(() => house?.close())

it("DOS-19 counts what one person sends in vain, in one row, for an hour", async () => {
	const eva = await friend("eva", "evil.test")
	await says(eva, "casino", 30)
	const rows = await events("post-refused", "evil.test")
	expect(rows).toHaveLength(1)
	expect(rows[0]!.facts).toMatchObject({ times: 30, rule: "refused-word", host: "evil.test", alone: true })
	const [line] = await log()
	expect(line).toMatchObject({ type: "post-refused", facts: { times: 30 } })
	expect(await page()).toMatch(/Posts by .*eva.* were not taken\./s)
	await house.pass(written.floodLine + 1000)
	await says(eva, "casino")
	expect((await events("post-refused", "evil.test")).map((row) => row.facts.times)).toEqual([30, 1])
})

it("counts what a whole server sends in vain in one row for each group and each rule", async () => {
	const people = await Promise.all(["ina", "ola", "uli"].map((name) => friend(name, "mill.test")))
	// All at once, and to two groups in either order, as nobody honest does.
	const creates = Array.from({ length: 24 }, (_, n) => {
		const cc = n % 2 ? [house.tea.uri, house.books.uri] : [house.books.uri, house.tea.uri]
		return [people[n % 3]!, house.note(people[n % 3]!, { content: `<p>casino ${n}</p>`, cc }).create] as const
	})
	expect(await Promise.all(creates.map(([person, create]) => house.post(person, create)))).toEqual(
		creates.map(() => 202),
	)
	await house.settled()
	for (const group of [house.tea, house.books]) {
		const lines = (await log(group.id)).filter(({ facts }) => facts.host === "mill.test")
		expect(lines.map(({ facts }) => [facts.times, facts.alone])).toEqual([[24, false]])
	}
	// Nothing was waited for in vain, and tried again.
	const again = await house.rows(sql`select 1 from inbox where attempts > 1 and actor_uri like '%mill.test%'`)
	expect(again).toEqual([])
	expect(await page()).toMatch(/Posts by people at .*mill\.test.* were not taken\./s)
})

it("tells each author of their own post, though it is only counted", async () => {
	const told =
		await house.rows(sql`select e.id, a.handle, e.facts from events e join actors a on a.id = e.person_id
		where e.type = 'author-told' and a.host = 'mill.test'`)
	expect(told.map((row) => row.handle).sort()).toEqual(["ina", "ola", "uli"])
	for (const { id, facts } of told) {
		expect(facts.aboutId).toBeNull()
		const statuses = await Promise.all(
			["tea", "books"].map((group) => new Browser(house.origin).open(`/@${group}/status/${id}`)),
		)
		const [shown] = statuses.filter(({ status }) => status === 200)
		expect(statuses.map(({ status }) => status).sort()).toEqual([200, 404])
		expect(shown!.text).toContain("Your post was not taken.")
		expect(shown!.text).toContain("It holds words that this group does not take.")
	}
})

it("DOS-19 keeps a row of each post that waits, in one line of the mod log, and one pile at the desk", async () => {
	const otto = await friend("otto", "wheel.test")
	const bob = await friend("bob", "calm.test")
	await says(bob, "A roulette of opinions")
	await says(otto, "roulette", 25)
	const rows = await events("post-held", "wheel.test")
	expect(rows).toHaveLength(25)
	expect(new Set(rows.map((row) => row.post_id)).size).toBe(25)
	expect((await log()).filter(({ facts }) => facts.host === "wheel.test")).toMatchObject([
		{ type: "post-held", facts: { times: 25, alone: true } },
	])
	const text = await page()
	expect(text).toMatch(/otto.* has sent several posts that wait\./s)
	// The flood hides nobody, and is not shown whole.
	expect(text).toContain("A roulette of opinions")
	expect(text.match(/roulette \d+/g)!.length).toBeLessThan(10)
})

it("is decided about at once, as one act: nobody else's post is touched", async () => {
	const otto = (await findActorByUri(house.world.db, "https://wheel.test/users/otto"))!
	const before = (await log()).length
	const unsaid = await desk.send("/@tea/desk/remove-all", { person: otto.id })
	expect(unsaid.status).toBe(422)
	const sent = await desk.send("/@tea/desk/remove-all", { person: otto.id, reason: "Advertising" })
	expect(sent.headers.get("location")).toBe("/@tea/desk?done=remove-all")
	await house.settled()
	const [line, ...rest] = await log()
	expect(rest).toHaveLength(before)
	expect(line).toMatchObject({
		type: "held-settled",
		reason: "Advertising",
		facts: { times: 25, way: "remove" },
	})
	expect(line!.person).toMatchObject({ handle: "otto" })
	const states =
		await house.rows(sql`select s.state, count(*)::int as n from shares s join posts p on p.id = s.post_id
		where p.author_id = ${otto.id} group by 1`)
	expect(states).toEqual([{ state: "removed", n: 25 }])
	const text = await page()
	expect(text).toContain("A roulette of opinions")
	expect(text).not.toContain("Many at once")
	expect((await desk.send("/@tea/desk/remove-all", { person: otto.id, reason: "Again" })).status).toBe(409)
	expect((await desk.send("/@tea/desk/approve-all", {})).status).toBe(404)
})

it("gathers a server's people in one pile, whose posts are shared each by itself when they are let through", async () => {
	const people = await Promise.all(["ada", "bea"].map((name) => friend(name, "busy.test")))
	for (const person of people) await says(person, "roulette night", 5)
	expect(await page()).toMatch(/Several people at .*busy\.test.* have sent posts that wait\./s)
	const sent = await desk.send("/@tea/desk/approve-all", { server: "busy.test" })
	expect(sent.headers.get("location")).toBe("/@tea/desk?done=approve-all")
	await house.settled()
	const shared =
		await house.rows(sql`select e.type, count(*)::int as n from events e join posts p on p.id = e.post_id
		join actors a on a.id = p.author_id where a.host = 'busy.test' and e.type in ('post-approved', 'post-shared') group by 1 order by 1`)
	expect(shared).toEqual([
		{ type: "post-approved", n: 10 },
		{ type: "post-shared", n: 10 },
	])
	const acts = (await log()).filter(({ type }) => type === "post-approved" || type === "held-settled")
	expect(acts.map(({ type, facts }) => [type, facts.times])).toEqual([
		["held-settled", 10],
		["held-settled", 25],
	])
})

it("is decided by nobody but those who look after the group", async () => {
	const bob = (await findActorByUri(house.world.db, "https://calm.test/users/bob"))!
	const by = { actorId: bob.id }
	const settling = {
		groupId: house.tea.id,
		whose: { personId: bob.id },
		way: "approve",
		by,
		reason: "",
	} as const
	const refused = await house.world.db.transaction((tx) => settleHeld(house.world, tx, settling))
	expect(refused).toMatchObject({ ok: false, code: "forbidden" })
	expect(
		(await new Browser(house.origin).send("/@tea/desk/approve-all", { person: bob.id })).status,
	).not.toBe(200)
	expect(await page()).toContain("A roulette of opinions")
})

it("takes no patterns that would keep everybody waiting at each post, one by one or together", async () => {
	const add = (word: string) =>
		house.world.db.transaction((tx) =>
			changeFilter(house.world, tx, {
				groupId: house.books.id,
				by: "operator",
				reason: "",
				word,
				effect: "hold",
				pattern: true,
			}),
		)
	expect(await add("(.{1,500})y")).toMatchObject({ ok: false })
	const taken: boolean[] = []
	for (let n = 0; n < 20; n++) taken.push((await add(`(.{1,40})y${n}`)).ok)
	expect([taken[0], taken.at(-1)]).toEqual([true, false])
})
