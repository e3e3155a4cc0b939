import { randomUUID } from "node:crypto"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { Forged } from "../support/forged.ts"
import type { Json, Peer, Person } from "../support/peer.ts"
import { PUBLIC } from "../support/peer.ts"
import { say } from "../support/say.ts"
import { someOf } from "../support/size.ts"
import { Stage } from "../support/stage.ts"

let stage: Stage
let evil: Peer
let mallory: Person
let victim: Peer
let vera: Person
const { forge, serve } = new Forged()

const send = async (person: Person, activity: Json, how: Partial<Parameters<Person["send"]>[1]> = {}) =>
	(await person.send(activity, { to: stage.inbox, ...how })).status
const activity = (actor: Person, type: string, object: unknown, more: Json = {}) =>
	say(actor, type, object, { to: [PUBLIC], ...more })

/** A post of Bob's that the group shares. */
const shared = async (author = stage.bob) => {
	const { note, create } = stage.note(author)
	expect(await send(author, create)).toBe(202)
	await stage.settled()
	expect(await stage.sharedIn(note.id)).toEqual(["tea"])
	return { note, create }
}

beforeAll(async () => {
	stage = await Stage.open()
	victim = await stage.peer("mastodon")
	vera = victim.person("vera", { ownKey: true })
	evil = await stage.peer("mastodon")
	mallory = evil.person("mallory", { ownKey: true })
	// So that what they say is refused for whose it is, and not because they are strangers.
	for (const person of [mallory, stage.mallet]) await stage.join(person)
	for (const peer of [evil, victim, stage.bob.peer]) await serve(peer)
})
afterAll(() => stage?.close())

