import { randomUUID } from "node:crypto"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { eventually } from "../support/eventually.ts"
import { Forged } from "../support/forged.ts"
import type { Json, Peer, Person } from "../support/peer.ts"
import { PUBLIC } from "../support/peer.ts"
import { say } from "../support/say.ts"
import { Stage } from "../support/stage.ts"

// What tests/federation/authority.test.ts does not hold already; README.md says where each case is.
let stage: Stage
let evil: Peer
let victim: Peer
let vera: Person
/** A group of the evil server, which somebody here follows. */
let eg: Person
let mallory: Person
const { forge, serve } = new Forged()

const send = async (person: Person, activity: Json, how: Partial<Parameters<Person["send"]>[1]> = {}) =>
	(await person.send(activity, { to: stage.inbox, ...how })).status
const said = (actor: Person, type: string, object: unknown, more: Json = {}) =>
	say(actor, type, object, { to: [PUBLIC], ...more })
const heard = (...said: Parameters<Stage["hear"]>) => stage.hear(...said)
/** What the CLI says when it asks another server who somebody is. */
const lookUp = (text: string): Promise<Json> =>
	stage.snug.snug("federation", "lookup", text).catch((error: Error) => ({ refused: error.message }))
const stateOf = async (group: Person): Promise<"asked" | "following" | "nothing"> => {
	const [row] = await stage.rows(sql`select m.requested_at is null as following from members m
		join actors g on g.id = m.group_id where g.uri = ${group.id}`)
	return row ? (row.following ? "following" : "asked") : "nothing"
}
const follow = (group: Person) => stage.snug.snug("federation", "follow", group.id, "--as", "ana")

beforeAll(async () => {
	stage = await Stage.open()
	victim = await stage.peer("mastodon")
	vera = victim.person("vera", { ownKey: true })
	evil = await stage.peer("mastodon")
	mallory = evil.person("mallory", { ownKey: true })
	eg = evil.person("eg", { type: "Group", ownKey: true })
	await stage.join(mallory)
	for (const peer of [evil, victim, stage.bob.peer]) await serve(peer)
	await follow(eg)
	await eventually(async () => expect(await stateOf(eg)).toBe("following"))
})
afterAll(() => stage?.close())

