import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { signUp } from "../../src/accounts/sign-up.ts"
import { joinGroup } from "../../src/groups/join-group.ts"
import type { Actor } from "../../src/people/actor.ts"
import { linksBack } from "../../src/people/links-back.ts"
import { writePost } from "../../src/posts/write-post.ts"
import { type House, openHouse } from "../attacks/house.ts"
import { Browser } from "../support/browser.ts"
import { eventually } from "../support/eventually.ts"
import { type Json, type Peer, type Person, startPeer } from "../support/peer.ts"

const password = "correct horse battery staple"
let house: House
let peer: Peer
let bob: Person
let ana: Browser
let bea: Actor
let pages: Server
let home: string
let page = ""

beforeAll(async () => {
	house = await openHouse()
	peer = await startPeer({ software: "mastodon" })
	bob = peer.person("bob")
	pages = createServer((_, answer) => answer.writeHead(200, { "content-type": "text/html" }).end(page))
	await new Promise<void>((resolve) => pages.listen(0, "127.0.0.1", resolve))
	home = `http://127.0.0.1:${(pages.address() as AddressInfo).port}/`
	const made = await signUp(house.world, { name: "bea", password, email: null })
	if (!made.ok) throw new Error(made.reason)
	bea = made.value
	ana = new Browser(house.origin)
	await ana.send("/login", { name: "ana", password })
})
afterAll(async () => {
	pages?.close()
	await peer?.stop()
	await house?.close()
})

const profile = (more: Record<string, string> = {}) =>
	ana.send("/settings/profile", { name: "Ana F.", about: "I **bake**.", ...more })
const documentOf = async (): Promise<Json> => {
	const actor = await house.ana()
	return (
		await fetch(actor.uri, { headers: { accept: "application/activity+json" } })
	).json() as Promise<Json>
}

describe("a profile", () => {
	it("reaches those who have read the person, signed by them, and is what their document says", async () => {
		const tea = await bob.lookUp(`@tea@${house.world.origin.host}`)
		await bob.follow(tea)
		await eventually(() => expect(bob.follows(tea.id)).toBe(true))
		expect((await profile()).status).toBe(303)
		await house.settled()
		const before = peer.received.length
		const author = await house.ana()
		const post = { author, group: house.tea, title: null, text: "Good morning", inReplyTo: null }
		expect((await writePost(house.world, post)).ok).toBe(true)
		await profile({ name: "Ana Ferreira", label_0: "Pronouns", value_0: "she & <her>" })
		const update = await eventually(() => {
			const found = peer.received.slice(before).find(({ json }) => json?.type === "Update")
			expect(found?.json).toBeDefined()
			return found!.json!
		})
		expect([update.actor, update.object.id]).toEqual([author.uri, author.uri])
		expect(update.object).toMatchObject({ type: "Person", name: "Ana Ferreira" })
		const document = await documentOf()
		expect(document.summary).toContain("<strong>bake</strong>")
		expect(document.attachment).toEqual([
			{ type: "PropertyValue", name: "Pronouns", value: "she &amp; &lt;her&gt;" },
		])
		const shown = (await new Browser(house.origin).open("/@ana")).text
		expect(shown).toContain("she &amp; &lt;her&gt;")
	})

	it("marks a page as theirs when it links back, and no more when it does not", async () => {
		page = `<a rel="nofollow me" href="${house.origin}/@ana">me</a>`
		await profile({ label_0: "Home", value_0: home })
		expect((await new Browser(house.origin).open("/@ana")).text).toContain("(links back)")
		const document = await documentOf()
		expect(document.attachment[0].value).toContain('rel="me nofollow noopener noreferrer"')
		page = "<p>Nothing here any more</p>"
		await profile({ label_0: "Home", value_0: home })
		expect((await new Browser(house.origin).open("/@ana")).text).not.toContain("(links back)")
	})

	it("is refused when it is too much, and shown again as it was typed", async () => {
		const answer = await profile({ about: "x".repeat(6000) })
		expect(answer.status).toBe(422)
		expect((await profile({ name: "" })).text).toContain("A name is needed.")
	})

	it("shows groups to those who are in them, and to others if the person says so; private ones never", async () => {
		const anyone = async () => (await new Browser(house.origin).open("/@ana")).text
		const other = new Browser(house.origin)
		await other.send("/login", { name: "bea", password })
		await house.rows(sql`update groups set visibility = 'private' where actor_id = ${house.books.id}`)
		await house.world.db.transaction((tx) =>
			joinGroup(house.world, tx, { group: house.tea, person: bea, followUri: null }),
		)
		await profile()
		expect(await anyone()).not.toMatch(/href="\/@(tea|books)"/)
		expect((await other.open("/@ana")).text).toContain('href="/@tea"')
		expect((await other.open("/@ana")).text).not.toContain('href="/@books"')
		await profile({ groups_shown: "anyone" })
		expect(await anyone()).toContain('href="/@tea"')
		expect(await anyone()).not.toContain('href="/@books"')
	})
})

