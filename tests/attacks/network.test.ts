import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import { type AddressInfo, createServer as createListener, type Socket } from "node:net"
import { brotliCompressSync, gzipSync } from "node:zlib"
import { sql } from "drizzle-orm"
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest"
import type { Address } from "../../federation/plumbing/addresses.ts"
import { lookUp } from "../../src/outside.ts"
import { eventually } from "../support/eventually.ts"
import { type Json, type Peer, type Person, startPeer } from "../support/peer.ts"
import { type House, openHouse, type Signer, watchConnects } from "./house.ts"
import { written } from "./limits.ts"

const closing: (() => unknown)[] = []
afterAll(async () => {
	for (const close of closing.reverse()) await close()
})

const port = async (server: ReturnType<typeof createListener>, host = "127.0.0.1"): Promise<number> => {
	await new Promise<void>((resolve) => server.listen(0, host, resolve))
	closing.push(() => server.close())
	return (server.address() as AddressInfo).port
}

/** A listener that must never be connected to. */
const canary = async (): Promise<{ port: number; connects: () => number }> => {
	let connects = 0
	const listener = createListener((socket) => {
		connects++
		socket.destroy()
	})
	return { port: await port(listener), connects: () => connects }
}

const signerAt = (base: string, key: Signer["key"], name = "x"): Signer => {
	const id = `${base}/users/${name}`
	return { id, keyId: `${id}#main-key`, key }
}

