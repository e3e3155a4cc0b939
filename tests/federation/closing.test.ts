import { sql } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { findLocalActor } from "../../db/actors.ts"
import { signUp } from "../../src/accounts/sign-up.ts"
import { closeGroup } from "../../src/groups/close-group.ts"
import { joinGroup } from "../../src/groups/join-group.ts"
import { day } from "../../src/limits/limit.ts"
import { enact } from "../../src/moderation/enact.ts"
import { tendDepartures } from "../../src/people/tend-departures.ts"
import { writePost } from "../../src/posts/write-post.ts"
import { type House, openHouse } from "../attacks/house.ts"
import { Browser } from "../support/browser.ts"
import { eventually } from "../support/eventually.ts"
import { type Json, type Peer, type Person, startPeer } from "../support/peer.ts"

const password = "correct horse battery staple"
let house: House
let mastodon: Peer
let lemmy: Peer
let away: Peer
let bob: Person
let ana: Browser
let bo: Browser
let postUri: string
let dies = false

const actor = async (name: string) => (await findLocalActor(house.world.db, name))!
const read = async (path: string, accept = "application/activity+json") => {
	const answer = await fetch(new URL(path, house.origin), { headers: { accept }, redirect: "manual" })
	return { status: answer.status, text: await answer.text() }
}
const json = async (path: string): Promise<Json> => JSON.parse((await read(path)).text)
const said = (peer: Peer, type: string) =>
	peer.received.filter((one) => one.json?.type === type && one.json.actor === house.tea.uri)
const step = async () => {
	await house.settled()
	return (await tendDepartures(house.world, []))?.state
}

beforeAll(async () => {
	const failpoint = async (name: string) => {
		if (!dies || name !== "transaction:before-commit") return
		dies = false
		throw new Error("It dies here.")
	}
	house = await openHouse({ failpoint })
	await signUp(house.world, { name: "bo", password, email: null })
	for (const [name, at] of [
		["ana", () => (ana = new Browser(house.origin))],
		["bo", () => (bo = new Browser(house.origin))],
	] as const)
		expect((await at().send("/login", { name, password })).status).toBe(303)
	const person = await actor("bo")
	await enact(house.world, (tx) => joinGroup(house.world, tx, { group: house.tea, person, followUri: null }))
	;[mastodon, lemmy, away] = await Promise.all([
		startPeer({ software: "mastodon" }),
		startPeer({ software: "lemmy" }),
		startPeer({ software: "mastodon" }),
	])
	bob = mastodon.person("bob", { ownKey: true })
	for (const one of [bob, lemmy.person("ann"), away.person("far")]) {
		const tea = await one.lookUp(`@tea@${house.world.origin.host}`)
		await one.follow(tea)
		await eventually(() => expect(one.follows(tea.id)).toBe(true))
	}
	const post = await writePost(house.world, {
		author: await actor("ana"),
		group: house.tea,
		title: null,
		text: "The last biscuit",
		inReplyTo: null,
	})
	if (!post.ok) throw new Error(post.reason)
	postUri = post.value.uri
	await house.settled()
	await mastodon.waitFor((one) => one.json?.type === "Announce")
})
afterAll(async () => {
	await Promise.all([mastodon?.stop(), lemmy?.stop(), away?.stop()])
	await house?.close()
})

