import { randomUUID } from "node:crypto"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, it } from "vitest"
import { findActorByUri } from "../../db/actors.ts"
import { findGroup } from "../../db/groups.ts"
import { findPostByUri } from "../../db/posts.ts"
import { createGroup } from "../../src/groups/create-group.ts"
import { followAsGroup } from "../../src/groups/follow-as-group.ts"
import { followIn } from "../../src/groups/follow-group.ts"
import { followMoved } from "../../src/groups/follow-moved.ts"
import type { Group } from "../../src/groups/group.ts"
import { banMember } from "../../src/moderation/ban-member.ts"
import { changeFilter } from "../../src/moderation/change-filter.ts"
import { takeOutPost } from "../../src/moderation/take-out-post.ts"
import type { Actor } from "../../src/people/actor.ts"
import { type Written, writePost } from "../../src/posts/write-post.ts"
import { exchange } from "../support/peer/exchange.ts"
import { type Json, type Peer, type Person, PUBLIC, startPeer } from "../support/peer.ts"
import { type House, openHouse } from "./house.ts"

// What is near to the cases of the list: the same wrong by another door, in another order, or by a group's word.
let house: House
let peer: Peer
let bob: Person
let evil: Peer
let mallory: Person
const groups: Record<string, Person> = {}
/** What the evil server serves in place of its own, and every address it was asked for. */
let serve: (path: string) => Json | undefined = () => undefined
let asked: string[] = []

const context = "https://www.w3.org/ns/activitystreams"
const said = (actor: Person, type: string, object: unknown, more: Json = {}): Json => ({
	"@context": context,
	id: `${actor.peer.origin}/did/${randomUUID()}`,
	type,
	actor: actor.id,
	to: [PUBLIC],
	object,
	...more,
})
const hear = async (by: Person, activity: Json): Promise<string> => {
	expect((await by.send(activity, { to: house.inbox })).status).toBe(202)
	await house.settled()
	const [row] = await house.rows(sql`select outcome from inbox where activity_uri = ${activity.id}`)
	return row?.outcome ?? ""
}
const known = async (uri: string): Promise<Actor> => (await findActorByUri(house.world.db, uri))!
const follow = (person: Person, group: { uri: string }) => hear(person, said(person, "Follow", group.uri))
const get = async (address: string) => {
	const { pathname } = new URL(address)
	const answer = await exchange("GET", `http://127.0.0.1:${house.port}${pathname}`, {
		accept: "application/activity+json",
	})
	return { status: answer.status, text: answer.bytes.toString() }
}
const written = async (change: Partial<Parameters<typeof writePost>[1]> = {}): Promise<Written> => {
	const author = await house.ana()
	const words = { author, group: house.tea, title: null, text: `Words ${randomUUID()}`, inReplyTo: null }
	const result = await writePost(house.world, { ...words, ...change })
	if (!result.ok) throw new Error(result.reason)
	await house.settled()
	return result.value
}
const count = async (query: ReturnType<typeof sql>): Promise<number> =>
	Number((await house.rows<{ n: string }>(query))[0]!.n)

beforeAll(async () => {
	house = await openHouse()
	peer = await startPeer({ software: "mastodon" })
	bob = peer.person("bob", { ownKey: true })
	evil = await startPeer({ software: "mastodon" })
	mallory = evil.person("mallory", { ownKey: true })
	groups.evil = evil.person("eg", { type: "Group", ownKey: true })
	groups.honest = peer.person("news", { type: "Group", ownKey: true })
	await evil.behave(({ method, path }) => {
		if (method === "GET") asked.push(path)
		const document = method === "GET" ? serve(path) : undefined
		return (
			document && {
				status: 200,
				headers: { "content-type": "application/activity+json" },
				body: JSON.stringify(document),
			}
		)
	})
	for (const group of [house.tea, house.books]) await follow(bob, group)
	for (const group of [groups.evil!, groups.honest!]) {
		await hear(group, said(group, "Like", "http://localhost:9/nothing"))
		const target = await known(group.id)
		await house.world.db.transaction((tx) =>
			followAsGroup(house.world, tx, { group: house.tea, target, by: "operator" }),
		)
	}
	house.world.wake()
})
afterAll(async () => {
	await Promise.all([peer?.stop(), evil?.stop()])
	await house?.close()
})