// Whoever is asked by name or address is asked at port 443, so whatever is tried here would be an attempt to connect.
describe("a server in earnest", () => {
	let house: House
	let bob: Signer
	let watch: ReturnType<typeof watchConnects>
	let trap: Awaited<ReturnType<typeof canary>>
	const names = new Map<string, string>([
		["evil.test", "127.0.0.1"],
		["six.evil.test", "::1"],
		["mapped.evil.test", "::ffff:127.0.0.1"],
		["meta.evil.test", "169.254.169.254"],
		["lan.evil.test", "10.0.0.1"],
		["nat64.evil.test", "64:ff9b::7f00:1"],
		["zero.evil.test", "0.0.0.0"],
	])
	const resolve = async (name: string): Promise<Address[]> => {
		const address = names.get(name)
		if (!address) throw Object.assign(new Error(`no such name: ${name}`), { code: "ENOTFOUND" })
		return [{ address, family: address.includes(":") ? 6 : 4 }]
	}
	const spellings =
		`127.1 0177.0.0.1 2130706433 0x7f.1 [::1] [::ffff:127.0.0.1] 0.0.0.0 169.254.169.254 10.0.0.1
		172.16.0.1 192.168.0.1 [fe80::1] [fc00::1] [64:ff9b::7f00:1] 127.0.0.1`.split(/\s+/)
	const named = [...names.keys(), "localhost", "localhost.", "localhost.localdomain", "a.localhost"]

	beforeAll(async () => {
		trap = await canary()
		house = await openHouse({ earnest: true, resolve })
		closing.push(() => house.close())
		bob = await house.friend("bob", "m.test")
	})
	beforeEach(() => {
		watch = watchConnects()
	})
	afterEach(async () => {
		await house.control(bob)
		watch.end()
		const [database] = await house.rows<{ port: number }>(sql`select inet_server_port() as port`)
		const own = new Set([house.port, database!.port].map((port) => `127.0.0.1:${port}`))
		expect(watch.seen).toContain(`127.0.0.1:${house.port}`)
		// The database may be had by a socket, too, which is a path.
		expect(watch.seen.filter((at) => !own.has(at) && !at.startsWith("/"))).toEqual([])
		expect(trap.connects()).toBe(0)
	})

	/** A group elsewhere whose shares are heard, since ana follows it. */
	const sharer = async (name: string): Promise<Signer> => {
		const group = await house.friend(name, "l.test", bob.key)
		const named = sql`(select id from actors where uri = ${group.id})`
		for (const statement of [
			sql`update actors set kind = 'group' where id = ${named}`,
			sql`insert into groups (actor_id) values (${named})`,
			sql`insert into members (group_id, actor_id, role) select ${named}, id, 'follower' from actors where handle = 'ana'`,
		])
			await house.world.db.execute(statement)
		return group
	}
	/** Everything that was shared has been tried at least once. */
	const tried = () =>
		eventually(async () => {
			const untried = sql`select 1 from inbox where type = 'Announce' and state = 'waiting' and outcome is null
				and not exists (select 1 from inbox e where e.actor_uri = inbox.actor_uri and e.position < inbox.position)`
			expect(await house.rows(untried)).toEqual([])
		}, 20_000)

	it("NET-01 does not ask a loopback address for a key", async () => {
		for (const base of [
			`http://127.0.0.1:${trap.port}`,
			`https://127.0.0.1:${trap.port}`,
			"https://127.0.0.1",
		]) {
			const signer = signerAt(base, bob.key)
			expect(await house.post(signer, house.note(signer).create), base).toBe(401)
			expect(await house.post({ ...bob, keyId: `${base}/k` }, house.note(bob).create), base).toBe(401)
		}
	})

	for (const [id, hosts] of [
		["NET-02", spellings],
		["NET-04", named],
	] as const)
		it(`${id} asks no special address for a key, an actor or a post, however it is written`, async () => {
			for (const [number, host] of hosts.entries()) {
				// What cannot be had now is tried again, and what its sharer said since waits: so one for each.
				const eg = await sharer(`${id}-${number}`)
				for (const base of [`http://${host}:${trap.port}`, `https://${host}`]) {
					const signer = signerAt(base, bob.key)
					const status = await house.post(signer, house.note(signer).create)
					expect([400, 401, 503], base).toContain(status)
					const posing = { ...signer, id: bob.id }
					expect([401, 503]).toContain(await house.post(posing, house.note(bob).create))
					const object = `${base}/n/1`
					const share = { type: "Announce", actor: eg.id, to: ["as:Public"], object }
					expect(await house.post(eg, { id: `${eg.id}/${encodeURIComponent(base)}`, ...share })).toBe(202)
					const { create } = house.note(bob, { url: object, attachment: [{ type: "Image", url: object }] })
					expect(await house.post(bob, create)).toBe(202)
					expect(await lookUp(house.world, `${base}/users/x`)).toHaveProperty("state")
					expect(await lookUp(house.world, `@x@${host}`)).toHaveProperty("state")
				}
			}
			await tried()
		}, 60_000)

	it("NET-12 delivers nothing to such an inbox, and sets it aside where the operator sees it", async () => {
		const inboxes = [
			...spellings.map((host) => `https://${host}/inbox`),
			`http://127.0.0.1:${trap.port}/admin`,
			`https://127.0.0.1:${trap.port}/admin`,
			"https://localhost/inbox",
		]
		for (const inbox of inboxes)
			await house.world.db.execute(sql`insert into cursors (group_id, inbox, host, position)
				select actor_id, ${inbox}, ${new URL(inbox).host}, log_position from groups where actor_id = ${house.tea.id}`)
		await house.world.db.execute(sql`insert into cursors (group_id, inbox, host, position)
			select actor_id, 'https://evil.test/inbox', 'evil.test', log_position from groups where actor_id = ${house.tea.id}`)
		await house.control(bob)
		await eventually(async () => {
			const refused = await house.rows(
				sql`select distinct inbox from undelivered where reason like 'refused:%'`,
			)
			expect(refused.map(({ inbox }) => inbox).sort()).toEqual([...new Set(inboxes)].sort())
			const [evil] = await house.rows(sql`select failures from hosts where host = 'evil.test'`)
			expect(evil!.failures).toBeGreaterThan(0)
		})
		await house.world.db.execute(sql`delete from cursors where inbox <> ${`${bob.id}/inbox`}`)
	})

	it("NET-25 looks nobody up by a handle that is none, or leads inside", async () => {
		for (const handle of [
			...["acct:x@127.0.0.1", "@x@127.0.0.1", "@x@[::1]", "@x@127.1", "@x@0x7f.1", "@x@localhost", "@x@db"],
			...[
				"@x@evil.test/..//y",
				"@x@evil.test:22",
				"@x@evil.test#y",
				"@x@evil.test?y",
				"@x@y@evil.test",
				"@x@.",
				"acct:@",
				"@",
				"@@",
				"",
			],
			...[
				`@x@${"a".repeat(300)}`,
				`@x@${"a.".repeat(140)}test`,
				"@x@💩.test",
				"@x@evil.test\\@m.test",
				"@x@evil.test%2fy",
				"@x@evil.test ",
			],
			...[
				"@x@user:pass@evil.test",
				"@x y@evil.test",
				"@x@lan.evil.test",
				"@x@zero.evil.test",
				"javascript:1",
				"file:///etc/passwd",
			],
		])
			expect(await lookUp(house.world, handle), handle).toHaveProperty("state")
	})
})