describe("a post", () => {
	it("ORG-01 is not somebody else's because its sender says so", async () => {
		const { note, create } = stage.note(vera)
		await stage.withoutEffect(async () => {
			expect(await send(mallory, { ...create, id: `${mallory.id}/1`, actor: mallory.id })).toBe(202)
			expect(
				await send(mallory, {
					...create,
					id: `${mallory.id}/2`,
					actor: mallory.id,
					object: { ...note, attributedTo: mallory.id },
				}),
			).toBe(202)
			expect(await send(mallory, stage.note(mallory, { attributedTo: vera.id }).create)).toBe(202)
			expect(
				await send(mallory, stage.note(mallory, { attributedTo: { id: vera.id, type: "Person" } }).create),
			).toBe(202)
			expect(await send(stage.mallet, stage.note(stage.mallet, { attributedTo: stage.bob.id }).create)).toBe(
				202,
			)
			expect(await send(mallory, stage.note(mallory, { attributedTo: undefined }).create)).toBe(202)
		})
		expect(await stage.post(note.id)).toBeUndefined()
	})

	it("ORG-01 is what its own server says it is, when only its address came", async () => {
		const id = `${mallory.id}/statuses/by-id`
		const { note } = stage.note(mallory, { id })
		await stage.withoutEffect(async () => {
			for (const [document, more] of [
				[{ ...note, id: `${victim.origin}/n/1`, attributedTo: vera.id }, {}],
				[note, { type: "text/plain" }],
				[note, { type: "application/json" }],
				[note, { type: "application/ld+json" }],
				[note, { type: "image/png; application/activity+json" }],
				[
					`<html><a rel="alternate" type="application/activity+json" href="/users/mallory/statuses/page">x</a></html>`,
					{ type: "text/html" },
				],
				["{", {}],
				["[]", {}],
			] as [Json | string, Parameters<typeof forge>[2]][]) {
				const address = `${mallory.id}/statuses/${randomUUID()}`
				forge(
					address,
					typeof document === "string" || document.id !== id ? document : { ...document, id: address },
					more,
				)
				expect(await send(mallory, activity(mallory, "Create", address))).toBe(202)
			}
			const moved = `${mallory.id}/statuses/moved`
			forge(moved, "", { status: 302, headers: { location: `${victim.origin}/media/u.txt` } })
			forge(`${victim.origin}/media/u.txt`, { ...note, id: moved }, {})
			expect(await send(mallory, activity(mallory, "Create", moved))).toBe(202)
		})
		forge(id, note)
		expect(await send(mallory, activity(mallory, "Create", id))).toBe(202)
		await stage.settled()
		expect(await stage.post(id)).toMatchObject({ author: mallory.id, html: note.content })
	})

	it("ORG-15 that names several authors is its sender's, or nobody's", async () => {
		await stage.withoutEffect(async () => {
			for (const attributedTo of [
				[mallory.id, vera.id],
				[vera.id, mallory.id],
				[{ id: vera.id }, mallory.id],
				[],
			])
				expect(await send(mallory, stage.note(mallory, { attributedTo }).create)).toBe(202)
		})
		const { note, create } = stage.note(stage.mallet, { attributedTo: [stage.bob.id, stage.mallet.id] })
		expect(await send(stage.mallet, create)).toBe(202)
		await stage.settled()
		expect((await stage.post(note.id))?.author).toBe(stage.mallet.id)
	})

	it("ORG-02, ORG-03 is changed by nobody but its author", async () => {
		const { note } = await shared()
		await stage.withoutEffect(async () => {
			for (const other of [mallory, stage.mallet, stage.eve])
				for (const attributedTo of [stage.bob.id, other.id, [stage.bob.id, other.id]])
					expect(
						await send(
							other,
							activity(other, "Update", {
								...note,
								attributedTo,
								content: "<p>Forged</p>",
								updated: new Date().toISOString(),
							}),
						),
					).toBe(202)
			// Only by its address, and passed on as if it were Bob's word.
			expect(await send(mallory, activity(mallory, "Update", note.id))).toBe(202)
		})
		expect((await stage.post(note.id))?.html).toBe(note.content)
	})

	it("ORG-04 is deleted by nobody but its author, unless its own server says that it is gone", async () => {
		const { note } = await shared()
		forge(note.id, note)
		await stage.withoutEffect(async () => {
			for (const object of [note.id, { id: note.id, type: "Tombstone" }, [note.id]])
				for (const other of [mallory, stage.mallet]) await send(other, activity(other, "Delete", object))
			await send(mallory, {
				...activity(stage.bob, "Delete", note.id),
				signature: { type: "RsaSignature2017" },
			})
			await stage.settled()
			// What they deleted is remembered as theirs, which changes nothing for Bob.
			await stage.connection.db.execute(sql`delete from tombstones`)
		})
		expect((await stage.post(note.id))?.deleted).toBe(false)
		forge(note.id, "", { status: 410 })
		expect(await send(stage.mallet, activity(stage.mallet, "Delete", note.id))).toBe(202)
		await stage.settled()
		expect((await stage.post(note.id))?.deleted).toBe(true)
	})

	it("ORG-06 inside a share by somebody is not taken at their word", async () => {
		await stage.withoutEffect(async () => {
			const { create } = stage.note(vera)
			for (const object of [create, create.object, create.id, [create]])
				expect(await send(mallory, activity(mallory, "Announce", object))).toBe(202)
			expect(await send(mallory, activity(mallory, "Create", create))).toBe(202)
			expect(
				await send(
					mallory,
					activity(mallory, "Create", activity(mallory, "Create", stage.note(mallory).note)),
				),
			).toBe(202)
		})
	})

	it("ORG-08 is not deleted by a group that says so", async () => {
		const { note } = await shared()
		await stage.withoutEffect(async () => {
			const { "@context": _, ...inner } = activity(stage.bob, "Delete", note.id)
			expect(await send(mallory, activity(mallory, "Announce", inner))).toBe(202)
			expect(
				await send(
					mallory,
					activity(mallory, "Undo", { type: "Create", actor: stage.bob.id, object: note.id }),
				),
			).toBe(202)
		})
	})

	it("ORG-30 is never one of this server's own", async () => {
		const { uri } = await stage.snug.snug("post", "submit", "tea", "--as", "ana", "--text", "Local words")
		await stage.withoutEffect(async () => {
			for (const id of [
				uri,
				uri.replace("http://localhost", "HTTP://LOCALHOST"),
				uri.replace("http:", "https:"),
				uri.replace("localhost", "localhost."),
			])
				for (const type of ["Create", "Update"]) {
					const { note } = stage.note(mallory, { id })
					expect(await send(mallory, activity(mallory, type, note))).toBe(202)
					expect(await send(mallory, activity(mallory, type, { ...note, attributedTo: stage.tea.id }))).toBe(
						202,
					)
				}
			for (const object of [uri, stage.tea.id, { id: stage.tea.id, type: "Group" }])
				expect(await send(mallory, activity(mallory, "Update", object))).toBe(202)
			const posing = {
				...activity(mallory, "Create", stage.note(mallory).note),
				id: `${stage.tea.id}/1`,
				actor: stage.tea.id,
			}
			expect(await send(mallory, posing)).toBe(401)
		})
		await stage.withoutEffect(async () => {
			expect(await send(mallory, activity(mallory, "Delete", stage.tea.id))).toBe(202)
			await stage.settled()
			await stage.connection.db.execute(sql`delete from tombstones`)
		})
	})

	it("ORG-31 keeps its first words when it is posted again", async () => {
		const { note } = await shared()
		await stage.withoutEffect(async () => {
			expect(
				await send(
					stage.bob,
					activity(stage.bob, "Create", { ...note, content: "<p>Other words</p>" }, { cc: [stage.tea.id] }),
				),
			).toBe(202)
			expect(
				await send(
					stage.mallet,
					activity(
						stage.mallet,
						"Create",
						{ ...note, attributedTo: stage.mallet.id },
						{ cc: [stage.tea.id] },
					),
				),
			).toBe(202)
		})
	})

	it("ORG-32 is no younger than now and no older than the web", async () => {
		const now = Date.now()
		for (const published of [
			new Date(now + 13 * 3_600_000).toISOString(),
			"9999-12-31T23:59:59Z",
			"+275760-09-13T00:00:00Z",
			"1969-12-31T23:59:59Z",
			"-271821-04-20T00:00:00Z",
			"never",
			7,
			null,
			["2026-01-01T00:00:00Z"],
		]) {
			const { note, create } = stage.note(stage.bob, { published })
			expect(await send(stage.bob, create)).toBe(202)
			await stage.settled()
			const [row] = await stage.rows<{ published_at: string }>(
				sql`select published_at from posts where uri = ${note.id}`,
			)
			expect(Math.abs(new Date(row!.published_at).getTime() - now), String(published)).toBeLessThan(60_000)
		}
		const { note } = await shared()
		for (const updated of ["-271821-04-20T00:00:00Z", "9999-12-31T23:59:59Z", "1970-01-01T00:00:00Z", "x"]) {
			expect(
				await send(
					stage.bob,
					activity(stage.bob, "Update", { ...note, content: `<p>${updated}</p>`, updated }),
				),
			).toBe(202)
			await stage.settled()
		}
		expect((await stage.post(note.id))?.deleted).toBe(false)
		await stage.control()
	})

	it("MOD-09, MOD-10 does not come back when it was deleted, whatever comes late", async () => {
		const { note, create } = await shared()
		expect(await send(stage.bob, activity(stage.bob, "Delete", { id: note.id, type: "Tombstone" }))).toBe(202)
		await stage.settled()
		await stage.withoutEffect(async () => {
			expect(await send(stage.bob, create)).toBe(202)
			expect(await send(stage.bob, { ...create, id: `${create.id}2` })).toBe(202)
			expect(
				await send(
					stage.bob,
					activity(
						stage.bob,
						"Update",
						{ ...note, updated: new Date().toISOString() },
						{ cc: [stage.books.id] },
					),
				),
			).toBe(202)
		})
		expect(await stage.sharedIn(note.id)).toEqual([])
		expect(await stage.post(note.id)).toMatchObject({ deleted: true, html: "" })
	})

	it("MOD-10, DLV-02 is not taken in when it was deleted before it came", async () => {
		const { note, create } = stage.note(stage.bob)
		expect(await send(stage.bob, activity(stage.bob, "Delete", note.id))).toBe(202)
		await stage.withoutEffect(async () => {
			expect(await send(stage.bob, create)).toBe(202)
			expect(await send(stage.bob, activity(stage.bob, "Update", note))).toBe(202)
		})
		// Somebody else's deletion is no obstacle.
		const other = stage.note(stage.bob)
		expect(await send(mallory, activity(mallory, "Delete", other.note.id))).toBe(202)
		expect(await send(stage.mallet, activity(stage.mallet, "Delete", other.note.id))).toBe(202)
		await stage.settled()
		expect(await send(stage.bob, other.create)).toBe(202)
		await stage.settled()
		expect(await stage.sharedIn(other.note.id)).toEqual(["tea"])
	})

	it("SIG-33 that somebody passes on is asked for where it comes from", async () => {
		const ann = victim.person("ann", { ownKey: true })
		await stage.join(ann)
		const { note, create } = stage.note(ann)
		const signature = { type: "RsaSignature2017", creator: ann.keyId, signatureValue: "AAAA" }
		forge(note.id, { ...note, content: "<p>The true words</p>" })
		expect(await send(mallory, { ...create, object: { ...note, content: "<p>Forged</p>" }, signature })).toBe(
			202,
		)
		await stage.settled()
		expect(await stage.post(note.id)).toMatchObject({ author: ann.id, html: "<p>The true words</p>" })
		await stage.withoutEffect(async () => {
			const absent = stage.note(ann)
			expect(await send(mallory, { ...absent.create, signature })).toBe(202)
			const others = stage.note(ann)
			forge(others.note.id, { ...others.note, attributedTo: vera.id })
			expect(await send(mallory, { ...others.create, signature })).toBe(202)
			expect(await send(mallory, { ...activity(ann, "Follow", stage.books.id), signature })).toBe(202)
			expect(
				await send(mallory, {
					...activity(ann, "Undo", { type: "Follow", actor: ann.id, object: stage.tea.id }),
					signature,
				}),
			).toBe(202)
			expect(await send(mallory, { ...activity(ann, "Delete", ann.id), signature })).toBe(202)
			expect(await send(mallory, { ...activity(ann, "Delete", note.id), proof: {} })).toBe(202)
		})
		forge(note.id, { id: note.id, type: "Tombstone" })
		expect(await send(mallory, { ...activity(ann, "Delete", note.id), signature })).toBe(202)
		await stage.settled()
		expect((await stage.post(note.id))?.deleted).toBe(true)
	})
})