/** Posts that answer each other without end, each by somebody nobody has met. */
const endless = (path: string): Json | undefined => {
	const [, kind, line, level] = /^\/(n|u)\/(\w+)\/(\d+)$/.exec(path) ?? []
	if (!kind) return undefined
	const id = evil.origin + path
	const author = `${evil.origin}/u/${line}/${level}`
	const { publicKey } = mallory.actor
	if (kind === "u")
		return {
			"@context": context,
			id,
			type: "Person",
			preferredUsername: `u${line}x${level}`,
			inbox: `${id}/inbox`,
			publicKey: { ...publicKey, id: `${id}#main-key`, owner: id },
		}
	const inReplyTo = `${evil.origin}/n/${line}/${Number(level) + 1}`
	const where = { to: [PUBLIC], cc: [groups.evil!.id] }
	return { "@context": context, id, type: "Note", attributedTo: author, content: "More", inReplyTo, ...where }
}

it("makes few requests for a list of posts that lead ever further", async () => {
	serve = endless
	asked = []
	const list = Array.from({ length: 20 }, (_, line) => `${evil.origin}/n/a${line}/0`)
	await hear(groups.evil!, said(groups.evil!, "Announce", list))
	await house.pass(2_000)
	await house.settled()
	expect(asked.length).toBeGreaterThan(5)
	expect(asked.length).toBeLessThanOrEqual(25)
})

it("makes few requests for an answer to a conversation without end, however often it is tried", async () => {
	serve = endless
	asked = []
	const { create } = house.note(mallory, { inReplyTo: `${evil.origin}/n/chain/0` })
	await hear(mallory, create)
	for (const wait of [2_000, 3_000, 5_000, 9_000]) {
		await house.pass(wait)
		await house.settled()
	}
	expect(asked.length).toBeGreaterThan(5)
	expect(asked.length).toBeLessThanOrEqual(25)
})

it("makes few requests for a conversation that lists what is not known here", async () => {
	const { note, create } = house.note(mallory, { context: `${evil.origin}/thread` })
	await follow(mallory, house.tea)
	await hear(mallory, create)
	const items = Array.from({ length: 60 }, (_, line) => `${evil.origin}/n/t${line}/0`)
	const page = (id: string, more: Json) => ({
		"@context": context,
		id: evil.origin + id,
		type: "Collection",
		items,
		...more,
	})
	serve = (path) =>
		path === new URL(note.id).pathname
			? note
			: path.startsWith("/thread")
				? page(path, { next: `${evil.origin}${path}0` })
				: endless(path)
	asked = []
	await hear(bob, house.note(bob, { inReplyTo: note.id }).create)
	serve = () => undefined
	expect(asked.length).toBeGreaterThan(5)
	expect(asked.length).toBeLessThanOrEqual(25)
})

it("shows no new words where the group does not take them, though another group does", async () => {
	const carl = peer.person("carl", { ownKey: true })
	for (const group of [house.tea, house.books]) await follow(carl, group)
	const { note, create } = house.note(carl, { cc: [house.tea.uri, house.books.uri] })
	await hear(carl, create)
	expect(await house.sharedIn(note.id)).toEqual(["books", "tea"])
	const person = await known(carl.id)
	await house.world.db.transaction((tx) =>
		banMember(house.world, tx, { groupId: house.tea.id, person, by: "operator", reason: "", until: null }),
	)
	const update = (content: string) =>
		said(carl, "Update", { ...note, content, updated: new Date().toISOString() }, { cc: note.cc })
	expect(await hear(carl, update("<p>Abuse</p>"))).toBe("edited")
	expect(await house.sharedIn(note.id)).toEqual(["books"])
	const acts = sql`select count(*) as n from events e join posts p on p.id = e.post_id
		where p.uri = ${note.id} and e.type = 'post-suspended' and e.group_id = ${house.tea.id}`
	expect(await count(acts)).toBe(1)
	expect(await hear(carl, update("<p>Abuse again</p>"))).toBe("edited")
	expect(await count(acts)).toBe(1)
})

it("keeps what one group that is followed shares, when another takes it out", async () => {
	const { note } = house.note(bob, { cc: [groups.honest!.id] })
	bob.kept.set(note.id, { note, create: {}, inboxes: new Set() })
	await hear(groups.honest!, said(groups.honest!, "Announce", note.id))
	await hear(groups.evil!, said(groups.evil!, "Announce", note.id))
	expect(await house.sharedIn(note.id)).toEqual(["eg", "news", "tea"])
	expect(await hear(groups.evil!, said(groups.evil!, "Undo", said(groups.evil!, "Announce", note.id)))).toBe(
		"taken out",
	)
	expect(await house.sharedIn(note.id)).toEqual(["news", "tea"])
	await hear(groups.honest!, said(groups.honest!, "Undo", said(groups.honest!, "Announce", note.id)))
	expect(await house.sharedIn(note.id)).toEqual([])
})

