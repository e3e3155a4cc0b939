import { sql } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { findLocalActor } from "../../db/actors.ts"
import { signUp } from "../../src/accounts/sign-up.ts"
import { followGroup } from "../../src/groups/follow-group.ts"
import { day } from "../../src/limits/limit.ts"
import type { Actor } from "../../src/people/actor.ts"
import { tendDepartures } from "../../src/people/tend-departures.ts"
import { writePost } from "../../src/posts/write-post.ts"
import { type House, openHouse } from "../attacks/house.ts"
import { Browser } from "../support/browser.ts"
import { eventually } from "../support/eventually.ts"
import { type Json, type Peer, type Person, startPeer } from "../support/peer.ts"

const password = "correct horse battery staple"
/** Where somebody who is gone may still be named: in what happened, and in what waits to be said. */
const stays = ["events.actor_id", "posts.author_id", "messages.signer_id", "log.signer_id"]

let house: House
let [mastodon, lemmy]: Peer[] = []
let bob: Person
let bea: Actor
let dies = false

const signedIn = async (name: string): Promise<Browser> => {
	const browser = new Browser(house.origin)
	expect((await browser.send("/login", { name, password })).status).toBe(303)
	return browser
}
const steps = async () => {
	const state = (await tendDepartures(house.world, []))?.state
	house.world.wake()
	await house.settled()
	return state
}
const document = async ({ uri }: Actor) => {
	const answer = await fetch(uri, { headers: { accept: "application/activity+json" } })
	return [answer.status, await answer.json()]
}
/** Every place in the database that may name somebody. */
const placesOf = () =>
	house.rows<{ table: string; column: string }>(sql`
		select k.conrelid::regclass::text as "table", a.attname as "column" from pg_constraint k
		join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
		where k.contype = 'f' and k.confrelid = 'actors'::regclass`)
/** Those that name one of them, as table.column. */
const named = async (id: string): Promise<string[]> => {
	const keys = await placesOf()
	const places: string[] = []
	for (const { table, column } of keys) {
		const found = await house.rows(
			sql`select 1 from ${sql.identifier(table)} where ${sql.identifier(column)} = ${id} limit 1`,
		)
		if (found.length > 0) places.push(`${table}.${column}`)
	}
	return places.sort()
}

beforeAll(async () => {
	const failpoint = async (name: string) => {
		if (!dies || name !== "transaction:before-commit") return
		dies = false
		throw new Error("It dies here.")
	}
	house = await openHouse({ failpoint })
	const made = await signUp(house.world, { name: "bea", password, email: "bea@example.org" })
	if (!made.ok) throw new Error(made.reason)
	bea = made.value
	;[mastodon, lemmy] = await Promise.all([
		startPeer({ software: "mastodon" }),
		startPeer({ software: "lemmy" }),
	])
	bob = mastodon!.person("bob", { ownKey: true })
	const tea = await bob.lookUp(`@tea@${house.world.origin.host}`)
	await bob.follow(tea)
	await eventually(() => expect(bob.follows(tea.id)).toBe(true))
	const ann = lemmy!.person("ann")
	await ann.follow(await ann.lookUp(`@tea@${house.world.origin.host}`))
	await eventually(() => expect(ann.follows(tea.id)).toBe(true))
})
afterAll(async () => {
	await mastodon?.stop()
	await lemmy?.stop()
	await house?.close()
})

