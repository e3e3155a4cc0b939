import { randomUUID } from "node:crypto"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { exchange } from "../support/peer/exchange.ts"
import { type Json, type Peer, type Person, PUBLIC } from "../support/peer.ts"
import { Stage } from "../support/stage.ts"

let stage: Stage
let other: Peer
/** Follows the group too, from another server. */
let mia: Person

/** What a peer serves at addresses of its own making, beside what its people wrote. */
const served = new Map<string, Json | number>()
/** The addresses that were asked for, in their order. */
const asked: string[] = []
const serve = (peer: Peer, path: string, document: Json | number): string => {
	served.set(`${peer.origin}${path}`, document)
	return `${peer.origin}${path}`
}
const serving = (peer: Peer) =>
	peer.behave(({ method, path }) => {
		const found = served.get(`${peer.origin}${path}`)
		if (method !== "GET" || found === undefined) return undefined
		asked.push(`${peer.origin}${path}`)
		if (typeof found === "number") return { status: found }
		const headers = { "content-type": "application/activity+json" }
		return { status: 200, headers, body: JSON.stringify(found) }
	})
const askedFor = (...notes: Json[]): number[] =>
	notes.map((note) => asked.filter((uri) => uri === note.id).length)

/** A public note that its server serves, and nobody was sent. */
const unsent = (author: Person, change: Json = {}): Json => {
	const path = `/unsent/${randomUUID()}`
	const id = `${author.peer.origin}${path}`
	const content = `<p>Unsent ${randomUUID()}</p>`
	const published = new Date().toISOString()
	const note = {
		id,
		type: "Note",
		attributedTo: author.id,
		to: [PUBLIC],
		cc: [],
		content,
		published,
		...change,
	}
	serve(author.peer, path, { "@context": "https://www.w3.org/ns/activitystreams", ...note })
	return note
}
const heard = (...said: Parameters<Stage["hear"]>) => stage.hear(...said)
/** Somebody answers in public and names the group; the reply arrives. */
const answer = async (person: Person, inReplyTo: string, change: Json = {}): Promise<Json> => {
	const { note, create } = stage.note(person, { inReplyTo, ...change })
	await heard(person, create)
	return note
}
const begun = async (person: Person): Promise<Json> => {
	const { note, create } = stage.note(person)
	await heard(person, create)
	return note
}
const threadOf = async (uri: string): Promise<string> =>
	(await stage.rows<{ thread_id: string }>(sql`select thread_id from posts where uri = ${uri}`))[0]!.thread_id
const outcomeOf = async (note: Json): Promise<string | undefined> =>
	(await stage.outcomes(`${note.id}/activity`)).at(-1)

beforeAll(async () => {
	stage = await Stage.open()
	other = await stage.peer("mastodon")
	mia = other.person("mia", { ownKey: true })
	await stage.join(mia)
	await Promise.all([serving(other), serving(stage.bob.peer)])
})
afterAll(() => stage?.close())