describe("what is passed on word for word", () => {
	const contexts: Record<string, unknown> = {
		"a term that means the actor": { vera: "as:actor" },
		"a term by its whole address": { vera: "https://www.w3.org/ns/activitystreams#attributedTo" },
		"a term by a prefix of one's own": { x: "https://www.w3.org/ns/activitystreams#", vera: "x:content" },
		"the actor, meaning something else": { actor: "https://evil.test/ns#nothing" },
		"a type by another name": { kind: "@type" },
		"a term that turns things round": { vera: { "@reverse": "as:object" } },
		"a context within a term": { object: { "@id": "as:object", "@context": { content: "as:name" } } },
	}
	for (const [name, context] of Object.entries(contexts))
		it(`is read by others as it is read here, or goes by its id: ${name}`, async () => {
			const { note, create } = stage.note(
				stage.bob,
				{},
				{ "@context": ["https://www.w3.org/ns/activitystreams", context], vera: vera.id },
			)
			expect(await send(stage.bob, create)).toBe(202)
			await stage.settled()
			expect(await stage.sharedIn(note.id)).toEqual(["tea"])
			const bodies = await stage.rows<{ body: Buffer }>(
				sql`select body from log where object_uri = ${note.id} and dialect = 'threadiverse'`,
			)
			expect(bodies.map(({ body }) => JSON.parse(Buffer.from(body).toString()).object)).toEqual([create.id])
		})

	for (const key of [
		"@graph",
		"@included",
		"@reverse",
		"as:actor",
		"https://www.w3.org/ns/activitystreams#content",
	])
		it(`goes by its id when it holds ${key}`, async () => {
			const { note } = stage.note(stage.bob)
			const create = activity(stage.bob, "Create", { ...note, [key]: [{ content: "Other words" }] })
			expect(await send(stage.bob, create)).toBe(202)
			await stage.settled()
			const bodies = await stage.rows<{ body: Buffer }>(
				sql`select body from log where object_uri = ${note.id} and dialect = 'threadiverse'`,
			)
			expect(bodies.map(({ body }) => JSON.parse(Buffer.from(body).toString()).object)).toEqual([create.id])
		})

	it("is the sender's own bytes when there is one way to read them", async () => {
		const { note, create } = stage.note(
			stage.bob,
			{},
			{
				"@context": [
					"https://www.w3.org/ns/activitystreams",
					{ Emoji: "toot:Emoji", sensitive: "as:sensitive" },
				],
			},
		)
		const text = JSON.stringify(create, null, 3)
		expect(await send(stage.bob, create, { rawBody: text })).toBe(202)
		await stage.settled()
		const [row] = await stage.rows<{ body: Buffer }>(
			sql`select body from log where object_uri = ${note.id} and dialect = 'threadiverse'`,
		)
		expect(Buffer.from(row!.body).toString()).toContain(`"object":${text}`)
	})

	it("holds nothing twice: such a body is refused", async () => {
		const { create } = stage.note(stage.bob)
		await stage.withoutEffect(async () => {
			const text = JSON.stringify(create)
			for (const twice of [
				text.replace('"content":', '"content":"<p>Other</p>","content":'),
				text.replace('"actor":', `"actor":"${vera.id}","actor":`),
			])
				expect(await send(stage.bob, create, { rawBody: twice })).toBe(400)
		})
	})
})