describe("a group of another server that somebody here follows", () => {
	it("ORG-06 is not believed what is in a post of somebody else's: it is read where it is from", async () => {
		const { note, create } = stage.note(vera)
		forge(note.id, { ...note, content: "<p>What Vera wrote</p>" })
		const forgedCreate = { ...create, object: { ...note, content: "<p>Forged canary</p>" } }
		await heard(eg, said(eg, "Announce", forgedCreate))
		expect(await stage.post(note.id)).toMatchObject({ author: vera.id, html: "<p>What Vera wrote</p>" })
		expect(
			await stage.rows(sql`select 1 from posts p join post_versions v on v.post_id = p.id
			where p::text like '%Forged canary%' or v::text like '%Forged canary%'`),
		).toEqual([])
		await stage.control()
	})

	it("ORG-06 has nothing to share where nothing is, or where another's document is", async () => {
		await stage.withoutEffect(async () => {
			const absent = stage.note(vera)
			const others = stage.note(vera)
			forge(others.note.id, { ...others.note, attributedTo: mallory.id })
			const moved = stage.note(vera)
			forge(moved.note.id, stage.note(vera).note)
			for (const { note, create } of [absent, others, moved])
				for (const object of [create, { ...create, object: note.id }, note, note.id, [create]])
					expect(await send(eg, said(eg, "Announce", object))).toBe(202)
			await heard(eg, said(eg, "Announce", stage.note(vera).note))
		})
	})

	it("ORG-08 deletes, changes, locks and bans nothing in a group of this server", async () => {
		const { note } = await stage.bob.post({ text: "Bob's own words", mention: stage.tea })
		const local = await stage.snug.snug("post", "submit", "tea", "--as", "ana", "--text", "Ana's own words")
		await stage.settled()
		const passOn = async (activity: Json) => expect(await send(eg, activity)).toBe(202)
		await stage.withoutEffect(async () => {
			for (const [id, actor] of [
				[note.id, stage.bob.id],
				[local.uri, stage.tea.id],
			])
				for (const by of [actor, eg.id, mallory.id]) {
					const inner = (type: string, object: unknown, more: Json = {}) =>
						said(eg, "Announce", { id: `${by}#${randomUUID()}`, type, actor: by, object, ...more })
					await passOn(inner("Delete", id))
					await passOn(inner("Delete", { id, type: "Tombstone" }))
					await passOn(inner("Update", { ...note, id, content: "<p>Forged</p>" }))
					await passOn(inner("Remove", id, { target: stage.tea.id }))
					await passOn(inner("Lock", id))
					await passOn(inner("Like", id))
					await passOn(inner("Undo", { type: "Announce", actor: stage.tea.id, object: id }))
					await passOn(inner("Block", stage.bob.id, { target: stage.tea.id }))
					await passOn(inner("Move", stage.bob.id, { target: mallory.id }))
				}
		})
		expect(await stage.sharedIn(note.id)).toEqual(["tea"])
		expect(await stage.isMember(stage.bob)).toBe(true)
	})

	it("ORG-29 is followed once it says so itself, and by nobody else's yes or no", async () => {
		const neighbour = evil.person("neighbour", { type: "Group", ownKey: true })
		const locked = evil.person("locked", { type: "Group", ownKey: true, locked: true })
		await follow(locked)
		expect(await stateOf(locked)).toBe("asked")
		const { json: sent } = await evil.waitFor(
			({ json }) => json.type === "Follow" && json.object === locked.id,
		)
		const { "@context": _, ...asked } = sent
		await stage.withoutEffect(async () => {
			for (const type of ["Accept", "Reject"])
				for (const third of [mallory, neighbour, stage.mallet])
					for (const object of [asked, sent.id, { ...asked, object: third.id }])
						await heard(third, said(third, type, object))
			expect(await stateOf(locked)).toBe("asked")
			await heard(locked, said(locked, "Accept", `${sent.id}x`))
			expect(await stateOf(locked)).toBe("asked")
		})
		await heard(locked, said(locked, "Accept", asked))
		expect(await stateOf(locked)).toBe("following")
		await heard(mallory, said(mallory, "Reject", asked))
		expect(await stateOf(locked)).toBe("following")
	})
})

