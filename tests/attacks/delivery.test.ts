import { randomUUID } from "node:crypto"
import { sql } from "drizzle-orm"
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest"
import { eventually } from "../support/eventually.ts"
import { type Json, type Peer, type Person, PUBLIC, type Received, startPeer } from "../support/peer.ts"
import { large } from "../support/size.ts"
import { type House, openHouse, type Signer } from "./house.ts"
import { written } from "./limits.ts"

// What tests/federation and tests/stories do not hold already; README.md says where each case is.
const minute = 60_000
const hour = 60 * minute
const lifeCount = large ? 30 : 10
let house: House
let bob: Person
let me: Signer
let tea: Json
const peers: Peer[] = []
const asSigner = (person: Person): Signer => ({
	id: person.id,
	keyId: person.keyId,
	key: person.keys.privateKey,
})

const newPeer = async (software = "mastodon", options = {}): Promise<Peer> => {
	const peer = await startPeer({ software, now: () => house.now(), ...options })
	peers.push(peer)
	return peer
}
const follower = async (software = "mastodon", options = {}): Promise<Person> => {
	const person = (await newPeer(software, options)).person("ann", { ownKey: true })
	tea ??= await person.lookUp(`@tea@localhost:${house.port}`)
	await person.follow(tea)
	await eventually(() => expect(person.follows(tea.id)).toBe(true))
	return person
}
const said = (actor: { id: string }, type: string, object: unknown, more: Json = {}): Json => ({
	"@context": "https://www.w3.org/ns/activitystreams",
	id: `${actor.id}/activities/${randomUUID()}`,
	type,
	actor: actor.id,
	to: [PUBLIC],
	object,
	...more,
})
const announced = (peer: Peer, id: string): Received[] =>
	peer.received.filter(
		({ json }) => json.type === "Announce" && (json.object === id || json.object?.object?.id === id),
	)
/** A post of Bob's, shared by tea. */
const share = async (): Promise<string> => (await house.control(me)).id
/** Everything is done that can be done now. */
const quiet = async () => {
	await house.settled()
	await eventually(async () => {
		const now = house.now().toISOString()
		const waiting = await house.rows(sql`select c.host from cursors c join groups g on g.actor_id = c.group_id
			left join hosts h on h.host = c.host where c.closed_at is null and c.position < g.log_position
			and (c.next_try_at is null or c.next_try_at <= ${now}) and (h.next_try_at is null or h.next_try_at <= ${now})`)
		expect(waiting).toEqual([])
	}, 20_000)
}
const hostRow = async (peer: Peer) =>
	(
		await house.rows(sql`select failures, last_error, (extract(epoch from next_try_at) * 1000)::float8 as next
		from hosts where host = ${peer.host}`)
	)[0]
const asideFor = async (peer: Peer): Promise<string[]> =>
	(await house.rows(sql`select reason from undelivered where host = ${peer.host}`)).map(
		({ reason }) => reason,
	)
const leave = async (person: Person) => {
	await person.peer.behave("ok")
	await house.world.db.execute(sql`delete from cursors where host = ${person.peer.host}`)
}

beforeAll(async () => {
	house = await openHouse({ deadline: 2000 })
	bob = await follower()
	me = asSigner(bob)
	await bob.follow(await bob.lookUp(`@books@${new URL(tea.id).host}`))
	await eventually(() => expect(bob.follows(house.books.uri)).toBe(true))
})
afterAll(async () => {
	await house?.close()
	await Promise.all(peers.map((peer) => peer.stop()))
})
afterEach(async () => {
	// Whatever was tried, an honest post is shared, and those who take it have it.
	const id = await share()
	await eventually(() => expect(announced(bob.peer, id)).toHaveLength(1), 20_000)
})