describe("a server among others", () => {
	let house: House
	let peer: Peer
	let bob: Person
	let me: Signer
	const names = new Map<string, Address[]>()
	const deadline = 1500
	const resolve = async (name: string): Promise<Address[]> => {
		const next = names.get(name)
		if (next) return next.length > 1 ? [next.shift()!] : next
		return name === "localhost" ? [{ address: "127.0.0.1", family: 4 }] : []
	}

	/** A server whose every answer is written here, and what it was asked for. */
	const crooked = async (
		answer: (request: IncomingMessage, response: ServerResponse, at: string) => unknown,
		host = "127.0.0.1",
	) => {
		const asked: string[] = []
		let open = 0
		let sent = 0
		const server = createServer((request, response) => {
			// Other peers look at what is shared, too.
			if (request.headers["user-agent"] === "Snug-test") asked.push(request.url!)
			answer(request, response, at)
		})
		server.on("connection", (socket: Socket) => {
			open++
			socket.on("close", () => {
				open--
				sent += socket.bytesWritten
			})
			socket.on("error", () => {})
		})
		const number = await port(server, host)
		const at = `http://localhost:${number}`
		closing.push(() => server.closeAllConnections())
		return { at, port: number, asked, open: () => open, sent: () => sent }
	}
	/** What becomes of an activity by somebody of that server, whose key must be asked for there. */
	const introduced = (at: string, name = "x"): Promise<number> => {
		const signer = signerAt(at, me.key, name)
		return house.post(signer, house.note(signer).create)
	}
	const actorAt = (at: string, name = "x"): Json => {
		const { id, keyId } = signerAt(at, me.key, name)
		const publicKey = { id: keyId, owner: id, publicKeyPem: bob.keys.publicKeyPem }
		return { id, type: "Person", preferredUsername: name, inbox: `${id}/inbox`, publicKey }
	}
	const activityJson = { "content-type": "application/activity+json" }

	beforeAll(async () => {
		house = await openHouse({ resolve, deadline })
		closing.push(() => house.close())
		peer = await startPeer({ software: "mastodon" })
		closing.push(() => peer.stop())
		bob = peer.person("bob", { ownKey: true })
		me = { id: bob.id, keyId: bob.keyId, key: bob.keys.privateKey }
		const tea = await bob.lookUp(`@tea@localhost:${house.port}`)
		await bob.follow(tea)
		await eventually(() => expect(bob.follows(tea.id)).toBe(true))
	})
	afterEach(() => house.control(me))

	it("NET-06 connects to the address it checked: a name that leads elsewhere a moment later leads nowhere", async () => {
		const trap = await canary()
		const asked: string[] = []
		const server = createServer((request, response) => {
			asked.push(request.url!)
			response.writeHead(200, activityJson).end(JSON.stringify(actorAt(at)))
		})
		// On another of the loopback addresses, at the canary's own port.
		await new Promise<void>((resolve) => server.listen(trap.port, "127.0.0.2", resolve))
		closing.push(
			() => server.close(),
			() => server.closeAllConnections(),
		)
		const at = `http://rebind.localhost:${trap.port}`
		names.set("rebind.localhost", [
			{ address: "127.0.0.2", family: 4 },
			{ address: "127.0.0.1", family: 4 },
		])
		const signer = signerAt(at, me.key)
		expect(await house.post(signer, house.note(signer).create)).toBe(202)
		expect(asked).toEqual(["/users/x"])
		expect(names.get("rebind.localhost")).toHaveLength(1)
		expect(trap.connects()).toBe(0)
		names.set("mixed.localhost", [{ address: "10.0.0.1", family: 4 }])
		expect(await introduced(`http://mixed.localhost:${trap.port}`)).toBe(503)
	})

	it("NET-07 follows no redirect to an address that may not be asked", async () => {
		const watch = watchConnects()
		for (const to of [
			"http://10.0.0.1/",
			"http://169.254.169.254/latest/meta-data",
			"http://0.0.0.0/",
			"http://[::ffff:127.0.0.1]/",
			"http://[fe80::1]/",
			"file:///etc/passwd",
			"data:application/activity+json,{}",
			"//user:pass@localhost/",
		]) {
			const { at, asked } = await crooked((_, response) => response.writeHead(302, { location: to }).end())
			expect(await introduced(at), to).toBe(401)
			expect(asked, to).toHaveLength(1)
		}
		watch.end()
		expect(watch.seen.filter((at) => !at.startsWith("127.0.0.1:"))).toEqual([])
	})

	it("NET-10 goes round in no circle: a few hops, then never again for a while", async () => {
		const circles: Record<string, (path: string) => string> = {
			"to itself": (path) => path,
			"there and back": (path) => (path === "/users/x" ? "/b" : "/users/x"),
			"thirty hops": (path) => `/hop/${Number(path.split("/").at(-1)) + 1 || 1}`,
		}
		for (const [name, next] of Object.entries(circles)) {
			const { at, asked } = await crooked((request, response) =>
				response.writeHead(302, { location: next(request.url!) }).end(),
			)
			expect(await introduced(at), name).toBe(401)
			expect(asked.length, name).toBeLessThanOrEqual(6)
			const before = asked.length
			expect(await introduced(at), name).toBe(401)
			expect(asked.length, name).toBe(before)
		}
	})

	it("NET-11 follows no page to another page", async () => {
		for (const link of ["header", "html"]) {
			const { at, asked } = await crooked((request, response, at) => {
				const other = `${at}${request.url === "/a" ? "/b" : "/a"}`
				const type = 'rel="alternate" type="application/activity+json"'
				if (link === "header") response.setHeader("link", `<${other}>; ${type}`)
				response.writeHead(200, { "content-type": "text/html" }).end(`<link ${type} href="${other}">`)
			})
			expect(await introduced(at)).toBe(401)
			expect(await lookUp(house.world, `${at}/a`)).toMatchObject({ state: "unfit" })
			expect(asked).toEqual(["/users/x", "/a"])
		}
	})

	it("NET-14 reads NodeInfo of the host it asked, and goes nowhere else for it", async () => {
		const trap = await canary()
		const watch = watchConnects()
		const rel = "http://nodeinfo.diaspora.software/ns/schema/2.0"
		for (const href of [
			"http://10.0.0.1/",
			"data:application/json,{}",
			`http://127.0.0.1:${trap.port}/`,
			`http://localhost:${trap.port}/`,
			"file:///etc/passwd",
		]) {
			const other = await startPeer({ software: "mastodon" })
			closing.push(() => other.stop())
			await other.behave(({ path }) =>
				path === "/.well-known/nodeinfo"
					? { status: 200, headers: {}, body: JSON.stringify({ links: [{ rel, href }] }) }
					: undefined,
			)
			const dora = other.person("dora")
			const tea = await dora.lookUp(`@tea@localhost:${house.port}`)
			await dora.follow(tea)
			await eventually(() => expect(dora.follows(tea.id)).toBe(true))
		}
		watch.end()
		expect(watch.seen.filter((at) => !at.startsWith("127.0.0.1:"))).toEqual([])
		expect(trap.connects()).toBe(0)
	})

	it("NET-15, NET-17 fetches no picture and no preview, whoever names it", async () => {
		const trap = await canary()
		const bait = `http://localhost:${trap.port}`
		const { at, asked } = await crooked((_, response, at) =>
			response.writeHead(200, activityJson).end(
				JSON.stringify({
					...actorAt(at),
					icon: { type: "Image", url: `${bait}/avatar.png` },
					image: { type: "Image", url: `${bait}/header.png` },
					featured: `${bait}/featured`,
					url: `${bait}/@x`,
				}),
			),
		)
		const signer = signerAt(at, me.key)
		expect(
			await house.post(signer, {
				id: `${signer.id}/f`,
				type: "Follow",
				actor: signer.id,
				object: house.tea.uri,
			}),
		).toBe(202)
		await house.settled()
		for (const by of [me, signer]) {
			const { note, create } = house.note(by, {
				content: `<p><a href="${bait}/">look</a> <img src="${bait}/i.png"> ${bait}/plain</p>`,
				attachment: [
					{ type: "Image", url: `${bait}/a.png`, mediaType: "image/png" },
					{
						type: "Video",
						url: [{ type: "Link", href: `${bait}/v.mp4`, mediaType: "video/mp4" }],
						icon: { url: `${bait}/poster.png` },
					},
				],
				tag: [{ type: "Emoji", name: ":x:", icon: { type: "Image", url: `${bait}/e.png` } }],
				preview: { type: "Note", url: `${bait}/p` },
				image: { type: "Image", url: `${bait}/og.png` },
			})
			expect(await house.post(by, create)).toBe(202)
			await house.settled()
			expect(await house.sharedIn(note.id)).toEqual(["tea"])
		}
		expect(
			asked.filter((path) => path !== "/users/x" && !path.includes("nodeinfo") && !path.includes("inbox")),
		).toEqual([])
		expect(trap.connects()).toBe(0)
	})

	it("NET-19 fetches no context, before or after it knows who speaks", async () => {
		const { at, asked } = await crooked((_, response) => response.end("{}"))
		const strange = {
			"@context": ["https://www.w3.org/ns/activitystreams", `${at}/ctx`, { x: `${at}/ns#x` }],
		}
		const unsigned = JSON.stringify({ ...house.note(me).create, ...strange })
		const answer = await bob.send(JSON.parse(unsigned), { to: house.inbox, unsigned: true })
		expect(answer.status).toBe(401)
		expect(await house.post(me, { ...house.note(me).create, ...strange })).toBe(202)
		await house.settled()
		expect(asked).toEqual([])
	})

	it("NET-21 waits for nobody longer than its deadline (1.5 s in place of ten), four at a time, and others do not notice", async () => {
		const drip = (write: (text: string) => unknown, closed: ServerResponse) => {
			const timer = setInterval(() => write("x"), 100)
			closed.on("close", () => clearInterval(timer))
		}
		const slow: Record<string, (response: ServerResponse) => unknown> = {
			silent: () => {},
			"a header byte by byte": (response) => drip((text) => response.socket?.write(text), response),
			"a body byte by byte": (response) => {
				response.writeHead(200, activityJson)
				drip((text) => response.write(text), response)
			},
			"a body without end": (response) => {
				response.writeHead(200, activityJson)
				drip(() => response.write(" ".repeat(1000)), response)
			},
		}
		const servers = await Promise.all(
			Object.values(slow).map((answer) => crooked((_, response) => answer(response))),
		)
		const began = Date.now()
		const answers = Promise.all(
			servers.flatMap(({ at }) => Array.from({ length: 8 }, (_, n) => introduced(at, `x${n}`))),
		)
		await house.control(me)
		await new Promise((resolve) => setTimeout(resolve, deadline / 3))
		for (const { open } of servers) expect(open()).toBeLessThanOrEqual(4)
		const all = await answers
		expect(
			all.every((status) => status === 503 || status === 401),
			String(all),
		).toBe(true)
		expect(Date.now() - began).toBeLessThan(20_000)
	})

	it("NET-22 decodes nothing", async () => {
		const json = (at: string) => Buffer.from(JSON.stringify(actorAt(at)))
		// Made beforehand: whoever asks waits for a second only.
		const bomb = gzipSync(Buffer.alloc(50_000_000))
		const bodies: Record<string, (at: string) => Buffer> = {
			br: (at) => brotliCompressSync(json(at)),
			" BR ": () => Buffer.from([0xff, 0xff, 0xff]),
			gzip: () => bomb,
			deflate: json,
			"identity, gzip": (at) => gzipSync(json(at)),
			zstd: json,
		}
		for (const [encoding, body] of Object.entries(bodies)) {
			const { at } = await crooked((_, response, at) =>
				response.writeHead(200, { ...activityJson, "content-encoding": encoding }).end(body(at)),
			)
			expect(await introduced(at), encoding).toBe(401)
		}
		const { at } = await crooked((_, response, at) =>
			response.writeHead(200, { ...activityJson, "content-encoding": "identity" }).end(json(at)),
		)
		expect(await introduced(at)).toBe(202)
	})

	it("NET-24 reads no more than a megabyte, announced or not", async () => {
		const chunk = Buffer.alloc(64 * 1024, " ")
		const pour = (response: ServerResponse, bytes: number) => {
			const more = () => {
				while (bytes > 0) {
					bytes -= chunk.length
					if (!response.write(chunk)) return void response.once("drain", more)
				}
				response.end("}")
			}
			more()
		}
		for (const [size, announced] of [
			[100_000_000, true],
			[100_000_000, false],
			[written.documentBytes + 10_000, true],
			[written.documentBytes + 10_000, false],
		] as const) {
			const server = await crooked((_, response) => {
				const length = announced ? { "content-length": String(size) } : {}
				response.on("error", () => {})
				response.writeHead(200, { ...activityJson, ...length })
				response.write("{")
				pour(response, size - 2)
			})
			expect(await introduced(server.at), `${size} ${announced}`).toBe(401)
			// What the machine itself holds between two sockets comes on top of what is read.
			await eventually(() => expect(server.sent()).toBeGreaterThan(0))
			expect(server.sent()).toBeLessThan(20_000_000)
		}
	})

	it("NET-27 asks nobody because of two hundred links and mentions", async () => {
		const { at, asked } = await crooked((_, response) => response.writeHead(404).end())
		const people = Array.from({ length: 200 }, (_, n) => `${at}/users/p${n}`)
		const { note, create } = house.note(me, {
			content: people.map((href) => `<a href="${href}">${href}</a>`).join(" "),
			tag: people.map((href) => ({ type: "Mention", href, name: `@p@${new URL(at).host}` })),
		})
		expect(await house.post(me, create)).toBe(202)
		await house.settled()
		expect(await house.sharedIn(note.id)).toEqual(["tea"])
		expect(asked).toEqual([])
	})
})