describe("belonging", () => {
	it("ORG-27 ends by nobody's word but one's own", async () => {
		const [row] = await stage.rows<{
			follow_uri: string
		}>(sql`select m.follow_uri from members m join actors p on p.id = m.actor_id
			join actors g on g.id = m.group_id where p.uri = ${stage.bob.id} and g.uri = ${stage.tea.id}`)
		const followUri = row!.follow_uri
		await stage.withoutEffect(async () => {
			for (const other of [mallory, stage.mallet]) {
				expect(
					await send(
						other,
						activity(other, "Undo", {
							id: followUri,
							type: "Follow",
							actor: stage.bob.id,
							object: stage.tea.id,
						}),
					),
				).toBe(202)
				expect(
					await send(
						other,
						activity(other, "Undo", {
							type: "Follow",
							actor: [stage.bob.id, other.id],
							object: stage.tea.id,
						}),
					),
				).toBe(202)
			}
		})
		for (const object of [followUri, { id: followUri }])
			expect(await send(mallory, activity(mallory, "Undo", object))).toBe(202)
		await stage.settled()
		expect(await stage.isMember(stage.bob)).toBe(true)
		// Nor is Bob kept from following again by what they undid.
		expect(await send(stage.bob, { ...activity(stage.bob, "Follow", stage.tea.id), id: followUri })).toBe(202)
		await stage.settled()
		expect(await stage.isMember(stage.bob)).toBe(true)
	})

	it("ORG-29 is not begun by an answer nobody asked for, nor ended by a third", async () => {
		await stage.withoutEffect(async () => {
			const follow = {
				type: "Follow",
				id: `${stage.snug.origin}/ap/activities/${randomUUID()}/follow`,
				actor: stage.tea.id,
				object: mallory.id,
			}
			for (const type of ["Accept", "Reject"])
				for (const object of [follow, follow.id, { ...follow, actor: stage.bob.id, object: stage.tea.id }])
					expect(await send(mallory, activity(mallory, type, object))).toBe(202)
		})
	})

	it("ORG-25 and moderation are not anybody's", async () => {
		await stage.withoutEffect(async () => {
			for (const type of ["Move", "Block", "Add", "Remove", "Lock", "Join", "Leave", "Invite"])
				expect(
					await send(
						mallory,
						activity(mallory, type, stage.bob.id, { target: stage.tea.id, origin: stage.tea.id }),
					),
				).toBe(202)
		})
	})

	const inboxes: Record<string, (own: string) => Json> = {
		"another server's inbox": () => ({ inbox: `${victim.origin}/inbox` }),
		"an inbox that is no address": () => ({ inbox: "{foo:" }),
		"a broken host": () => ({ inbox: "https://[bad" }),
		"an inbox of 8 KB": (own) => ({ inbox: `${own}/${"x".repeat(8192)}` }),
		"no inbox": () => ({ inbox: undefined }),
		"an inbox that is a list of two": (own) => ({ inbox: [`${own}/inbox`, `${victim.origin}/inbox`] }),
		"a name with an @": () => ({ preferredUsername: "root@victim.test" }),
		"a name with a NUL": () => ({ preferredUsername: "a\0b" }),
		"a name that is a list": () => ({ preferredUsername: ["bob"] }),
		"another id": () => ({ id: vera.id }),
		"a type that is none": () => ({ type: "constructor" }),
		"no kind of actor": () => ({ type: "Note" }),
	}
	for (const [name, change] of Object.entries(inboxes))
		it(`ORG-18, DOS-28 is not for an actor with ${name}`, async () => {
			const id = `${evil.origin}/users/${randomUUID()}`
			const publicKey = { id: `${id}#main-key`, owner: id, publicKeyPem: mallory.keys.publicKeyPem }
			forge(id, { ...mallory.actor, id, inbox: `${id}/inbox`, publicKey, ...change(id) })
			await stage.withoutEffect(async () => {
				const follow = { ...activity(mallory, "Follow", stage.tea.id), id: `${id}/follow`, actor: id }
				expect(await send(mallory, follow, { keyId: publicKey.id })).toBe(401)
			})
		})

	it("ORG-18 of somebody with a shared inbox elsewhere goes by their own", async () => {
		const id = `${evil.origin}/users/reflector`
		const publicKey = { id: `${id}#main-key`, owner: id, publicKeyPem: mallory.keys.publicKeyPem }
		forge(id, {
			...mallory.actor,
			id,
			inbox: `${id}/inbox`,
			publicKey,
			endpoints: { sharedInbox: `${victim.origin}/inbox` },
		})
		expect(
			await send(
				mallory,
				{ ...activity(mallory, "Follow", stage.tea.id), id: `${id}/follow`, actor: id },
				{ keyId: publicKey.id },
			),
		).toBe(202)
		await stage.settled()
		const [row] = await stage.rows<{ shared_inbox: string | null; inbox: string }>(
			sql`select inbox, shared_inbox from actors where uri = ${id}`,
		)
		expect(row).toEqual({ inbox: `${id}/inbox`, shared_inbox: null })
		await stage.control()
	})

	it("ORG-12 is not for a file somebody put on a server", async () => {
		const id = `${victim.origin}/media/actor`
		const publicKey = { id: `${id}#main-key`, owner: id, publicKeyPem: mallory.keys.publicKeyPem }
		const document = { ...mallory.actor, id, inbox: `${id}/inbox`, publicKey }
		await stage.withoutEffect(async () => {
			for (const [number, type] of [
				"text/plain",
				"image/png",
				"application/octet-stream",
				"application/json",
				"application/ld+json",
				"text/html",
			].entries()) {
				const each = `${id}${number}`
				const key = { ...publicKey, id: `${each}#main-key`, owner: each }
				forge(each, { ...document, id: each, inbox: `${each}/inbox`, publicKey: key }, { type })
				expect(
					await send(
						mallory,
						{ ...activity(mallory, "Follow", stage.tea.id), id: `${each}/follow`, actor: each },
						{ keyId: key.id },
					),
					type,
				).toBe(401)
			}
			const moved = `${evil.origin}/users/moved`
			forge(moved, "", { status: 302, headers: { location: mallory.id } })
			expect(
				await send(
					mallory,
					{ ...activity(mallory, "Follow", stage.tea.id), id: `${moved}/follow`, actor: moved },
					{ keyId: `${moved}#main-key` },
				),
			).toBe(401)
			expect(
				await send(mallory, {
					...activity(mallory, "Follow", stage.tea.id),
					id: `${moved}/follow2`,
					actor: moved,
				}),
			).toBe(401)
		})
	})

	it("ORG-22 is one actor's under every spelling of an address that is the same", async () => {
		const port = new URL(evil.origin).port
		const { note, create } = stage.note(mallory)
		const spelt = (text: string) =>
			text.replace("http://localhost", "HTTP://LOCALHOST").replace(`:${port}`, `:0${port}`)
		expect(
			await send(mallory, {
				...create,
				actor: spelt(mallory.id),
				object: { ...note, attributedTo: spelt(mallory.id) },
			}),
		).toBe(202)
		await stage.settled()
		expect((await stage.post(note.id))?.author).toBe(mallory.id)
		await stage.withoutEffect(async () => {
			for (const actor of [
				mallory.id.replace("localhost", "127.0.0.1"),
				mallory.id.replace("mallory", "%6dallory"),
				`${mallory.id}/`,
				`${mallory.id}?x`,
				mallory.id.replace("http://", "http://u@"),
			])
				expect([400, 401]).toContain(
					await send(mallory, { ...create, id: `${actor}/${randomUUID()}`, actor }),
				)
		})
	})

	it("ORG-24 stays with the one who has it when somebody else takes the name", async () => {
		const id = `${stage.bob.peer.origin}/users/other-bob`
		const publicKey = { id: `${id}#main-key`, owner: id, publicKeyPem: stage.mallet.keys.publicKeyPem }
		forge(id, { ...stage.bob.actor, id, inbox: `${id}/inbox`, publicKey })
		const { note } = await shared()
		await stage.withoutEffect(async () => {
			const key = { keyId: publicKey.id }
			expect(
				await send(
					stage.mallet,
					{ ...activity(stage.mallet, "Update", { ...note, content: "x" }), id: `${id}/1`, actor: id },
					key,
				),
			).toBe(202)
			expect(
				await send(
					stage.mallet,
					{
						...activity(stage.mallet, "Undo", { type: "Follow", actor: stage.bob.id, object: stage.tea.id }),
						id: `${id}/2`,
						actor: id,
					},
					key,
				),
			).toBe(202)
		})
	})

	it("ends with an actor, who does not come back with an old key", async () => {
		const dora = victim.person("dora", { ownKey: true })
		await stage.join(dora)
		const { note } = await shared(dora)
		forge(dora.id, "", { status: 410 })
		expect(await send(dora, activity(dora, "Delete", { id: dora.id, type: "Person" }))).toBe(202)
		await stage.settled()
		expect(await stage.isMember(dora)).toBe(false)
		expect((await stage.post(note.id))?.deleted).toBe(true)
		await stage.withoutEffect(async () => {
			expect(await send(dora, stage.note(dora).create)).toBe(202)
			expect(await send(dora, activity(dora, "Follow", stage.tea.id))).toBe(202)
		})
	})
})

