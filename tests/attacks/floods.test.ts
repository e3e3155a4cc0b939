import { randomUUID } from "node:crypto"
import { connect as connectTcp, type Socket } from "node:net"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { eventually } from "../support/eventually.ts"
import { signedHeaders } from "../support/peer/signatures/sign.ts"
import type { Json, Peer, Person } from "../support/peer.ts"
import { PUBLIC } from "../support/peer.ts"
import { Stage } from "../support/stage.ts"
import { written } from "./limits.ts"

// What front-door.test.ts and authority.test.ts in tests/federation do not hold already; README.md says where each case is.
let stage: Stage
let evil: Peer
let mallory: Person
/** Documents that the evil server serves in place of its own, by path. */
const forged = new Map<string, Json>()
/** Connections that dribble, begun first and looked at last. */
let dribblers: Dribblers

const send = async (person: Person, activity: Json, how: Partial<Parameters<Person["send"]>[1]> = {}) =>
	(await person.send(activity, { to: stage.inbox, ...how })).status
/** What Snug asked of the evil server since a moment; other peers ask, too. */
const askedSince = (before: number): string[] =>
	evil.requests
		.slice(before)
		.filter(({ headers }) => headers["user-agent"]?.startsWith("Snug/"))
		.map(({ path }) => path)

type Dribblers = { open: () => number; end(): void }
/** Connections that send a byte every five seconds, half of them within the headers, half within the body. */
const dribble = (port: number, count: number): Dribblers => {
	const sockets = Array.from({ length: count }, (_, n): Socket => {
		const socket = connectTcp(port, "127.0.0.1")
		const head = "POST /inbox HTTP/1.1\r\nhost: x\r\n"
		socket.write(n % 2 ? head : `${head}content-length: 5000\r\n\r\n`)
		socket.on("error", () => {}).resume()
		return socket
	})
	const timer = setInterval(() => {
		for (const socket of sockets) if (socket.writable) socket.write("x")
	}, 5000)
	return {
		open: () => sockets.filter((socket) => !socket.closed).length,
		end() {
			clearInterval(timer)
			for (const socket of sockets) socket.destroy()
		},
	}
}

beforeAll(async () => {
	stage = await Stage.apart()
	dribblers = dribble(Number(new URL(stage.snug.origin).port), 200)
	evil = await stage.peer("mastodon")
	mallory = evil.person("mallory", { ownKey: true })
	await evil.behave(({ method, path }) => {
		// However far one goes, there is always one more.
		const endless = /^\/chain\/(\d+)$/.exec(path)
		const before = `${evil.origin}/chain/${Number(endless?.[1]) + 1}`
		const link = { ...stage.note(mallory, { id: `${evil.origin}${path}` }).note, inReplyTo: before }
		const found = method !== "GET" ? undefined : endless ? link : forged.get(path)
		if (!found) return undefined
		return {
			status: 200,
			headers: { "content-type": "application/activity+json" },
			body: JSON.stringify(found),
		}
	})
	await stage.join(mallory)
})
afterAll(async () => {
	dribblers?.end()
	await stage?.close()
})

const port = () => Number(new URL(stage.snug.origin).port)
/** Writes what is given to a connection of its own; the status of the answer, 0 when there is none. */
const raw = (parts: (string | Uint8Array)[]) =>
	new Promise<number>((resolve) => {
		const socket = connectTcp(port(), "127.0.0.1")
		let answer = ""
		const done = () => {
			socket.destroy()
			resolve(Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 0))
		}
		socket.on("data", (chunk) => {
			answer += chunk
			done()
		})
		socket.on("close", done).on("error", done)
		for (const part of parts) socket.write(part)
	})

const signed = (body: Uint8Array): Record<string, string> =>
	signedHeaders(
		{ method: "POST", url: stage.inbox, headers: { "content-type": "application/activity+json" }, body },
		{ keyId: stage.bob.keyId, key: stage.bob.keys.privateKey, date: new Date() },
	)
const lines = (headers: Record<string, string>) =>
	Object.entries(headers)
		.map(([name, value]) => `${name}: ${value}\r\n`)
		.join("")