describe("what comes twice, or in the wrong order", () => {
	it("DLV-01 is one post of each group and one Announce for each server, over two doors at once", async () => {
		const other = await follower("lemmy")
		const second = await house.again()
		const cc = [house.tea.uri, house.books.uri]
		const { note, create } = house.note(me, { cc }, { cc })
		const doors = [house.port, second.port]
		const all = await Promise.all(Array.from({ length: 50 }, (_, n) => house.post(me, create, doors[n % 2])))
		expect(all).toEqual(Array(50).fill(202))
		await quiet()
		await second.close()
		expect(await house.sharedIn(note.id)).toEqual(["books", "tea"])
		for (const [person, groups] of [
			[bob, 2],
			[other, 1],
		] as const) {
			const ids = () => announced(person.peer, note.id).map(({ json }) => `${json.actor} ${json.id}`)
			await eventually(() => expect(new Set(ids()).size).toBe(groups))
			expect(ids()).toHaveLength(groups)
		}
		const ids = await house.rows(sql`select distinct activity_uri from log where object_uri = ${note.id}`)
		expect(ids).toHaveLength(4)
		await leave(other)
	})

	it("DLV-03 an Undo before its Follow voids it, and no later one", async () => {
		const dora = asSigner(bob.peer.person("dora", { ownKey: true }))
		const [first, second] = [said(dora, "Follow", tea.id), said(dora, "Follow", tea.id)]
		const isMember = async () =>
			(
				await house.rows(
					sql`select 1 from members m join actors a on a.id = m.actor_id where a.uri = ${dora.id}`,
				)
			).length > 0
		for (const [activity, member] of [
			[said(dora, "Undo", first), false],
			[first, false],
			[second, true],
		] as const) {
			expect(await house.post(dora, activity)).toBe(202)
			await house.settled()
			expect(await isMember()).toBe(member)
		}
	})

	it(`DLV-05 a whole life in any order (${lifeCount} of the 5040, each on a post of its own) ends deleted, with nothing left over`, async () => {
		const dora = asSigner(bob.peer.person("dora", { ownKey: true }))
		// A generator with a seed, so that what fails can be looked at again.
		let seed = 20_261_121
		const chance = (below: number) => {
			seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
			return Math.floor((seed / 2_147_483_648) * below)
		}
		const shuffled = <T>(items: T[]): T[] => {
			const left = [...items]
			return items.map(() => left.splice(chance(left.length), 1)[0]!)
		}
		const lives = Array.from({ length: lifeCount }, () => {
			const { note, create } = house.note(me)
			const edit = (n: number) =>
				said(
					bob,
					"Update",
					{
						...note,
						content: `<p>Edit ${n}</p>`,
						updated: new Date(Date.now() - minute + n * 1000).toISOString(),
					},
					{ cc: note.cc },
				)
			const like = said(dora, "Like", note.id)
			const { "@context": _, ...liked } = like
			const steps: [Signer, Json][] = [
				[me, create],
				...[1, 2, 3].map((n): [Signer, Json] => [me, edit(n)]),
				[dora, like],
				[dora, said(dora, "Undo", liked)],
				[me, said(bob, "Delete", { id: note.id, type: "Tombstone" })],
			]
			return { id: note.id, steps: shuffled(steps) }
		})
		await Promise.all(
			lives.map(async ({ steps }) => {
				for (const [signer, activity] of steps) expect(await house.post(signer, activity)).toBe(202)
			}),
		)
		await quiet()
		for (const { id, steps } of lives) {
			const order = steps.map(([, { type }]) => type).join(" ")
			expect(await house.sharedIn(id), order).toEqual([])
			const left = await house.rows(
				sql`select p.html from posts p where p.uri = ${id} and (p.deleted_at is null or p.html <> '')`,
			)
			expect(left, order).toEqual([])
		}
		const uris = sql.join(
			lives.map(({ id }) => sql`${id}`),
			sql`, `,
		)
		expect(
			await house.rows(
				sql`select p.uri from reactions r join posts p on p.id = r.post_id where p.uri in (${uris})`,
			),
		).toEqual([])
		// Whoever follows has the removal after the last they heard of it.
		await quiet()
		for (const { id } of lives) {
			const heard = bob.peer.received.filter(({ json }) =>
				json.type === "Announce" ? json.object === id : json.object?.object === id,
			)
			expect(["Undo", undefined]).toContain(heard.at(-1)?.json.type)
		}
	}, 60_000)
})