describe("what somebody takes along", () => {
	const files = "actor outbox likes bookmarks drafts".split(" ").map((name) => `${name}.json`)
	const lists = "following_accounts blocked_accounts blocked_domains".split(" ").map((name) => `${name}.csv`)

	it("is everything of theirs, and nothing of anybody else's", async () => {
		const say = async (author: Actor, text: string, inReplyTo: string | null = null) => {
			const said = await writePost(house.world, { author, group: house.books, title: null, text, inReplyTo })
			if (!said.ok) throw new Error(said.reason)
			return said.value
		}
		await house.rows(sql`update groups set visibility = 'private' where actor_id = ${house.books.id}`)
		const ana = await house.ana()
		await house.rows(
			sql`insert into members (group_id, actor_id, role) values (${house.books.id}, ${bea.id}, 'member')`,
		)
		const secret = await say(ana, "Only members may read what Ana confides")
		const answer = await say(bea, "Bea answers", secret.uri)
		await house.rows(
			sql`insert into bookmarks (actor_id, post_id) select ${bea.id}, id from posts where uri = ${secret.uri}`,
		)
		await house.rows(sql`insert into drafts (id, actor_id, group_id, source)
			values (gen_random_uuid(), ${ana.id}, ${house.tea.id}, 'what Ana has begun'),
				(gen_random_uuid(), ${bea.id}, ${house.tea.id}, 'what Bea has begun')`)
		await house.rows(
			sql`insert into blocks (id, actor_id, domain) values (gen_random_uuid(), ${bea.id}, 'bad.example')`,
		)
		const browser = await signedIn("bea")
		const page = await browser.open("/settings/export")
		const texts: Record<string, string> = {}
		for (const file of [...files, ...lists]) {
			expect(page.text).toContain(`/settings/export/${file}`)
			const { status, text, headers } = await browser.open(`/settings/export/${file}`)
			expect([status, headers.get("cache-control")]).toEqual([200, "private, no-store"])
			texts[file] = text
		}
		for (const file of files) expect(() => JSON.parse(texts[file]!)).not.toThrow()
		const said = JSON.parse(texts["outbox.json"]!).orderedItems
		expect(said.map((create: Json) => [create.type, create.object.id])).toEqual([["Create", answer.uri]])
		expect(JSON.parse(texts["bookmarks.json"]!).orderedItems).toEqual([secret.uri])
		expect(JSON.parse(texts["drafts.json"]!)).toMatchObject([{ text: "what Bea has begun" }])
		expect(texts["following_accounts.csv"]).toContain(`books@${house.world.origin.host},true`)
		expect(texts["blocked_domains.csv"]).toBe("bad.example\n")
		expect(Object.values(texts).join()).not.toMatch(/confides|Ana has begun/)
		// Whoever is put out of a group may not learn of its posts by what they keep.
		await house.rows(sql`delete from members where group_id = ${house.books.id} and actor_id = ${bea.id}`)
		expect((await browser.open("/settings/export/bookmarks.json")).text).not.toContain(secret.uri)
		expect((await browser.open("/settings/export/secrets.json")).status).toBe(404)
		const statuses = []
		for (let n = 0; n < 9; n++) statuses.push((await browser.open("/settings/export/actor.json")).status)
		expect(statuses.slice(-2)).toEqual([429, 429])
		expect((await new Browser(house.origin).open("/settings/export/actor.json")).status).toBe(303)
		await house.rows(sql`delete from drafts where actor_id = ${bea.id}`)
		await house.rows(sql`delete from blocks`)
	})
})