describe("a reply whose parents are missing", () => {
	it("is taken with them, each read at its own origin and once", async () => {
		const first = await begun(stage.bob)
		const second = unsent(stage.eve, { inReplyTo: first.id })
		const third = unsent(mia, { inReplyTo: { type: "Note", id: second.id } })
		const fourth = await answer(stage.eve, third.id)
		for (const note of [second, third, fourth]) expect(await stage.sharedIn(note.id)).toEqual(["tea"])
		expect((await stage.post(third.id))?.author).toBe(mia.id)
		for (const note of [second, third, fourth]) expect(await threadOf(note.id)).toBe(await threadOf(first.id))
		expect(askedFor(second, third)).toEqual([1, 1])
	})

	it("is taken with a beginning that was meant for the group and went astray", async () => {
		const lost = unsent(mia, { cc: [stage.tea.id] })
		const reply = await answer(stage.bob, lost.id)
		expect(await stage.sharedIn(lost.id)).toEqual(["tea"])
		expect(await threadOf(reply.id)).toBe(await threadOf(lost.id))
		// What arrives after all is known.
		await heard(mia, {
			id: `${lost.id}/activity`,
			type: "Create",
			actor: mia.id,
			to: lost.to,
			cc: lost.cc,
			object: lost,
		})
		expect(await stage.rows(sql`select 1 from posts where uri = ${lost.id}`)).toHaveLength(1)
	})

	it("is passed over when they lead to no group here, and a storm of such asks once", async () => {
		const stranger = unsent(other.person("sam"))
		const between = unsent(mia, { inReplyTo: stranger.id })
		await stage.withoutEffect(async () => {
			for (let n = 0; n < 3; n++)
				expect(await outcomeOf(await answer(stage.bob, between.id))).toMatch(/^ignored: .*no group/)
		})
		expect(askedFor(stranger, between)).toEqual([1, 1])
	})

	it("is passed over when what it answers is not for everyone, or forged, or no post", async () => {
		const followers = unsent(mia, { to: [`${mia.id}/followers`], cc: [stage.tea.id] })
		const forged = unsent(mia, { attributedTo: stage.eve.id, cc: [stage.tea.id] })
		const shared = unsent(mia, { attributedTo: [mia.id, stage.eve.id], cc: [stage.tea.id] })
		const collection = unsent(mia, { type: "Collection", cc: [stage.tea.id] })
		await stage.withoutEffect(async () => {
			for (const parent of [followers, forged, shared, collection]) await answer(stage.bob, parent.id)
		})
		for (const parent of [followers, forged, shared, collection])
			expect(await stage.post(parent.id)).toBeUndefined()
	})

	it("is not followed in circles, nor up without end", async () => {
		const [one, two] = ["/circle/1", "/circle/2"].map((path) => `${other.origin}${path}`)
		serve(other, "/circle/1", { ...unsent(mia), id: one, inReplyTo: two })
		serve(other, "/circle/2", { ...unsent(mia), id: two, inReplyTo: one })
		for (let n = 0; n < 60; n++)
			serve(other, `/stairs/${n}`, {
				...unsent(mia),
				id: `${other.origin}/stairs/${n}`,
				inReplyTo: `${other.origin}/stairs/${n + 1}`,
			})
		await stage.withoutEffect(async () => {
			await answer(stage.bob, one!)
			await answer(stage.bob, `${other.origin}/stairs/0`)
		})
		const stairs = asked.filter((uri) => uri.includes("/stairs/"))
		expect(stairs).toHaveLength(20)
		expect(asked.filter((uri) => uri.includes("/circle/"))).toHaveLength(2)
	})

	it("asks nobody when it names nobody here", async () => {
		const parent = unsent(mia)
		await stage.withoutEffect(async () => {
			const { create } = stage.note(stage.bob, { inReplyTo: parent.id, cc: [] }, { cc: [] })
			await heard(stage.bob, create)
		})
		expect(askedFor(parent)).toEqual([0])
	})

	it("is subject to the group's policy, and so is each parent; who wrote none of it to the group is not told", async () => {
		const first = await begun(stage.bob)
		const sam = other.person("sam-who-follows-nobody")
		const uninvited = unsent(sam, { inReplyTo: first.id })
		await stage.withoutEffect(async () => {
			await answer(stage.eve, uninvited.id)
		})
		expect(await stage.post(uninvited.id)).toBeUndefined()
	})

	it("keeps its place by its conversation when what it answers is gone (FEP-7888)", async () => {
		const first = await begun(stage.bob)
		const thread = `${stage.snug.origin}/ap/threads/${await threadOf(first.id)}`
		const gone = serve(other, `/gone/${randomUUID()}`, 410)
		const reply = await answer(mia, gone, { context: thread })
		expect(await threadOf(reply.id)).toBe(await threadOf(first.id))
		const above = unsent(stage.eve, { inReplyTo: gone, context: { type: "Collection", id: thread } })
		const below = await answer(mia, above.id)
		for (const note of [above, below]) expect(await threadOf(note.id)).toBe(await threadOf(first.id))
		const unlinked = await answer(mia, "", { inReplyTo: null, context: thread })
		expect(await threadOf(unlinked.id)).toBe(await threadOf(first.id))
		const [kept] = await stage.rows(sql`select context_uri from posts where uri = ${unlinked.id}`)
		expect(kept!.context_uri).toBe(thread)
		for (const context of [`${stage.snug.origin}/ap/threads/${randomUUID()}`, `${thread}/x`, "tag:x", 7]) {
			const alone = await answer(mia, "", { inReplyTo: null, context })
			expect(await threadOf(alone.id)).not.toBe(await threadOf(first.id))
		}
	})
})