describe("a server that does not take what it is sent", () => {
	const answers: [name: string, headers: Record<string, string>, least: number, most: number][] = [
		["seconds", { "retry-after": "7200" }, 2 * hour, 2 * hour],
		["a date", { "retry-after": "date" }, 3 * hour - minute, 3 * hour],
		["ten years", { "retry-after": "315360000" }, written.retryAfter, written.retryAfter],
		["less than nothing", { "retry-after": "-5" }, 1000, minute],
		["rubbish", { "retry-after": "soon, I hope" }, 1000, minute],
		["nothing", {}, 1000, minute],
	]
	for (const status of [429, 503])
		it(`DLV-09 is asked again when it says so after a ${status}, within six hours, and never at once`, async () => {
			const people = await Promise.all(answers.map(() => follower()))
			for (const [n, [, headers]] of answers.entries()) {
				const date = new Date(house.now().getTime() + 3 * hour).toUTCString()
				const said = headers["retry-after"] === "date" ? { "retry-after": date } : headers
				await people[n]!.peer.behave({ status, headers: said })
			}
			const began = house.now().getTime()
			const id = await share()
			await quiet()
			for (const [n, [name, , least, most]] of answers.entries()) {
				const { peer } = people[n]!
				expect(announced(peer, id), name).toHaveLength(1)
				const row = await hostRow(peer)
				expect(row!.failures, name).toBe(1)
				expect(row!.next - began, name).toBeGreaterThanOrEqual(least)
				expect(row!.next - house.now().getTime(), name).toBeLessThanOrEqual(most)
				await peer.behave("ok")
			}
			await house.pass(7 * hour)
			for (const { peer } of people)
				await eventually(() => expect(announced(peer, id)).toHaveLength(2), 20_000)
			for (const { peer } of people) {
				const bodies = announced(peer, id).map(({ bytes }) => bytes.toString())
				expect(bodies[0]).toBe(bodies[1])
			}
			for (const person of people) await leave(person)
		}, 60_000)

	it("DLV-10 that is gone for good is forgotten after it said so twice, and one that only lost an inbox is not", async () => {
		const personal = await follower("gotosocial")
		const [gone, missing] = [await follower(), await follower()]
		await personal.peer.behave(({ method }) => (method === "POST" ? { status: 410 } : undefined))
		await gone.peer.behave(({ method }) => (method === "POST" ? { status: 410 } : undefined))
		await missing.peer.behave(({ method }) => (method === "POST" ? { status: 404 } : undefined))
		const id = await share()
		await quiet()
		const closed = async (person: Person) =>
			(await house.rows(sql`select closed_at from cursors where host = ${person.peer.host}`)).map(
				({ closed_at }) => closed_at !== null,
			)
		for (const person of [personal, gone, missing]) expect(await closed(person)).toEqual([false])
		await house.pass(written.goneAgain + minute)
		await quiet()
		expect(await closed(personal)).toEqual([true])
		// Once is an accident: what answers 404 goes on being asked, and what came meanwhile is kept for it.
		expect(await closed(missing)).toEqual([false])
		await missing.peer.behave("ok")
		await house.pass(2 * hour)
		await eventually(
			() => expect(announced(missing.peer, id).some(({ answered }) => answered < 300)).toBe(true),
			20_000,
		)
		for (const person of [personal, gone, missing])
			expect(
				await house.rows(
					sql`select 1 from members m join actors a on a.id = m.actor_id where a.uri = ${person.id}`,
				),
			).toHaveLength(1)
		for (const person of [personal, gone, missing]) await leave(person)
	}, 60_000)

	it.each([400, 401, 403, 405, 413, 301])(
		"DLV-10 and answers %i is not asked ten times, and what it missed is kept with the reason",
		async (status) => {
			const person = await follower()
			await person.peer.behave(({ method }) =>
				method === "POST" ? { status, headers: { location: `${bob.peer.origin}/inbox` } } : undefined,
			)
			const before = person.peer.received.length
			await share()
			await quiet()
			for (let n = 0; n < 5 && (await asideFor(person.peer)).length === 0; n++) {
				await house.pass(7 * hour)
				await quiet()
			}
			expect(await asideFor(person.peer)).toEqual([`HTTP ${status}`])
			expect(person.peer.received.length - before).toBeLessThan(10)
			await leave(person)
		},
	)

	it("DLV-25 and asks us only twice is heard the second time: a 503 is no refusal", async () => {
		const dora = (await newPeer()).person("dora", { ownKey: true })
		const follow = said(dora, "Follow", tea.id)
		await dora.peer.behave(({ method }) => (method === "GET" ? "drop" : undefined))
		expect(await house.post(asSigner(dora), follow)).toBe(503)
		await dora.peer.behave("ok")
		await house.pass(2 * minute)
		expect(await house.post(asSigner(dora), follow)).toBe(202)
		await house.settled()
		expect(
			await house.rows(
				sql`select 1 from members m join actors a on a.id = m.actor_id where a.uri = ${dora.id}`,
			),
		).toHaveLength(1)
	})

	it("SIG-21 and cannot be asked for a key, by whatever trouble, is told to come again, and is heard two minutes later", async () => {
		const troubles: Record<string, Parameters<Peer["behave"]>[0]> = {
			down: "down",
			"an error": ({ method }) => (method === "GET" ? { status: 500 } : undefined),
			"a hang-up": ({ method }) => (method === "GET" ? "drop" : undefined),
		}
		for (const [name, conduct] of Object.entries(troubles)) {
			const dora = (await newPeer()).person("dora", { ownKey: true })
			const { note, create } = house.note(dora)
			await dora.peer.behave(conduct)
			expect(await house.post(asSigner(dora), create), name).toBe(503)
			expect(await house.post(asSigner(dora), create), name).toBe(503)
			await dora.peer.behave("ok")
			await house.pass(2 * minute)
			expect(await house.post(asSigner(dora), create), name).toBe(202)
			await house.settled()
			expect(
				(await house.rows(sql`select outcome from inbox where activity_uri = ${create.id}`))[0]!.outcome,
				note.id,
			).toContain("refuse")
		}
		// It speaks no TLS.
		const secret = bob.id.replace("http:", "https:")
		expect(
			await house.post({ ...me, id: secret, keyId: `${secret}#main-key` }, house.note({ id: secret }).create),
		).toBe(503)
	})
})