describe("too much of something", () => {
	it("DOS-10 is cut to what is kept, or not kept", async () => {
		const { note, create } = stage.note(stage.bob, {
			name: `${"😀".repeat(3000)}`,
			summary: "s".repeat(21_000),
			content: `<p>${"c".repeat(200_000)}</p>`,
			attachment: Array.from({ length: 33 }, (_, n) => ({
				type: "Image",
				url: `${stage.bob.peer.origin}/${n}.png`,
				mediaType: "image/png",
				name: "a".repeat(10_001),
			})),
			tag: Array.from({ length: 1000 }, (_, n) => ({
				type: "Mention",
				href: `${evil.origin}/users/m${n}`,
				name: `@m${n}`,
			})),
		})
		const before = evil.requests.length
		expect(await send(stage.bob, create)).toBe(202)
		await stage.settled()
		const [row] = await stage.rows(
			sql`select length(title) as title, length(content_warning) as warning, length(html) as html, attachments from posts where uri = ${note.id}`,
		)
		expect(row!.title).toBeLessThanOrEqual(200)
		expect(row!.warning).toBeLessThanOrEqual(500)
		expect(row!.html).toBeLessThanOrEqual(100_100)
		expect(row!.attachments).toHaveLength(16)
		expect(row!.attachments[0].alt).toHaveLength(1500)
		// DOS-27: nobody mentioned is looked up.
		expect(evil.requests.length).toBe(before)
		await stage.control()
	})

	const bombs: Record<string, string> = {
		mentions: `@${"a.".repeat(50_000)}`,
		brackets: "[".repeat(50_000),
		stars: "*".repeat(50_000),
		hashes: "#".repeat(50_000),
		address: `http://${"a".repeat(100_000)}`,
		"nested links": `${"[".repeat(20_000)}x${"](y)".repeat(20_000)}`,
		"open tags": "<a ".repeat(30_000),
		"open breaks": "<br".repeat(30_000),
		"deep tags": "<b>".repeat(30_000),
		"closed tags": "</p".repeat(30_000),
		entities: "&".repeat(100_000),
		comments: "<!--".repeat(25_000),
		spaces: `${" ".repeat(100_000)}x`,
	}
	it("DOS-12 costs little, in the words, the title and everywhere", async () => {
		for (const bomb of Object.values(bombs))
			for (const change of [
				{ content: bomb },
				{ content: bomb, mediaType: "text/markdown" },
				{ name: bomb, summary: bomb, attachment: [{ type: "Image", url: stage.tea.id, name: bomb }] },
			]) {
				const { create } = stage.note(stage.bob, change)
				expect(await send(stage.bob, create)).toBe(202)
			}
		// Not a measure of speed: what explodes takes minutes.
		await stage.settled(60_000)
		await stage.control()
	}, 120_000)

	const shapes: unknown[] = [
		null,
		7,
		true,
		"",
		"x",
		[],
		{},
		[[]],
		[null],
		{ "@value": 7 },
		{ id: 7 },
		{ id: null },
		{ type: 7 },
		[{ type: [7] }],
		{ href: {} },
	]
	it("DOS-07 is nothing that a strange shape brings about in any field", async () => {
		const tried = async (activities: Json[]) => {
			// Not so many at once that a busy server would ask for patience.
			for (let from = 0; from < activities.length; from += 30)
				for (const status of await Promise.all(
					activities.slice(from, from + 30).map((each) => send(stage.bob, each)),
				))
					expect([202, 400]).toContain(status)
			await stage.settledSooner()
		}
		const inside =
			`to cc tag attachment attributedTo url content contentMap name summary language published updated inReplyTo
			type id mediaType sensitive replies duration image`.split(/\s+/)
		await tried(
			inside.flatMap((field, nth) =>
				someOf(shapes, 4, nth).map((shape) =>
					activity(stage.bob, "Create", { ...stage.note(stage.bob).note, [field]: shape }),
				),
			),
		)
		const around = [
			"object",
			"to",
			"cc",
			"audience",
			"target",
			"tag",
			"published",
			"signature",
			"proof",
			"@context",
		]
		await tried(
			around.flatMap((field, nth) =>
				someOf(shapes, 4, nth).map((shape) => ({ ...stage.note(stage.bob).create, [field]: shape })),
			),
		)
		for (const [nth, type] of ["Update", "Delete", "Undo", "Follow", "Accept"].entries()) {
			await tried(someOf(shapes, 3, nth).map((shape) => activity(stage.bob, type, shape)))
			await tried(
				someOf(shapes, 3, nth + 1).map((shape) =>
					activity(stage.bob, type, { type: "Follow", actor: shape, object: shape, id: shape }),
				),
			)
		}
		expect(await stage.rows(sql`select type, outcome from inbox where state = 'set_aside'`)).toEqual([])
		expect(stage.snug.output()).not.toMatch(/\[(ERR|FTL)\]/)
		await stage.join(stage.bob)
		await stage.control()
	}, 120_000)
})