describe("what people set for themselves", () => {
	it("is the language they read in, wherever they are signed in, and follows the choice at the foot", async () => {
		expect((await ana.send("/settings/reading", { reads: "de", time_zone: "Europe/Berlin" })).status).toBe(
			303,
		)
		expect((await ana.open("/about")).text).toContain('<html lang="de"')
		await ana.send("/language", { language: "en" })
		expect((await ana.open("/about")).text).toContain('<html lang="en"')
		expect((await ana.send("/settings/reading", { time_zone: "Mars/Olympus" })).status).toBe(422)
	})

	it("is whom they block, and no more", async () => {
		const blocked = async () => (await house.rows(sql`select domain, target_id from blocks`)).length
		expect((await ana.send("/settings/blocks", { who: `@bob@${peer.host}` })).status).toBe(303)
		expect((await ana.send("/settings/blocks", { who: "spam.example" })).status).toBe(303)
		expect((await ana.send("/settings/blocks", { who: "@nobody_at_all" })).status).toBe(422)
		expect(await blocked()).toBe(2)
		const [{ id }] = (await house.rows(sql`select id from blocks where domain is not null`)) as [
			{ id: string },
		]
		await ana.send("/settings/blocks/lift", { id })
		expect(await blocked()).toBe(1)
	})

	it("is where they came from, and where they go: said first, done at the second press", async () => {
		const old = await bob.lookUp(`@ana@${house.world.origin.host}`)
		expect((await ana.send("/settings/moving/other", { other: `@bob@${peer.host}` })).status).toBe(303)
		expect((await ana.open("/settings/moving")).text).toContain(bob.id)
		const unowned = await ana.send("/settings/moving", { target: "@bea" })
		expect(unowned.status).toBe(422)
		await house.rows(
			sql`update actors set also_known_as = ${JSON.stringify([old.id])}::jsonb where id = ${bea.id}`,
		)
		const asked = await ana.send("/settings/moving", { target: "@bea" })
		expect(asked.text).toContain("Yes, I move to @bea@")
		expect((await house.ana()).movedTo).toBeNull()
		expect((await ana.send("/settings/moving", { target: "@bea", sure: "yes" })).status).toBe(303)
		expect((await house.ana()).movedTo).toBe(bea.uri)
		expect((await new Browser(house.origin).open("/@ana")).text).toContain("lives at")
	})
})

it.each([
	['<a href="https://snug.example/@ana" rel="me">', true],
	['<link rel="ME noopener" href="https://snug.example/@ana/">', true],
	['<a href="https://snug.example/@ana">', false],
	['<a href="https://snug.example/@anabel" rel="me">', false],
	['<!-- <a href="https://snug.example/@ana" rel="me"> -->', false],
	['<a href="/@ana" rel="me">', false],
	['<a rel="mean" href="https://snug.example/@ana">', false],
])("%s links back: %s", (html, expected) => {
	expect(linksBack(html, ["https://snug.example/@ana"])).toBe(expected)
})