describe("a conversation that began elsewhere", () => {
	const told = async (
		shape: (uris: string[], at: (part: string) => string) => Json,
		field: "context" | "replies",
	) => {
		const place = `/threads/${randomUUID()}`
		const at = (part: string) => `${other.origin}${place}${part}`
		const path = `/unsent/${randomUUID()}`
		const first = { ...unsent(mia, { cc: [stage.tea.id] }), id: `${other.origin}${path}`, [field]: at("") }
		serve(other, path, first)
		await heard(mia, {
			id: `${first.id}/activity`,
			type: "Create",
			actor: mia.id,
			to: first.to,
			cc: first.cc,
			object: first,
		})
		const early = unsent(stage.eve, { inReplyTo: first.id, published: "2026-01-01T00:00:00Z" })
		const later = unsent(mia, { inReplyTo: early.id, published: "2026-01-02T00:00:00Z" })
		const uninvited = unsent(other.person("sam"), { inReplyTo: first.id })
		const forged = unsent(mia, { attributedTo: stage.eve.id, inReplyTo: first.id })
		const uris = [later, first, early, uninvited, forged].map(({ id }) => id as string)
		for (const [part, json] of Object.entries(shape(uris, at)))
			serve(other, `${place}${part}`, { id: at(part), ...json })
		await answer(stage.bob, first.id)
		for (const note of [early, later]) expect(await stage.sharedIn(note.id)).toEqual(["tea"])
		for (const note of [uninvited, forged]) expect(await stage.post(note.id)).toBeUndefined()
		await answer(stage.bob, first.id)
		expect(askedFor({ id: at("") })).toEqual([1])
	}

	it("is completed from its own collection, once, at the first answer", async () => {
		await told((uris) => ({ "": { type: "OrderedCollection", orderedItems: uris } }), "context")
	})

	it("or from the answers its first post lists, page by page", async () => {
		await told(
			(uris, at) => ({
				"": {
					type: "Collection",
					first: { type: "CollectionPage", items: uris.slice(0, 1), next: at("/2") },
				},
				"/2": { type: "CollectionPage", items: uris.slice(1).map((id) => ({ id, type: "Note" })) },
			}),
			"replies",
		)
	})

	it("is served as a collection of what everybody may read", async () => {
		const first = await begun(stage.bob)
		const reply = await answer(stage.eve, first.id)
		const taken = await answer(stage.eve, first.id)
		await heard(stage.eve, {
			id: `${taken.id}#delete`,
			type: "Delete",
			actor: stage.eve.id,
			to: [PUBLIC],
			object: taken.id,
		})
		const uri = `${stage.snug.origin}/ap/threads/${await threadOf(first.id)}`
		const response = await exchange("GET", uri, { accept: "application/activity+json" })
		expect(JSON.parse(response.bytes.toString())).toMatchObject({
			id: uri,
			type: "OrderedCollection",
			attributedTo: stage.tea.id,
			totalItems: 2,
			orderedItems: [first.id, reply.id],
		})
		const none = `${stage.snug.origin}/ap/threads/${randomUUID()}`
		expect((await exchange("GET", none, { accept: "application/activity+json" })).status).toBe(404)
	})
})