describe("closing a group", () => {
	it("is its owner's, who types its name, and nobody else's", async () => {
		expect((await bo.open("/@tea/settings/close")).status).toBe(404)
		expect((await bo.send("/@tea/settings/close", { name: "tea" })).status).toBe(404)
		const by = { actorId: (await actor("bo")).id }
		const closing = { groupId: house.tea.id, by, reason: "" }
		expect((await enact(house.world, (tx) => closeGroup(house.world, tx, closing))).ok).toBe(false)
		expect((await ana.open("/@tea/settings/close")).text).toContain("This cannot be taken back")
		expect((await ana.send("/@tea/settings/close", { name: "coffee" })).status).toBe(422)
		expect((await read("/@tea", "text/html")).text).toContain("The last biscuit")
	})

	it("happens whole or not at all", async () => {
		dies = true
		const by = { actorId: (await house.ana()).id }
		const closing = { groupId: house.tea.id, by, reason: "" }
		await expect(enact(house.world, (tx) => closeGroup(house.world, tx, closing))).rejects.toThrow("dies")
		expect((await actor("tea")).goneAt).toBeNull()
		expect(await house.rows(sql`select 1 from events where type in ('group-closed', 'place-ended')`)).toEqual(
			[],
		)
	})

	it("is told to every server that follows, in words each believes", async () => {
		await away.stop()
		const sent = await ana.send("/@tea/settings/close", { name: "@Tea", reason: "It was lovely" })
		expect(sent.headers.get("location")).toBe("/@tea")
		// Until they have heard it, they find the key by which they believe it.
		expect((await json(house.tea.uri)).type).toBe("Group")
		const toMastodon = await mastodon.waitFor((one) => one.json?.type === "Delete")
		expect(toMastodon).toMatchObject({
			verified: true,
			json: { actor: house.tea.uri, object: house.tea.uri },
		})
		const toLemmy = await lemmy.waitFor(
			(one) => one.json?.type === "Announce" && one.json.object?.type === "Delete",
		)
		expect(toLemmy).toMatchObject({
			verified: true,
			json: { object: { actor: (await house.ana()).uri, object: house.tea.uri } },
		})
		expect(toLemmy.json!.object).not.toHaveProperty("summary")
	})

	it("leaves a Tombstone at each of its addresses, and a word on its page", async () => {
		await eventually(async () => expect((await read(house.tea.uri)).status).toBe(410))
		for (const path of [
			house.tea.uri,
			"/@tea",
			`${house.tea.uri}/outbox`,
			`${house.tea.uri}/followers`,
			postUri,
		]) {
			const { status, text } = await read(path)
			expect([path, status, JSON.parse(text).type]).toEqual([path, 410, "Tombstone"])
		}
		const found = await read(`/.well-known/webfinger?resource=acct:tea@${house.world.origin.host}`)
		expect(found.status).toBe(404)
		const page = await read("/@tea", "text/html")
		expect([page.status, page.text.includes("has closed"), page.text.includes("biscuit")]).toEqual([
			410,
			true,
			false,
		])
		for (const path of ["/people", "/about", "/feed.atom", "/settings", "/desk"])
			expect([path, (await ana.open(`/@tea${path}`)).status]).toEqual([path, 404])
		expect((await bob.send({ ...bob.actor, type: "Like" }, { to: `${house.tea.uri}/inbox` })).status).toBe(
			410,
		)
		expect((await ana.open("/")).text).not.toContain("/@tea")
	})

	it("is told to those here who were in it, and shows its posts to none of them", async () => {
		expect((await bo.open("/notifications")).text).toContain("has closed for good")
		expect((await bo.open("/notifications")).text).toContain("It was lovely")
		const id = postUri.slice(-36)
		for (const browser of [ana, bo]) {
			expect((await browser.open(`/@tea/t/${id}`)).status).toBe(404)
			expect((await browser.open(`/@tea/p/${id}/report`)).status).toBe(404)
		}
	})

	it("keeps its handle for good", async () => {
		await house.rows(sql`update accounts set operator = true where actor_id = ${(await house.ana()).id}`)
		const again = await ana.send("/groups/new", {
			name: "Tea",
			handle: "tea",
			joining: "open",
			language: "en",
		})
		expect([again.status, again.text.includes("The handle tea is taken.")]).toEqual([422, true])
	})

	it("lets go of its keys when everybody has heard, or after five weeks", async () => {
		const keys = () => house.rows(sql`select 1 from actor_keys where actor_id = ${house.tea.id}`)
		expect(await step()).toBe("told")
		expect(await keys()).not.toEqual([])
		await house.pass(36 * day)
		expect(await step()).toBe("over")
		expect(await keys()).toEqual([])
		expect(await house.rows(sql`select 1 from cursors where group_id = ${house.tea.id}`)).toEqual([])
		expect(said(mastodon, "Delete")).toHaveLength(1)
	})
})