describe("a document", () => {
	it("ORG-10 is of the address it was found at, whatever it calls itself", async () => {
		const { note } = stage.note(vera)
		const here = `${evil.origin}/x`
		forge(here, note)
		forge(`${evil.origin}/y`, { ...vera.actor, publicKey: mallory.actor.publicKey })
		await stage.withoutEffect(async () => {
			await heard(eg, said(eg, "Announce", here))
			await heard(mallory, said(mallory, "Create", here))
			expect((await lookUp(`${evil.origin}/y`)).refused).toContain("was not found")
		})
		expect(await stage.post(note.id)).toBeUndefined()
		const own = stage.note(mallory, { id: here })
		forge(here, own.note)
		// What did not fit is remembered for a while, so the honest one is at another address.
		const honest = stage.note(mallory)
		forge(honest.note.id, honest.note)
		await heard(mallory, said(mallory, "Create", honest.note.id))
		expect((await stage.post(honest.note.id))?.author).toBe(mallory.id)
	})

	it("ORG-14 is not looked for in what people wrote on a page", async () => {
		const file = `${victim.origin}/media/u.txt`
		forge(file, { ...mallory.actor, id: file, inbox: `${file}/inbox` })
		const link = '<a rel="alternate" type="application/activity+json" href="/media/u.txt">me</a>'
		const head = '<link rel="alternate" type="application/activity+json" href="/media/u.txt">'
		for (const [number, page] of [link, head, `<html><head>${head}</head><body>${link}</body>`].entries())
			forge(`${victim.origin}/@page${number}`, page, { type: "text/html; charset=utf-8" })
		await stage.withoutEffect(async () => {
			const before = victim.requests.length
			for (const number of [0, 1, 2]) {
				const page = `${victim.origin}/@page${number}`
				expect((await lookUp(page)).refused).toContain("was not found")
				await heard(eg, said(eg, "Announce", page))
			}
			expect(victim.requests.slice(before).map(({ path }) => path)).not.toContain("/media/u.txt")
		})
		// The pages were asked for, with a script's answer, and nothing else was.
		expect(await stage.rows(sql`select 1 from actors where uri = ${file}`)).toEqual([])
		expect(await lookUp(vera.id)).toMatchObject({ uri: vera.id })
	})

	it("ORG-20 of WebFinger names nobody of another server", async () => {
		const jrd = (name: string, subject: string, href: string) =>
			forge(
				`${evil.origin}/.well-known/webfinger?resource=${encodeURIComponent(`acct:${name}@${evil.host}`)}`,
				{ subject, aliases: [href], links: [{ rel: "self", type: "application/activity+json", href }] },
				{ type: "application/jrd+json" },
			)
		const root = `acct:root@${victim.host}`
		jrd("one", root, vera.id)
		jrd("two", root, mallory.id)
		jrd("three", `acct:two@${evil.host}`, `${victim.origin}/users/nobody`)
		await stage.withoutEffect(async () => {
			for (const name of ["one", "three"])
				expect((await lookUp(`@${name}@${evil.host}`)).refused).toContain("was not found")
			// What the answer calls its subject is nothing to us: it is whoever lives at the link, under their own name.
			expect(await lookUp(`@two@${evil.host}`)).toMatchObject({
				uri: mallory.id,
				handle: `@mallory@${evil.host}`,
			})
		})
		expect(
			await stage.rows(
				sql`select 1 from actors where handle = 'root' or (host = ${victim.host} and uri <> ${vera.id})`,
			),
		).toEqual([])
	})

	it("ORG-22 of a blocked server is not taken, however its name is spelt", async () => {
		const peer = await stage.peer("mastodon")
		const bert = peer.person("bert", { ownKey: true })
		const port = new URL(peer.origin).port
		await stage.snug.snug("domain", "block", "Bücher.Localhost.", "--reason", "noise")
		await stage.withoutEffect(async () => {
			for (const host of [
				"bücher.localhost",
				"BÜCHER.LOCALHOST",
				"xn--bcher-kva.localhost",
				"b%C3%BCcher.localhost",
				"bu\u0308cher.localhost",
				"bücher。localhost",
				"a.bücher.localhost",
				"bücher.localhost.",
			]) {
				const actor = `http://${host}:${port}/users/bert`
				const { create } = stage.note(bert, { attributedTo: actor }, { actor, id: `${actor}/1` })
				expect(
					await send(bert, create, { keyId: `${actor.replace(host, "xn--bcher-kva.localhost")}#main-key` }),
				).toBe(202)
				await heard(eg, said(eg, "Announce", `${actor}/statuses/1`))
			}
			const moved = `${evil.origin}/moved`
			forge(moved, "", {
				status: 302,
				headers: { location: `http://xn--bcher-kva.localhost:${port}/users/bert` },
			})
			await heard(eg, said(eg, "Announce", moved))
			for (const name of [
				moved,
				`http://bücher.localhost:${port}/users/bert`,
				`@bert@xn--bcher-kva.localhost:${port}`,
			])
				expect((await lookUp(name)).refused).toContain("was not found")
			expect(peer.requests).toEqual([])
		})
		// An address that only begins like another is another's.
		for (const id of [
			`http://victim.test%00.${evil.host}/u`,
			`http://victim.test\\@${evil.host}/u`,
			`http://a b.${evil.host}/u`,
		])
			expect(await send(mallory, { ...stage.note(mallory).create, id: `${id}/1`, actor: id })).toBe(400)
	})
})