describe("poison", () => {
	it("DLV-11 that cannot be signed or written is set aside after a few tries, and the rest goes on", async () => {
		const dora = await follower()
		// A group whose key cannot be opened: nothing of it can be signed.
		await house.world.db.execute(
			sql`update actor_keys set sealed_private_key = '\\x00' where actor_id = ${house.books.id}`,
		)
		await dora.follow(await dora.lookUp(house.books.uri))
		const cc = [house.tea.uri, house.books.uri]
		const { note, create } = house.note(me, { cc }, { cc })
		expect(await house.post(me, create)).toBe(202)
		await eventually(() =>
			expect(announced(dora.peer, note.id).filter(({ json }) => json.actor === tea.id)).toHaveLength(1),
		)
		for (let n = 0; n < 5; n++) {
			await house.pass(10_000)
			await quiet()
		}
		await eventually(async () => expect((await asideFor(dora.peer)).length).toBeGreaterThan(0))
		const next = await share()
		await eventually(() => expect(announced(dora.peer, next)).toHaveLength(1))
		await leave(dora)
	}, 60_000)

	it("DLV-12 that kills the process each time, or always fails, is set aside, and what its actor says next is heard", async () => {
		const dora = asSigner(bob.peer.person("dora2", { ownKey: true }))
		expect(await house.post(dora, said(dora, "Follow", tea.id))).toBe(202)
		await house.settled()
		// As a process leaves it that died of it again and again: begun, leased to nobody who lives, many times tried.
		const { create } = house.note(dora)
		const body = Buffer.from(JSON.stringify(create))
		await house.world.db.execute(sql`insert into inbox (activity_uri, once_uri, actor_uri, signer_uri, type, body, attempts, lease_token, lease_until)
			values (${create.id}, ${create.id}, ${dora.id}, ${dora.id}, 'Create', ${body}, 5, ${randomUUID()}, now() + interval '1 minute')`)
		const after = house.note(dora)
		expect(await house.post(dora, after.create)).toBe(202)
		await house.pass(2 * minute)
		await eventually(async () => {
			const [row] = await house.rows(sql`select state, outcome from inbox where activity_uri = ${create.id}`)
			expect(row).toEqual({ state: "set_aside", outcome: "it was begun several times and never finished" })
		}, 20_000)
		await house.pass(1000)
		await house.settled()
		expect(await house.sharedIn(after.note.id)).toEqual(["tea"])
	})
})