it("has nobody here follow a group because that names them its moderator", async () => {
	const ana = await house.ana()
	const target = `${groups.evil!.id}/moderators`
	const isIn = () =>
		count(sql`select count(*) as n from members m join actors g on g.id = m.group_id
		where g.uri = ${groups.evil!.id} and m.actor_id = ${ana.id}`)
	for (const type of ["Add", "Remove"]) {
		await hear(groups.evil!, said(groups.evil!, "Announce", said(mallory, type, ana.uri, { target })))
		expect(await isIn()).toBe(0)
	}
	const group = await known(groups.evil!.id)
	await house.world.db.transaction((tx) => followIn(house.world, tx, { person: ana, group }))
	expect(
		await hear(groups.evil!, said(groups.evil!, "Announce", said(mallory, "Add", ana.uri, { target }))),
	).toBe("noted")
})

it("gives out no activity that holds words which are taken out, deleted or edited since", async () => {
	const { note, create } = house.note(bob)
	await hear(bob, create)
	const wordy = async (): Promise<string[]> =>
		(await house.rows(sql`select activity_uri from log where object_uri = ${note.id} order by position`)).map(
			(row) => row.activity_uri,
		)
	const [boost, announce] = await wordy()
	expect((await get(announce!)).text).toContain(note.content)
	await hear(
		bob,
		said(bob, "Update", { ...note, content: "<p>Better words</p>", updated: new Date().toISOString() }),
	)
	expect((await get(announce!)).status).toBe(404)
	expect((await get(boost!)).status).toBe(200)
	const update = (await wordy()).at(-1)!
	expect((await get(update)).text).toContain("Better words")
	const post = (await findPostByUri(house.world.db, note.id))!
	const deed = { groupId: house.tea.id, postId: post.id, by: "operator", reason: "" } as const
	await house.world.db.transaction((tx) => takeOutPost(house.world, tx, "remove", deed))
	house.world.wake()
	await house.settled()
	for (const address of [boost!, announce!, update]) expect((await get(address)).status).toBe(404)
	const undo = (await wordy()).at(-1)!
	expect((await get(undo)).status).toBe(200)
})

it("passes on no thing of another server that somebody packs into a gesture", async () => {
	const post = await written()
	const forged = {
		id: post.uri,
		type: "Note",
		attributedTo: (await house.ana()).uri,
		content: "<p>I never said that</p>",
	}
	expect(await hear(bob, said(bob, "Like", forged))).toBe("reacted")
	const bodies = await house.rows(
		sql`select convert_from(body, 'UTF8') as body from log where object_uri = ${post.uri}`,
	)
	expect(bodies.length).toBeGreaterThan(1)
	for (const { body } of bodies) expect(body).not.toContain("I never said that")
	const { create } = house.note(bob, { inReplyTo: { ...forged } })
	expect(await hear(bob, create)).toBe("accept in tea")
	const all = await count(
		sql`select count(*) as n from log where convert_from(body, 'UTF8') like '%never said%'`,
	)
	expect(all).toBe(0)
})

it("passes on the words that were found and judged, not others that come with the Create later", async () => {
	const dan = peer.person("dan", { ownKey: true })
	const { note, create } = house.note(dan, { content: "<p>Found words</p>" })
	dan.kept.set(note.id, { note, create, inboxes: new Set() })
	await follow(dan, house.tea)
	await hear(bob, house.note(bob, { inReplyTo: note.id }).create)
	expect(await house.sharedIn(note.id)).toEqual(["tea"])
	await hear(dan, { ...create, object: { ...note, content: "<p>Smuggled words</p>" } })
	const said = (words: string) =>
		count(
			sql`select count(*) as n from log where object_uri = ${note.id} and convert_from(body, 'UTF8') like ${`%${words}%`}`,
		)
	expect(await said(create.id as string)).toBe(1)
	expect(await said("Smuggled")).toBe(0)
	expect((await get(`${house.tea.uri}/outbox`)).text).not.toContain("Smuggled")
})

it("reads the options of a poll as closely as the rest of it", async () => {
	const words = {
		groupId: house.tea.id,
		word: "casino",
		effect: "refuse",
		by: "operator",
		reason: "",
	} as const
	await house.world.db.transaction((tx) => changeFilter(house.world, tx, words))
	const options = ["tea", "Casino!"].map((name) => ({
		type: "Note",
		name,
		replies: { type: "Collection", totalItems: 0 },
	}))
	const { create } = house.note(bob, { type: "Question", oneOf: options })
	expect(await hear(bob, create)).toBe("refuse in tea")
	const honest = house.note(bob, { type: "Question", oneOf: options.slice(0, 1) })
	expect(await hear(bob, honest.create)).toBe("accept in tea")
	const more = { ...honest.note, oneOf: options, updated: new Date().toISOString() }
	expect(await hear(bob, said(bob, "Update", more))).toMatch(/^ignored/)
})