describe("a body", () => {
	it("DOS-01 of more than a megabyte is not taken, however its length is told", async () => {
		const { create } = stage.note(stage.bob, { content: "x".repeat(written.activityBytes * 1.1) })
		const body = Buffer.from(JSON.stringify(create))
		const head = `POST /inbox HTTP/1.1\r\n${lines(signed(body))}`
		const chunk = (from: number) => {
			const part = body.subarray(from, from + 50_000)
			return Buffer.concat([Buffer.from(`${part.length.toString(16)}\r\n`), part, Buffer.from("\r\n")])
		}
		const chunks = Array.from({ length: Math.ceil(body.length / 50_000) }, (_, n) => chunk(n * 50_000))
		await stage.withoutEffect(async () => {
			expect([413, 0]).toContain(await raw([`${head}content-length: ${body.length}\r\n\r\n`, body]))
			expect([413, 0]).toContain(
				await raw([`${head}transfer-encoding: chunked\r\n\r\n`, ...chunks, "0\r\n\r\n"]),
			)
			// What comes after the length that was told is no part of the body, nor a request of its own.
			expect([400, 401]).toContain(await raw([`${head}content-length: 900\r\n\r\n`, body]))
			expect([400, 413]).toContain(
				await raw([
					`${head}content-length: 900\r\ntransfer-encoding: chunked\r\n\r\n`,
					...chunks,
					"0\r\n\r\n",
				]),
			)
		})
	})

	const one = (more: Json) => JSON.stringify({ ...stage.note(stage.bob).create, ...more })
	const bodies: Record<string, Record<string, () => Uint8Array | string>> = {
		"DOS-02": {
			brackets: () => "[".repeat(100_000),
			"closed brackets": () => "[".repeat(100_000) + "]".repeat(100_000),
			"nested objects": () => `${'{"a":'.repeat(5000)}1${"}".repeat(5000)}`,
			"nested `object`": () =>
				one({}).replace(/}$/, `,"object":${'{"object":'.repeat(3000)}{}${"}".repeat(3001)}`),
		},
		"DOS-03": {
			"20 000 tags": () => one({ tag: Array(20_000).fill({}) }),
			"20 000 addressees": () => one({ to: Array(20_000).fill(PUBLIC) }),
			"20 000 attachments": () => one({ attachment: Array(20_000).fill({ type: "Image" }) }),
			"50 000 keys": () => one(Object.fromEntries(Array.from({ length: 50_000 }, (_, n) => [`k${n}`, 1]))),
		},
		"DOS-05": {
			nothing: () => "",
			null: () => "null",
			"a list": () => "[]",
			"a text": () => '"x"',
			"a number": () => "1",
			"a byte order mark": () => `\ufeff${one({})}`,
			NUL: () => one({ content: "a\0b" }),
			"NUL bytes": () => Buffer.alloc(100),
			"half a character": () => one({ content: "?" }).replace('"?"', '"\\ud83d"'),
			"invalid UTF-8": () =>
				Buffer.concat([Buffer.from(one({}).slice(0, -1)), Buffer.from(',"x":"\xff"}', "latin1")]),
			"64 KB of spaces": () => " ".repeat(65_536),
			multipart: () => '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n1\r\n--x--',
		},
	}
	for (const [id, each] of Object.entries(bodies))
		it(`${id} that nobody could mean is refused with 400, signed or not, and nobody is asked about it`, async () => {
			await stage.withoutEffect(async () => {
				const before = evil.requests.length
				for (const [name, body] of Object.entries(each))
					for (const how of [
						{ signAs: stage.bob },
						{ unsigned: true },
						{ keyId: `${evil.origin}/users/new#main-key` },
					] as const)
						expect(await send(stage.bob, {}, { rawBody: body(), ...how }), name).toBe(400)
				expect(askedSince(before)).toEqual([])
			})
		})

	it("DOS-09 of a type that means nothing here is passed over, or is none", async () => {
		await stage.withoutEffect(async () => {
			for (const type of [
				"https://example.org/ns#Create",
				"as:Create",
				"__proto__",
				"constructor",
				"Lock",
				"create",
				["__proto__"],
				["Create", "Lock"],
				Array(100).fill("Create"),
				undefined,
				null,
				"",
				7,
				{},
				"x".repeat(5000),
			])
				expect([202, 400], JSON.stringify(type)).toContain(
					await send(stage.bob, { ...stage.note(stage.bob).create, type }),
				)
		})
	})
})

