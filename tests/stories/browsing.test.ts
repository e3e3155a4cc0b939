import { sql } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { findGroup } from "../../db/groups.ts"
import { signUp } from "../../src/accounts/sign-up.ts"
import type { Group } from "../../src/groups/group.ts"
import { joinGroup } from "../../src/groups/join-group.ts"
import { enact } from "../../src/moderation/enact.ts"
import type { Actor } from "../../src/people/actor.ts"
import { writePost } from "../../src/posts/write-post.ts"
import { type House, openHouse } from "../attacks/house.ts"
import { Browser } from "../support/browser.ts"

const password = "correct horse battery staple"
let house: House
let books: Group
/** Looks after both groups; bo belongs to both; nora to none. */
let ana: Browser
let bo: Browser
let nora: Browser
let stranger: Browser
const actors = new Map<string, Actor>()

const say = async (by: string, text: string, more: Partial<Parameters<typeof writePost>[1]> = {}) => {
	const writing = { author: actors.get(by)!, group: house.tea, title: null, text, inReplyTo: null }
	const said = await writePost(house.world, { ...writing, ...more })
	if (!said.ok) throw new Error(said.reason)
	return said.value
}
const account = async (name: string, displayName: string): Promise<Browser> => {
	const made = await signUp(house.world, { name, displayName, password, email: null })
	if (made.ok) actors.set(name, made.value)
	const browser = new Browser(house.origin)
	expect((await browser.send("/login", { name, password })).status).toBe(303)
	return browser
}
const join = (name: string, group: Group) =>
	enact(house.world, (tx) =>
		joinGroup(house.world, tx, { group, person: actors.get(name)!, followUri: null }),
	)
/** The names on a page of people, in their order. */
const namesOn = (text: string): string[] =>
	[...text.matchAll(/class="plain name"[^>]*><bdi>([^<]+)</g)].map(([, name]) => name!)

beforeAll(async () => {
	house = await openHouse()
	stranger = new Browser(house.origin)
	ana = new Browser(house.origin)
	expect((await ana.send("/login", { name: "ana", password })).status).toBe(303)
	actors.set("ana", await house.ana())
	bo = await account("bo", "Bo")
	nora = await account("nora", "Nora")
	for (const group of [house.tea, house.books]) await join("bo", group)
	await house.rows(sql`update groups set visibility = 'private' where actor_id = ${house.books.id}`)
	books = (await findGroup(house.world.db, house.books.id))!
})
afterAll(() => house?.close())

describe("the people of a group", () => {
	it("are named in the order of a dictionary, to each other only; others see who looks after it", async () => {
		for (const [name, shown] of [
			["zoe", "zoë"],
			["eda", "Éda"],
			["faye", "faye"],
		] as const) {
			await account(name, shown)
			await join(name, house.tea)
		}
		expect(namesOn((await bo.open("/@tea/people")).text)).toEqual(["ana", "Bo", "Éda", "faye", "zoë"])
		expect(namesOn((await stranger.open("/@tea/people")).text)).toEqual(["ana"])
		expect(namesOn((await nora.open("/@tea/people")).text)).toEqual(["ana"])
		await house.rows(
			sql`insert into members (group_id, actor_id, role) values (${house.tea.id}, ${actors.get("nora")!.id}, 'follower')`,
		)
		expect(namesOn((await nora.open("/@tea/people")).text)).toEqual(["ana"])
		await house.rows(sql`delete from members where actor_id = ${actors.get("nora")!.id}`)
	})

	it("are turned page by page, and those one blocks are left out", async () => {
		await house.rows(sql`with made as (insert into actors (id, uri, local, kind, handle, host, name, url, inbox)
			select gen_random_uuid(), 'https://m.example/' || n, false, 'person', 'p' || n, 'm.example', 'Person ' || lpad(n::text, 3, '0'), 'https://m.example/' || n, 'https://m.example/in'
			from generate_series(1, 120) n returning id)
			insert into members (group_id, actor_id, role) select ${house.tea.id}, id, 'member' from made`)
		const first = (await bo.open("/@tea/people")).text
		const next = /href="(\/@tea\/people\?after=[^"]+)"/.exec(first)?.[1]
		const second = (await bo.open(next!)).text
		const names = [...namesOn(first), ...namesOn(second)]
		expect(names).toHaveLength(125)
		expect(names.slice(3, 6)).toEqual(["faye", "Person 001", "Person 002"])
		expect(names.at(-1)).toBe("zoë")
		expect(second).not.toContain("?after=")
		await house.rows(
			sql`insert into blocks (id, actor_id, domain) values (gen_random_uuid(), ${actors.get("bo")!.id}, 'm.example')`,
		)
		expect(namesOn((await bo.open("/@tea/people")).text)).toEqual(["ana", "Bo", "Éda", "faye", "zoë"])
		await house.rows(sql`delete from blocks`)
		await house.rows(
			sql`delete from members where actor_id in (select id from actors where host = 'm.example')`,
		)
	})

	it("PRV-06: and all of a private group are for its members; to others there is a door at most", async () => {
		await say("bo", "Said between us.", { group: books })
		const tabs = ["people", "about", "decisions"]
		for (const tab of tabs) {
			expect((await bo.open(`/@books/${tab}`)).status, tab).toBe(200)
			for (const other of [stranger, nora]) {
				const [hidden, nothing] = [await other.open(`/@books/${tab}`), await other.open(`/@nobody/${tab}`)]
				expect([hidden.status, hidden.text], tab).toEqual([404, nothing.text])
			}
		}
		expect((await bo.open("/@books/about")).text).toContain("for the people in the group")
		expect((await bo.open("/@books")).text).toContain("Said between us.")
		for (const other of [stranger, nora]) {
			const door = (await other.open("/@books")).text
			expect(door).toContain("What is said behind this door")
			expect(door).not.toMatch(/Said between us|class="tabs"|Bo</)
		}
	})
})

describe("what a group says of itself", () => {
	it("is what its rules are, who looks after it, who can read it and, to its people, where it is heard", async () => {
		await house.friend("gwen", "far.example")
		const text = (await stranger.open("/@tea/about")).text
		expect(text).toContain('id="rules"')
		expect(text).toContain("Everybody. What is said here")
		expect(text).toContain(`@tea@${house.world.origin.host}`.replace("@tea", "@tea<wbr/>"))
		expect(text).not.toContain("far.example")
		expect((await bo.open("/@tea/about")).text).toContain("far.example")
	})
})