it("gives no answer about a post that whoever asks may not see", async () => {
	const post = await written()
	const ask = () => said(bob, "QuoteRequest", post.uri, { instrument: `${bob.id}/statuses/${randomUUID()}` })
	expect(await hear(bob, ask())).toBe("quote allowed")
	const deed = { groupId: house.tea.id, postId: post.id, by: "operator", reason: "" } as const
	await house.world.db.transaction((tx) => takeOutPost(house.world, tx, "hold", deed))
	expect(await hear(bob, ask())).toMatch(/^ignored/)
})

it("gives somebody so many permissions to quote one post, and no more", async () => {
	const post = await written()
	const outcomes = new Set<string>()
	for (let index = 0; index < 21; index++)
		outcomes.add(
			await hear(
				bob,
				said(bob, "QuoteRequest", post.uri, { instrument: `${bob.id}/statuses/${randomUUID()}` }),
			),
		)
	expect([...outcomes]).toEqual(["quote allowed", "quote refused"])
})

const den = async (): Promise<Group> => {
	const made = await createGroup(house.world, { handle: "den", name: "den", ownerId: (await house.ana()).id })
	if (!made.ok) throw new Error(made.reason)
	await follow(bob, made.value)
	await house.rows(sql`update groups set visibility = 'private' where actor_id = ${made.value.id}`)
	return (await findGroup(house.world.db, made.value.id))!
}

it("lets a stranger leave no trace in a private group, and learn nothing of it", async () => {
	const group = await den()
	const post = await written({ group })
	const traces = () =>
		count(sql`select (select count(*) from reactions r where r.post_id = ${post.id})
		+ (select count(*) from events where group_id = ${group.id} and type in ('author-told', 'post-reacted', 'quote-refused')) as n`)
	expect(await hear(mallory, said(mallory, "Like", post.uri))).toMatch(/^ignored/)
	expect(await hear(mallory, said(mallory, "Announce", post.uri))).toMatch(/^ignored/)
	expect(
		await hear(mallory, said(mallory, "QuoteRequest", post.uri, { instrument: `${mallory.id}/statuses/1` })),
	).toMatch(/^ignored/)
	const note = house.note(
		mallory,
		{ inReplyTo: post.uri, to: [group.uri], cc: [] },
		{ to: [group.uri], cc: [] },
	)
	await hear(mallory, note.create)
	expect(await house.sharedIn(note.note.id)).toEqual([])
	expect(await traces()).toBe(0)
	for (const list of ["followers", "moderators", "outbox", "featured"])
		expect(JSON.parse((await get(`${group.uri}/${list}`)).text)).toMatchObject({
			totalItems: 0,
			orderedItems: [],
		})
})

it("has no group follow by a move what it keeps out, and nobody move on and on", async () => {
	const there = evil.person("eg2", { type: "Group", ownKey: true })
	await hear(there, said(there, "Like", "http://localhost:9/nothing"))
	const [from, to] = [await known(groups.evil!.id), await known(there.id)]
	const follows = (uri: string) =>
		count(sql`select count(*) as n from members m join actors g on g.id = m.group_id
		where g.uri = ${uri} and m.actor_id = ${house.tea.id}`)
	await house.world.db.transaction(async (tx) => {
		await banMember(house.world, tx, {
			groupId: house.tea.id,
			person: to,
			by: "operator",
			reason: "",
			until: null,
		})
		await followMoved(house.world, tx, { from, to })
	})
	expect([await follows(from.uri), await follows(to.uri)]).toEqual([1, 0])

	const ends = [bob, peer.person("bob2", { ownKey: true })] as const
	const names = ends.map(({ id }) => id)
	let at = 0
	await peer.behave(({ method, path }) => {
		const end = method === "GET" ? names.indexOf(peer.origin + path) : -1
		if (end < 0) return undefined
		const document = {
			...ends[end]!.actor,
			alsoKnownAs: names,
			...(end === at ? { movedTo: names[1 - end] } : {}),
		}
		return {
			status: 200,
			headers: { "content-type": "application/activity+json" },
			body: JSON.stringify(document),
		}
	})
	const move = () => hear(ends[at]!, said(ends[at]!, "Move", names[at], { target: names[1 - at] }))
	expect(await move()).toBe("moved")
	at = 1
	await follow(ends[1], house.tea)
	expect(await move()).toMatch(/^ignored/)
	await peer.behave("ok")
})