describe("many", () => {
	it("DLV-14 groups that share each other's shares (ten rounds in place of a day) share each post once", async () => {
		const lemmy = await newPeer("lemmy")
		const community = lemmy.person("pub", { type: "Group", ownKey: true })
		const signer = asSigner(community)
		for (const group of [house.tea, house.books])
			expect(await house.post(signer, said(community, "Follow", group.uri))).toBe(202)
		await house.settled()
		const ana = await house.ana()
		await house.world.db.execute(
			sql`insert into groups (actor_id) select id from actors where uri = ${community.id} on conflict do nothing`,
		)
		await house.world.db.execute(sql`insert into members (group_id, actor_id, role)
			select id, ${ana.id}, 'follower' from actors where uri = ${community.id}`)
		const id = await share()
		await quiet()
		const before = await house.rows(sql`select activity_uri from log where object_uri = ${id}`)
		for (let n = 0; n < 10; n++) {
			for (const { json } of announced(lemmy, id))
				for (const object of [json.id, json, json.object, id])
					expect(
						await house.post(
							signer,
							said(community, "Announce", object, { cc: [house.tea.uri, house.books.uri] }),
						),
					).toBe(202)
			await quiet()
		}
		expect(await house.rows(sql`select activity_uri from log where object_uri = ${id}`)).toEqual(before)
		expect(announced(bob.peer, id)).toHaveLength(1)
		await house.world.db.execute(sql`delete from cursors where host = ${lemmy.host}`)
	}, 60_000)

	it("DLV-19 strangers who mention the group all at once (40 on 10 servers in place of 2 000 on 500) are shared by nobody, and may be blocked", async () => {
		const servers = await Promise.all(Array.from({ length: 10 }, () => newPeer()))
		const crowd = servers.flatMap((peer) => [1, 2, 3, 4].map((n) => peer.person(`spam${n}`)))
		const before = await house.rows(sql`select count(*)::int as n from log`)
		const picture = { type: "Image", url: `${servers[0]!.origin}/spam.png`, mediaType: "image/png" }
		const notes = crowd.map((person) => house.note(person, { attachment: [picture] }))
		const answers = await Promise.all(notes.map(({ create }, n) => house.post(asSigner(crowd[n]!), create)))
		expect(answers).toEqual(Array(40).fill(202))
		await quiet()
		for (const { note } of notes) expect(await house.sharedIn(note.id)).toEqual([])
		expect(await house.rows(sql`select count(*)::int as n from log`)).toEqual(before)
		await house.world.db.execute(sql`insert into domain_policies (id, domain, severity)
			select gen_random_uuid(), h, 'block' from unnest(${sql.param(servers.map(({ host }) => host))}::text[]) h`)
		const heard = await house.rows(sql`select count(*)::int as n from inbox`)
		for (const [n, person] of crowd.entries())
			expect(await house.post(asSigner(person), house.note(person).create), `${n}`).toBe(202)
		expect(await house.rows(sql`select count(*)::int as n from inbox`)).toEqual(heard)
	}, 60_000)

	it("DLV-17 followers (600 on 12 servers in place of 10 000 on 600) cost one request for each shared inbox", async () => {
		const servers = await Promise.all(Array.from({ length: 12 }, () => newPeer()))
		for (const peer of servers) {
			const people = sql`select gen_random_uuid(), ${peer.origin} || '/users/n' || n, false, 'person', 'n' || n, ${peer.host}::text, 'n',
				${peer.origin}::text, ${peer.origin} || '/users/n' || n || '/inbox', ${peer.origin} || '/inbox' from generate_series(1, 50) n`
			await house.world.db.execute(sql`with crowd as (
				insert into actors (id, uri, local, kind, handle, host, name, url, inbox, shared_inbox) ${people} returning id)
				insert into members (group_id, actor_id, role) select ${house.tea.id}, id, 'member' from crowd`)
			await house.world.db.execute(sql`insert into cursors (group_id, inbox, host, position)
				select actor_id, ${`${peer.origin}/inbox`}, ${peer.host}, log_position from groups where actor_id = ${house.tea.id}`)
		}
		const id = await share()
		await Promise.all(
			servers.map((peer) => peer.waitFor(({ json }) => json.object === id, { timeout: 20_000 })),
		)
		await quiet()
		for (const peer of servers) {
			expect(peer.received.map(({ json, path, verified }) => `${path} ${json.object} ${verified}`)).toEqual([
				`/inbox ${id} true`,
			])
		}
		const bodies = new Set(servers.map((peer) => peer.received[0]!.bytes.toString()))
		expect(bodies.size).toBe(1)
		await house.world.db.execute(sql`delete from cursors where host <> ${bob.peer.host}`)
	}, 60_000)
})