describe("too much of something", () => {
	it("DOS-10 in an actor is cut to what is kept, or makes it none", async () => {
		const actor = (change: Json): [string, Json] => {
			const id = `${evil.origin}/users/${randomUUID()}`
			const publicKey = { id: `${id}#main-key`, owner: id, publicKeyPem: mallory.keys.publicKeyPem }
			return [id, { ...mallory.actor, id, inbox: `${id}/inbox`, publicKey, ...change }]
		}
		const follow = async ([id, document]: [string, Json]) => {
			forged.set(new URL(id).pathname, document)
			const activity = { id: `${id}/follow`, type: "Follow", actor: id, object: stage.tea.id }
			return send(mallory, activity, { keyId: `${id}#main-key` })
		}
		await stage.withoutEffect(async () => {
			for (const change of [
				{ preferredUsername: "x".repeat(2049) },
				{ inbox: `${evil.origin}/${"x".repeat(2049)}` },
				{ attachment: Array(6000).fill({}) },
			])
				expect(await follow(actor(change))).toBe(401)
		})
		const [id, document] = actor({
			name: `${"😀".repeat(2049)}`,
			summary: `<p>${"s".repeat(written.actorAbout + 1000)}</p>`,
			attachment: Array.from({ length: 1000 }, (_, n) => ({
				type: "PropertyValue",
				name: `f${n}`,
				value: "v".repeat(100),
			})),
			alsoKnownAs: Array.from({ length: 257 }, (_, n) => `${evil.origin}/users/a${n}`),
			followers: `${evil.origin}/${"f".repeat(written.linkText + 1)}`,
			url: `${evil.origin}/${"u".repeat(written.linkText + 1)}`,
		})
		expect(await follow([id, document])).toBe(202)
		await stage.settled()
		const [row] = await stage.rows(
			sql`select length(name) as name, length(summary) as summary, followers, url from actors where uri = ${id}`,
		)
		expect(row).toMatchObject({ followers: null, url: id })
		expect(row!.name).toBeLessThanOrEqual(200)
		expect(row!.summary).toBeLessThanOrEqual(20_100)
		expect(await stage.isMember({ id })).toBe(true)
	})

	it("DOS-10 in a poll costs nothing but the poll", async () => {
		const oneOf = Array.from({ length: 501 }, (_, n) => ({
			type: "Note",
			name: `${n} ${"o".repeat(1000)}`,
			replies: { totalItems: 1e15 },
		}))
		const { note, create } = stage.note(stage.bob, {
			type: "Question",
			oneOf,
			endTime: "9999-12-31T23:59:59Z",
			votersCount: -1,
		})
		expect(await send(stage.bob, create)).toBe(202)
		await stage.settled()
		const [outcome] = await stage.outcomes(create.id)
		expect(outcome, note.id).toMatch(/accept|refuse|ignored/)
		await stage.control()
	})

	it("DOS-27 of mentions makes nobody look a thousand people up", async () => {
		const before = evil.requests.length
		const tag = Array.from({ length: 1000 }, (_, n) => ({
			type: "Mention",
			href: `${evil.origin}/users/m${n}`,
			name: `@m${n}`,
		}))
		const { note, create } = stage.note(stage.eve, { tag })
		expect(await send(stage.eve, create)).toBe(202)
		await stage.settled()
		expect(await stage.sharedIn(note.id)).toEqual(["tea"])
		expect(askedSince(before).filter((path) => path.startsWith("/users/m"))).toEqual([])
		await stage.control()
	})

	it("DOS-15 in a collection is not read at all: none is", async () => {
		const before = evil.requests.length
		const page = (path: string) => {
			const next = `${evil.origin}${path}?page=${randomUUID()}`
			return {
				id: `${evil.origin}${path}`,
				type: "OrderedCollection",
				totalItems: 1e12,
				first: { type: "OrderedCollectionPage", next, orderedItems: Array(1000).fill(next) },
				next,
			}
		}
		const paths = ["outbox", "followers", "featured", "replies", "likes", "shares", "context"].map(
			(name) => `/endless/${name}`,
		)
		for (const path of paths) forged.set(path, page(path))
		const at = (name: string) => `${evil.origin}/endless/${name}`
		const id = `${evil.origin}/users/endless`
		const publicKey = { id: `${id}#main-key`, owner: id, publicKeyPem: mallory.keys.publicKeyPem }
		const ends = { outbox: at("outbox"), followers: at("followers"), featured: at("featured") }
		forged.set("/users/endless", { ...mallory.actor, id, inbox: `${id}/inbox`, publicKey, ...ends })
		const how = { keyId: publicKey.id }
		expect(await send(mallory, { id: `${id}/f`, type: "Follow", actor: id, object: stage.tea.id }, how)).toBe(
			202,
		)
		await stage.settled()
		const { note, create } = stage.note({ id } as Person, {
			replies: { ...page("/endless/replies"), totalItems: 1e12 },
			likes: at("likes"),
			shares: at("shares"),
			context: at("context"),
		})
		expect(await send(mallory, create, how)).toBe(202)
		await eventually(async () => expect(await stage.sharedIn(note.id)).toEqual(["tea"]))
		expect(askedSince(before).filter((path) => path.startsWith("/endless"))).toEqual([])
		await stage.control()
	})
})