describe("an account that is deleted", () => {
	let browser: Browser
	let uri: string

	it("is left behind by whoever means it, and says what goes first", async () => {
		await followGroup(house.world, { person: bea, group: house.tea })
		const post = { author: bea, group: house.tea, title: null, text: "Good morning", inReplyTo: null }
		const written = await writePost(house.world, post)
		if (!written.ok) throw new Error(written.reason)
		uri = written.value.uri
		await eventually(() => expect(JSON.stringify(lemmy!.received.map(({ json }) => json))).toContain(uri))
		browser = await signedIn("bea")
		await browser.send("/settings/invites", { note: "for a friend" })
		await house.rows(sql`insert into drafts (id, actor_id, group_id, source)
			values (gen_random_uuid(), ${bea.id}, ${house.tea.id}, 'half a thought')`)
		await house.rows(sql`insert into bookmarks (actor_id, post_id)
			select ${bea.id}, id from posts where uri = ${uri}`)
		await house.rows(
			sql`insert into blocks (id, actor_id, domain) values (gen_random_uuid(), ${bea.id}, 'b.example')`,
		)
		expect((await browser.open("/settings/delete")).text).toContain("What goes")
		const other = await browser.send("/settings/delete", { name: "ana" })
		expect([other.status, other.text.includes("not the name of your account")]).toEqual([422, true])
		expect(await findLocalActor(house.world.db, "bea")).toMatchObject({ goneAt: null })
	})

	it("cannot be that of a group's only owner, nor of the only one who runs the server", async () => {
		const ana = await signedIn("ana")
		const page = await ana.open("/settings/delete")
		expect(page.text).toContain("somebody else has to take over")
		expect((await ana.send("/settings/delete", { name: "ana" })).status).toBe(422)
		await house.rows(sql`insert into members (group_id, actor_id, role) select group_id, ${bea.id}, 'owner'
			from members where role = 'owner' on conflict (group_id, actor_id) do update set role = 'owner'`)
		const alone = await ana.send("/settings/delete", { name: "ana" })
		expect([alone.status, alone.text.includes("Somebody has to run this server")]).toEqual([422, true])
		expect((await house.ana()).goneAt).toBeNull()
	})

	it("is gone at once for everybody here, and nothing private is left", async () => {
		browser = await signedIn("bea")
		const gone = await browser.send("/settings/delete", { name: " @bea " })
		expect([gone.status, gone.text.includes("Your account is deleted")]).toEqual([200, true])
		expect((await browser.open("/settings")).status).toBe(303)
		expect((await browser.send("/login", { name: "bea", password })).status).toBe(422)
		expect((await browser.open("/@bea")).status).toBe(404)
		// Its key is still found, or nobody would believe that its posts are gone.
		expect(await document(bea)).toMatchObject([200, { type: "Person", name: "bea" }])
		const left = ["actor_keys.actor_id", "departures.actor_id", "events.actor_id", "posts.author_id"]
		expect(await named(bea.id)).toEqual(left)
		const again = await signUp(house.world, { name: "bea", password, email: null })
		expect(again).toMatchObject({ ok: false, reason: "The handle bea is taken." })
	})

	it("is decided about in every place that may name somebody", async () => {
		const gone = `accounts.actor_id accounts.invited_by actor_keys.actor_id admissions.actor_id admissions.former_id appeals.person_id
			bans.actor_id blocks.actor_id bookmarks.actor_id departures.actor_id desk_cases.holder_id
			desk_cases.person_id desk_notes.author_id desk_notes.person_id drafts.actor_id feed_keys.actor_id
			invites.invited_by media.owner_id member_names.actor_id members.actor_id mutes.actor_id modmail.person_id modmail_messages.moderator_id news_levels.actor_id news_readers.actor_id
			notices.actor_id passes.actor_id passkeys.actor_id pauses.actor_id person_policies.actor_id poll_votes.actor_id post_mentions.actor_id post_people.actor_id
			push_subscriptions.actor_id reactions.actor_id read_marks.actor_id recovery_codes.actor_id reports.reporter_id
			sessions.actor_id trusts.actor_id undelivered.signer_id visits.actor_id`
		// What others have of them, what a group decided, or is of groups and of other servers.
		const others = `blocks.target_id groups.actor_id policies.actor_id posts.quoted_author_id quotes.actor_id reactions.vouched_by
			remote_keys.actor_id reports.subject_id`
		const known = [...stays, ...gone.split(/\s+/), ...others.split(/\s+/)]
		const places = (await placesOf()).map(({ table, column }) => `${table}.${column}`)
		// Something new? Let db/departures.ts forget it, or say here why it stays.
		expect(places.filter((place) => !known.includes(place))).toEqual([])
	})

	it("takes its posts along, and then says goodbye to every server that knows it, whatever breaks off", async () => {
		await house.settled()
		dies = true
		await expect(steps()).rejects.toThrow()
		expect(await house.rows(sql`select 1 from posts where uri = ${uri} and deleted_at is null`)).toHaveLength(
			1,
		)
		expect(await steps()).toBe("deleting")
		const said = (peer: Peer) =>
			peer.received.filter(({ json }) => json?.actor === bea.uri || json?.object?.actor === bea.uri)
		await eventually(async () => expect(await steps()).toBe("told"), 20_000)
		for (const peer of [mastodon!, lemmy!])
			await eventually(() => {
				const last = said(peer).at(-1)
				expect([last?.json.type, last?.json.object, last?.verified]).toEqual(["Delete", bea.uri, true])
			})
		await eventually(async () => expect(await document(bea)).toMatchObject([410, { type: "Tombstone" }]))
		const heard = said(mastodon!).map(({ json }) => [json.type, json.object?.id ?? json.object])
		expect(heard.slice(-2)).toEqual([
			["Delete", uri],
			["Delete", bea.uri],
		])
		await eventually(async () => expect(await steps()).toBe("over"), 20_000)
		expect(await named(bea.id)).toEqual(stays.toSorted())
		expect(await steps()).toBeUndefined()
	})

	it("is not waited for longer than a server may be away", async () => {
		const kim = await signUp(house.world, { name: "kim", password, email: null })
		if (!kim.ok) throw new Error(kim.reason)
		await followGroup(house.world, { person: kim.value, group: house.tea })
		const post = { author: kim.value, group: house.tea, title: null, text: "Hello", inReplyTo: null }
		await writePost(house.world, post)
		await house.settled()
		await lemmy!.behave({ status: 403 })
		await mastodon!.behave("down")
		const browser = await signedIn("kim")
		await house.pass(20 * 60_000)
		const late = await browser.send("/settings/delete", { name: "kim" })
		expect(late.headers.get("location")).toContain("/login?again=1")
		await (await signedIn("kim")).send("/settings/delete", { name: "kim" })
		expect(await steps()).toBe("deleting")
		await house.pass(day + 1)
		expect(await steps()).toBe("told")
		await house.pass(35 * day)
		expect(await steps()).toBe("over")
		expect(await house.rows(sql`select 1 from actor_keys where actor_id = ${kim.value.id}`)).toEqual([])
	})
})