describe("too many at once", () => {
	it("DOS-19 valid likes by one person (a thousand and more) are too many; nothing taken is lost, and others are heard meanwhile", async () => {
		const { note, create } = stage.note(stage.bob)
		expect(await send(stage.bob, create)).toBe(202)
		const flood = await stage.peer("mastodon")
		const people = Array.from({ length: 8 }, (_, n) => flood.person(`f${n}`))
		const like = (person: Person, n: number) => ({
			id: `${person.id}/likes/${n}`,
			type: "Like",
			actor: person.id,
			object: note.id,
		})
		// Their keys are known; what is measured is not the asking.
		for (const person of people) expect(await send(person, like(person, 0))).toBe(202)
		const answers: { id: string; status: number }[] = []
		for (let n = 1; n <= 2500 && !answers.some(({ status }) => status === 429); n += 50) {
			const wave = Array.from({ length: 50 }, (_, m) => like(people[0]!, n + m))
			answers.push(
				...(await Promise.all(
					wave.map(async (each) => ({ id: each.id, status: await send(people[0]!, each) })),
				)),
			)
			// A server that is busy says so to everybody, for a moment.
			if (n % 500 === 1)
				await eventually(async () => expect(await send(stage.bob, stage.note(stage.bob).create)).toBe(202))
		}
		const accepted = answers.filter(({ status }) => status === 202)
		expect(answers.every(({ status }) => [202, 429, 503].includes(status))).toBe(true)
		expect(answers.some(({ status }) => status === 429)).toBe(true)
		await stage.settled(60_000)
		const kept = await stage.rows<{ n: number }>(
			sql`select count(*)::int as n from inbox where type = 'Like' and state = 'done' and activity_uri in (${sql.join(
				accepted.map(({ id }) => sql`${id}`),
				sql`, `,
			)})`,
		)
		expect(kept[0]!.n).toBe(accepted.length)
		const counted = await stage.rows(
			sql`select r.actor_id from reactions r join posts p on p.id = r.post_id where p.uri = ${note.id}`,
		)
		expect(counted).toHaveLength(8)
		await stage.control()
	}, 120_000)

	it("DOS-23 readers (some hundreds), whatever they ask for, are answered without a fault", async () => {
		const { uri, id } = await stage.snug.snug(
			"post",
			"submit",
			"tea",
			"--as",
			"ana",
			"--text",
			"Something to read",
		)
		const strange = [
			"?page=1e9",
			"?page=-1",
			"?since=garbage",
			"?before=%00",
			"?q=%25_%25_%25_",
			"?max_id=99999999999999999999",
			"?%E0%A4%A",
			"?a[]=1&a=2",
		]
		const paths = [
			...[stage.tea.id, stage.tea.outbox, stage.tea.followers, stage.tea.featured, uri, `${uri}/replies`].map(
				(each) => new URL(each).pathname,
			),
			...[
				"/",
				"/@tea",
				`/@tea/t/${id}`,
				"/@tea/feed.atom",
				"/search",
				"/about",
				"/nodeinfo/2.1",
				"/.well-known/nodeinfo",
			],
			`/.well-known/webfinger?resource=acct:tea@${stage.snug.host}`,
			...[
				"/@",
				"/@%00",
				"/@te%00a",
				"/@tea/t/%00",
				"/@tea/t/1e9",
				"/ap/posts/%00",
				"/ap/groups/%00",
				"/ap/activities/%00",
				"/ap/activities/%E0%A4%A",
				"/%E0%A4%A",
				"/@%E0%A4%A",
			],
			...[
				"/.well-known/webfinger?resource=acct:%00@x",
				`/.well-known/webfinger?resource=acct:%00@${stage.snug.host}`,
				`/.well-known/webfinger?resource=${stage.snug.origin}/@%00`,
				`/.well-known/webfinger?resource=${stage.snug.origin}/%00`,
			],
			...[
				`/${"a".repeat(8000)}`,
				`/@${"a".repeat(8000)}`,
				"//",
				"/..%2f..%2fetc/passwd",
				"/ap/posts/../../inbox",
			],
		]
		const queries = ["", ...strange]
		const asked = paths.flatMap((path) =>
			queries.map((query) => (path.includes("?") ? `${path}${query.replace("?", "&")}` : path + query)),
		)
		const all = [...asked, ...asked].slice(0, 800)
		const faults: string[] = []
		const worker = async () => {
			for (let path = all.pop(); path !== undefined; path = all.pop()) {
				const accept = all.length % 2 ? "application/activity+json" : "text/html"
				const head = lines({ host: stage.snug.host, accept, connection: "close" })
				const status = await raw([`GET ${path} HTTP/1.1\r\n${head}\r\n`])
				if (status >= 500 || status === 0) faults.push(`${status} ${accept} ${path}`)
			}
		}
		await Promise.all(Array.from({ length: 20 }, worker))
		expect(faults).toEqual([])
		expect(stage.snug.output()).not.toMatch(/\[(ERR|FTL)\]/)
		await stage.control()
	})

	it("DOS-28 a follower with an inbox that is no address keeps nothing from the others, and is seen", async () => {
		const broken = ["{foo:", "https://[bad", `https://long.test/${"x".repeat(8000)}`.slice(0, 2000), ""]
		for (const [n, inbox] of broken.entries())
			await stage.connection.db.execute(sql`insert into cursors (group_id, inbox, host, position)
				select actor_id, ${inbox}, ${`broken-${n}.localhost`}, log_position from groups g
				join actors a on a.id = g.actor_id where a.handle = 'tea'`)
		const { note, create } = stage.note(stage.bob)
		expect(await send(stage.bob, create)).toBe(202)
		await stage.bob.peer.waitFor(({ json }) => json.type === "Announce" && json.object === note.id)
		await eventually(async () => {
			const status: Json[] = await stage.snug.snug("queue", "status")
			for (const n of [0, 1, 2, 3])
				expect(status).toContainEqual(
					expect.objectContaining({ host: `broken-${n}.localhost`, reason: expect.any(String) }),
				)
		}, 20_000)
		await stage.connection.db.execute(sql`delete from cursors where host like 'broken-%'`)
		await stage.control()
	})
})

describe("what has no end", () => {
	it("DOS-13 in what a post answers is not followed: the chain is not begun", async () => {
		const { create } = stage.note(mallory, { inReplyTo: `${evil.origin}/chain/1` })
		expect(await send(mallory, create)).toBe(202)
		await eventually(async () => expect((await stage.outcomes(create.id))[0]).toMatch(/^ignored/), 60_000)
		expect(askedSince(0).filter((path) => path.startsWith("/chain"))).toEqual([])
		expect(await send(mallory, stage.note(mallory).create)).toBe(202)
		await stage.control()
	}, 90_000)

	it("DOS-17 in a request is ended by the server (200 in place of 500 connections), and holds up nobody before that", async () => {
		// The honest were heard through all of the above while these were open.
		await eventually(() => expect(dribblers.open()).toBe(0), 30_000)
		await stage.control()
	}, 60_000)
})
