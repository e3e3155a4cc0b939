import { generateKeyPairSync } from "node:crypto"
import { createServer, type IncomingHttpHeaders } from "node:http"
import { type AddressInfo, createServer as createListener } from "node:net"
import { sql } from "drizzle-orm"
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { type Connection, connect } from "../../db/connect.ts"
import { hostSpoke } from "../../db/dead-hosts.ts"
import { appendToLog, type LogEntry } from "../../db/log.ts"
import { listQueuedHosts, reopenHosts } from "../../db/queue.ts"
import {
	actors,
	cursors,
	domainPolicies,
	groups,
	hosts,
	messages,
	undelivered,
} from "../../db/schema/index.ts"
import { dropUndelivered, listUndelivered, putBack } from "../../db/undelivered.ts"
import { type Delivery, type DeliveryOptions, startDelivery } from "../../federation/delivery/delivery.ts"
import { createNetwork, type Network } from "../../federation/plumbing/network.ts"
import { type Ports, uuidv7 } from "../../src/ports.ts"
import { realTimer } from "../../src/real-ports.ts"
import { freshDatabase } from "../support/database.ts"

type Received = {
	path: string
	activity: string
	n: number
	body: string
	headers: IncomingHttpHeaders
	at: number
}
type Answer = { status: number; headers?: Record<string, string>; delay?: number; never?: boolean }
type Decide = (received: Received, earlier: Received[]) => Answer | number | Promise<Answer | number>
type Peer = {
	host: string
	url: string
	received: Received[]
	nodeinfo: string | null
	nodeinfoReads: number
	most: number
}

const key = {
	keyId: "https://snug.example/ap/groups/1#main-key",
	...generateKeyPairSync("rsa", { modulusLength: 2048 }),
}
const hour = 3_600_000
const closing: (() => unknown)[] = []
let database: Awaited<ReturnType<typeof freshDatabase>>
let connection: Connection
let network: Network
let ahead = 0
let running: Delivery[] = []
let failpoint: (name: string) => void | Promise<void> = () => {}

const ports: Ports = {
	now: () => new Date(Date.now() + ahead),
	newId: () => uuidv7(Date.now()),
	timer: realTimer,
	fetch: (request) => network.fetch(request),
	failpoint: (name) => failpoint(name),
}

beforeAll(async () => {
	database = await freshDatabase()
	connection = connect(database.url)
	network = createNetwork({ allowPrivateAddress: true, userAgent: "Snug-test", deadline: 2000 })
})
afterAll(async () => {
	await connection.close()
	await network.close()
	await database.drop()
})
beforeEach(async () => {
	ahead = 0
	failpoint = () => {}
	await connection.db.execute(sql`truncate actors, hosts, domain_policies cascade`)
})
afterEach(async () => {
	await Promise.all(running.map((delivery) => delivery.stop()))
	running = []
	for (const close of closing.splice(0)) await close()
})

const start = (options: Partial<DeliveryOptions> = {}): Delivery => {
	const signingKey = async () => key
	const webOrigin = new URL("http://localhost:1")
	const delivery = startDelivery({ db: connection.db, ports, network, signingKey, webOrigin, ...options })
	running.push(delivery)
	return delivery
}

const peer = async (decide: Decide = () => 202, nodeinfo: string | null = "mastodon"): Promise<Peer> => {
	let now = 0
	const server = createServer(async (request, response): Promise<unknown> => {
		const chunks: Buffer[] = []
		for await (const chunk of request) chunks.push(chunk)
		if (request.url === "/.well-known/nodeinfo") {
			self.nodeinfoReads++
			const href = `http://${self.host}/nodeinfo`
			const rel = "http://nodeinfo.diaspora.software/ns/schema/2.0"
			return response.writeHead(self.nodeinfo ? 200 : 404).end(JSON.stringify({ links: [{ rel, href }] }))
		}
		if (request.url === "/nodeinfo")
			return response.end(JSON.stringify({ software: { name: self.nodeinfo, version: "1" } }))
		const body = Buffer.concat(chunks).toString()
		const { id, n } = JSON.parse(body)
		const received = { path: request.url!, activity: id, n, body, headers: request.headers, at: Date.now() }
		const earlier = [...self.received]
		self.received.push(received)
		self.most = Math.max(self.most, ++now)
		const decided = await decide(received, earlier)
		const answer = typeof decided === "number" ? { status: decided } : decided
		if (answer.delay) await new Promise((resolve) => setTimeout(resolve, answer.delay))
		now--
		return answer.never || response.writeHead(answer.status, answer.headers).end()
	})
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
	const host = `localhost:${(server.address() as AddressInfo).port}`
	const self: Peer = { host, url: `http://${host}`, received: [], nodeinfo, nodeinfoReads: 0, most: 0 }
	closing.push(() => {
		server.closeAllConnections()
		server.close()
	})
	return self
}

const newGroup = async (visibility: "public" | "private" = "public"): Promise<string> => {
	const id = ports.newId()
	const uri = `https://snug.example/ap/groups/${id}`
	const handle = `g${id.replaceAll("-", "").slice(-20)}`
	const actor = { id, uri, local: true, kind: "group" as const, handle, host: "snug.example" }
	await connection.db.insert(actors).values({ ...actor, name: handle, url: uri, inbox: `${uri}/inbox` })
	await connection.db.insert(groups).values({ actorId: id, visibility })
	return id
}

const follow = async (groupId: string, inboxes: string[], host?: string): Promise<void> => {
	const rows = inboxes.map((inbox) => ({ groupId, inbox, host: host ?? new URL(inbox).host, position: 0 }))
	await connection.db.insert(cursors).values(rows)
}

let counter = 0
type Share = {
	object?: string
	dialects?: ("microblog" | "threadiverse")[]
	audience?: LogEntry["audience"]
	twinsFirst?: boolean
}
const share = async (groupId: string, posts: Share[]): Promise<string[]> => {
	const ids: string[] = []
	const entries = posts.flatMap(({ object, dialects = ["microblog"], audience = "public" }) => {
		const eventId = ports.newId()
		return dialects.map((dialect): LogEntry => {
			const kind = dialect === "microblog" ? "announce" : "announce-create"
			const activityUri = `https://snug.example/ap/activities/${++counter}/${kind}`
			ids.push(activityUri)
			const objectUri = object ?? `https://elsewhere.example/${counter}`
			const body = Buffer.from(JSON.stringify({ id: activityUri, n: counter, object: objectUri }))
			return { groupId, eventId, dialect, activityUri, objectUri, signerId: groupId, audience, body }
		})
	})
	await connection.db.transaction((tx) => appendToLog(tx, entries))
	return ids
}

const say = async (groupId: string, inbox: string, name: string): Promise<void> => {
	const body = Buffer.from(JSON.stringify({ id: name, n: ++counter }))
	const ids = { id: ports.newId(), eventId: ports.newId(), activityUri: name, signerId: groupId }
	await connection.db
		.insert(messages)
		.values({ ...ids, inbox, host: new URL(inbox).host, audience: "people", body })
}

const cursorsOf = () => connection.db.select().from(cursors)
const behind = async () => {
	const query = sql`select count(*)::int as n from cursors c join groups g on g.actor_id = c.group_id where position < log_position`
	return ((await connection.db.execute(query))[0] as { n: number }).n
}
const hostRow = async (host: string) =>
	(await connection.db.select().from(hosts)).find((row) => row.host === host)!
const setAside = () => connection.db.select().from(undelivered)
const ids = (of: Peer) => of.received.map((received) => received.activity)
const until = async (condition: () => boolean | Promise<boolean>) => {
	while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 10))
}

describe("fan-out", () => {
	it("reaches 200 inboxes on 20 hosts, whatever some of them do, and none twice", async () => {
		const group = await newGroup()
		const good = await Promise.all(Array.from({ length: 12 }, () => peer(() => ({ status: 202, delay: 5 }))))
		const bad = await Promise.all([
			peer(() => 500),
			peer(() => ({ status: 429, headers: { "retry-after": "3600" } })),
			peer(() => 410),
			peer(() => ({ status: 202, never: true })),
			peer(() => 404),
			peer(() => 422),
		])
		const only9421 = await peer(({ headers }) => (headers["signature-input"] ? 202 : 401))
		const dead = { url: "http://localhost:9", host: "localhost:9" }
		for (const { url } of [...good, ...bad, only9421, dead]) {
			await follow(
				group,
				Array.from({ length: 10 }, (_, index) => `${url}/inbox/${index}`),
			)
		}
		const sent = await share(group, [{}, {}, {}])
		const delivery = start()
		await delivery.idle()
		for (const { received } of good) {
			const copies = received.map(({ path, activity }) => `${path} ${activity}`)
			expect(copies).toHaveLength(30)
			expect(new Set(copies).size).toBe(30)
		}
		expect(
			new Set(
				only9421.received.filter(({ headers }) => headers["signature-input"]).map((one) => one.activity),
			),
		).toEqual(new Set(sent))
		// the first knock, and never again
		expect(only9421.received.filter(({ headers }) => !headers["signature-input"])).toHaveLength(1)
		expect(bad[0]!.received).toHaveLength(1)
		expect(bad[1]!.received).toHaveLength(1)
		expect(
			(await setAside()).every(({ host, reason }) => host === bad[5]!.host && reason === "HTTP 422"),
		).toBe(true)
		expect(await setAside()).toHaveLength(30)
		const rows = await connection.db.select().from(hosts)
		expect(
			rows
				.filter(({ failures }) => failures === 1)
				.map(({ host }) => host)
				.sort(),
		).toEqual([bad[0]!.host, bad[1]!.host, bad[3]!.host, dead.host].sort())
		expect(Math.max(...good.map(({ most }) => most))).toBeLessThanOrEqual(4)
		for (const { host, position } of await cursorsOf()) {
			if (good.some((one) => one.host === host)) expect(position).toBe(3)
		}
	})

	it("follows a growing log, also of several groups at one inbox", async () => {
		const one = await peer()
		const first = await newGroup()
		const second = await newGroup()
		for (const group of [first, second]) await follow(group, [`${one.url}/inbox`])
		const delivery = start()
		const sent = await share(
			first,
			Array.from({ length: 30 }, () => ({})),
		)
		delivery.wake([first])
		sent.push(...(await share(second, [{}, {}])))
		delivery.wake([second])
		sent.push(...(await share(first, [{}])))
		delivery.wake([first])
		await delivery.idle()
		expect(ids(one).sort()).toEqual(sent.sort())
		expect(await behind()).toBe(0)
		expect((await hostRow(one.host)).leaseOwner).toBeNull()
	})

	it("doubles nothing while more keeps coming", async () => {
		const peers = await Promise.all(
			Array.from({ length: 4 }, () => peer(({ n }) => ({ status: 202, delay: n % 3 }))),
		)
		const group = await newGroup()
		for (const { url } of peers) await follow(group, [`${url}/inbox`])
		const delivery = start()
		for (let round = 0; round < 60; round++) {
			await share(group, [{}, {}])
			for (const { url } of peers) await say(group, `${url}/ann`, `hello ${round} ${url}`)
			delivery.wake([group])
		}
		await delivery.idle()
		for (const one of peers) {
			expect(new Set(ids(one)).size).toBe(180)
			expect(one.received).toHaveLength(180)
		}
	})

	it("keeps activities about one object in order", async () => {
		const one = await peer(({ n }) => ({ status: 202, delay: n % 3 === 0 ? 20 : 1 }))
		const group = await newGroup()
		await follow(group, [`${one.url}/inbox`])
		await share(
			group,
			Array.from({ length: 60 }, (_, index) => ({ object: `https://e.example/${index % 5}` })),
		)
		await start().idle()
		const order = new Map<string, number[]>()
		for (const { body, n } of one.received) {
			const { object } = JSON.parse(body)
			order.set(object, [...(order.get(object) ?? []), n])
		}
		expect(one.received).toHaveLength(60)
		for (const numbers of order.values()) expect(numbers).toEqual([...numbers].sort((a, b) => a - b))
		expect(one.most).toBeGreaterThan(1)
	})

	it("sends an Accept before the first Announce", async () => {
		const one = await peer(({ activity }) => ({ status: 202, delay: activity === "accept" ? 50 : 0 }))
		const group = await newGroup()
		await share(group, [{}])
		await follow(group, [`${one.url}/inbox`])
		await say(group, `${one.url}/users/ann/inbox`, "accept")
		await start().idle()
		expect(ids(one)).toHaveLength(2)
		expect(ids(one)[0]).toBe("accept")
		expect(one.received[1]!.at - one.received[0]!.at).toBeGreaterThanOrEqual(45)
	})

	it("sends nothing for members only to an inbox of the public, unless the group is private", async () => {
		const one = await peer()
		const open = await newGroup()
		const closed = await newGroup("private")
		for (const group of [open, closed]) await follow(group, [`${one.url}/inbox`])
		await share(open, [{ audience: "members" }, { audience: "people" }])
		const shared = await share(closed, [{ audience: "members" }])
		await start().idle()
		expect(ids(one)).toEqual(shared)
		expect(await behind()).toBe(0)
	})
})

describe("dialects", () => {
	it("each host hears its own, and NodeInfo is read once", async () => {
		const [micro, thready, unknown] = [
			await peer(),
			await peer(undefined, "lemmy"),
			await peer(undefined, null),
		]
		const group = await newGroup()
		await follow(
			group,
			[micro, thready, unknown].map(({ url }) => `${url}/inbox`),
		)
		const all = await share(group, [
			{ dialects: ["microblog", "threadiverse"] },
			{ dialects: ["threadiverse"] },
		])
		const delivery = start()
		await delivery.idle()
		expect(ids(micro)).toEqual([all[0]])
		expect(ids(thready)).toEqual([all[1], all[2]])
		expect(ids(unknown)).toEqual([all[0]])
		await share(group, [{ dialects: ["microblog", "threadiverse"] }])
		await delivery.idle()
		expect(micro.nodeinfoReads).toBe(1)
		expect(await hostRow(thready.host)).toMatchObject({ software: "lemmy", dialect: "threadiverse" })
		expect(await behind()).toBe(0)
		ahead = 25 * hour
		await share(group, [{}])
		await delivery.idle()
		expect(micro.nodeinfoReads).toBe(2)
	})

	it.each([[["microblog", "threadiverse"] as const], [["threadiverse", "microblog"] as const]])(
		"a 400 makes a host heard again and told once in the other one (%s)",
		async (order) => {
			const one = await peer(({ activity }) => (activity.endsWith("/announce-create") ? 200 : 400), null)
			const group = await newGroup()
			await follow(group, [`${one.url}/inbox`])
			const delivery = start()
			await delivery.idle()
			await connection.db.insert(hosts).values({ host: one.host, nodeinfoAt: ports.now() })
			one.nodeinfo = "lemmy"
			const sent = await share(
				group,
				Array.from({ length: 12 }, () => ({ dialects: [...order] })),
			)
			await delivery.idle()
			const taken = ids(one).filter((id) => id.endsWith("/announce-create"))
			expect(taken.sort()).toEqual(sent.filter((id) => id.endsWith("/announce-create")).sort())
			expect(await setAside()).toEqual([])
			expect(await behind()).toBe(0)
		},
	)

	it("a 400 for another reason goes to what is undelivered", async () => {
		const one = await peer(() => 400)
		const group = await newGroup()
		await follow(group, [`${one.url}/inbox`])
		await share(group, [{ dialects: ["microblog", "threadiverse"] }])
		await start().idle()
		expect((await setAside()).map(({ reason }) => reason)).toEqual(["HTTP 400"])
		expect(await behind()).toBe(0)
	})
})

describe("a host in trouble", () => {
	it("is left alone, probed with one request, and flows again", async () => {
		let up = false
		const one = await peer(() => (up ? 202 : 503))
		const group = await newGroup()
		await follow(group, [`${one.url}/a`, `${one.url}/b`])
		await share(group, [{}, {}, {}])
		const delivery = start()
		await delivery.idle()
		await delivery.idle()
		expect(one.received).toHaveLength(1)
		expect(await hostRow(one.host)).toMatchObject({ failures: 1, lastError: "HTTP 503", leaseOwner: null })
		ahead += 10_000
		await delivery.idle()
		expect(one.received).toHaveLength(2)
		expect((await hostRow(one.host)).failures).toBe(2)
		up = true
		ahead += 60_000
		await delivery.idle()
		expect(one.received).toHaveLength(2 + 6)
		expect(await hostRow(one.host)).toMatchObject({
			failures: 0,
			lastError: null,
			nextTryAt: null,
			failingSince: null,
		})
		expect(await behind()).toBe(0)
	})

	it.each([
		["7200", 2 * hour],
		["315360000", 6 * hour],
		["soon", 0],
	])("is given the time it asks for with Retry-After: %s", async (value, expected) => {
		const one = await peer(() => ({ status: 429, headers: { "retry-after": value } }))
		const group = await newGroup()
		await follow(group, [`${one.url}/inbox`])
		await share(group, [{}])
		await start().idle()
		const wait = (await hostRow(one.host)).nextTryAt!.getTime() - ports.now().getTime()
		expect(wait).toBeLessThanOrEqual(Math.max(expected, 8000))
		expect(wait).toBeGreaterThan(expected - 10_000)
	})

	it("is tried at once when it speaks", async () => {
		let status = 500
		const one = await peer(() => status)
		const group = await newGroup()
		await follow(group, [`${one.url}/inbox`])
		await share(group, [{}])
		const delivery = start()
		await delivery.idle()
		status = 202
		expect(await connection.db.transaction((tx) => hostSpoke(tx, one.host, ports.now()))).toBe(true)
		await delivery.idle()
		expect(await behind()).toBe(0)
		expect(await connection.db.transaction((tx) => hostSpoke(tx, one.host, ports.now()))).toBe(false)
	})

	it("does not lose the rest to one activity it chokes on", async () => {
		const one = await peer(({ n }) => (n === poison ? 500 : 202))
		const group = await newGroup()
		await follow(group, [`${one.url}/inbox`])
		const sent = await share(group, [{}, {}, {}])
		const poison = counter - 2
		const delivery = start()
		for (let round = 0; round < 12; round++) {
			await delivery.idle()
			ahead += 2 * hour
		}
		expect(await behind()).toBe(0)
		expect((await setAside()).map(({ activityUri }) => activityUri)).toEqual([sent[0]])
		expect(ids(one).filter((id) => id === sent[0]).length).toBeLessThanOrEqual(6)
	})

	it("loses one inbox only: asked a few times more, then passed over", async () => {
		const one = await peer(({ path }) => (path === "/bad" ? 404 : 202))
		const group = await newGroup()
		await follow(group, [`${one.url}/bad`, `${one.url}/good`])
		const sent = await share(group, [{}, {}])
		const delivery = start()
		const at = (path: string) => one.received.filter((received) => received.path === path)
		await delivery.idle()
		expect(at("/good")).toHaveLength(2)
		for (let round = 0; round < 6; round++) {
			ahead += 7 * hour
			await delivery.idle()
		}
		expect(at("/bad").length).toBeLessThanOrEqual(6)
		expect((await setAside()).map(({ activityUri }) => activityUri).sort()).toEqual([...sent].sort())
		expect(await behind()).toBe(0)
	})

	it("has an inbox closed by a second 410 after an hour, even in another process, and not opened by what others there say", async () => {
		const one = await peer(() => 410)
		const group = await newGroup()
		await follow(group, [`${one.url}/inbox`])
		await share(group, [{}])
		await start().idle()
		ahead += hour / 2
		await start().idle()
		expect([one.received.length, (await cursorsOf())[0]!.closedAt]).toEqual([1, null])
		await running.shift()!.stop()
		ahead += hour
		await start().idle()
		expect(one.received).toHaveLength(2)
		expect((await cursorsOf())[0]!.closedAt).not.toBeNull()
		await connection.db.transaction((tx) => hostSpoke(tx, one.host, ports.now()))
		expect((await cursorsOf())[0]!.closedAt).not.toBeNull()
	})

	it("is not sent anywhere by a redirect", async () => {
		const other = await peer()
		const one = await peer(() => ({ status: 307, headers: { location: `${other.url}/inbox` } }))
		const group = await newGroup()
		await follow(group, [`${one.url}/inbox`])
		await share(group, [{}])
		await start().idle()
		expect(other.received).toEqual([])
		expect((await setAside()).map(({ reason }) => reason)).toEqual(["HTTP 307"])
	})
})

describe("several workers", () => {
	it("share the lanes and double nothing", async () => {
		const group = await newGroup()
		const peers = await Promise.all(
			Array.from({ length: 20 }, () => peer(() => ({ status: 202, delay: 10 }))),
		)
		for (const { url } of peers)
			await follow(
				group,
				Array.from({ length: 5 }, (_, index) => `${url}/${index}`),
			)
		const sent = await share(
			group,
			Array.from({ length: 6 }, () => ({})),
		)
		const keyIds = [0, 0]
		const workers = keyIds.map((_, worker) =>
			start({
				claimAtOnce: 2,
				signingKey: async () => {
					keyIds[worker]!++
					return key
				},
			}),
		)
		await Promise.all(workers.map((worker) => worker.idle()))
		for (const worker of workers) await worker.idle()
		for (const { received } of peers) {
			expect(received).toHaveLength(30)
			expect(new Set(received.map(({ path, activity }) => path + activity)).size).toBe(30)
		}
		expect(keyIds[0]! + keyIds[1]!).toBe(20 * 30)
		expect(Math.min(...keyIds)).toBeGreaterThan(0)
		expect(sent).toHaveLength(6)
	})

	it("write nothing once the lease is another's", async () => {
		let release = () => {}
		const held = new Promise<void>((resolve) => {
			release = resolve
		})
		const one = await peer(async () => {
			await held
			return 202
		})
		const group = await newGroup()
		await follow(group, [`${one.url}/inbox`])
		await share(group, [{}])
		await say(group, `${one.url}/ann`, "hello")
		const stale = start({ sweep: hour })
		await until(() => one.received.length > 0)
		const other = ports.newId()
		const until_ = new Date(Date.now() + hour)
		await connection.db
			.update(hosts)
			.set({ leaseOwner: other, leaseUntil: until_, fence: 99, lastError: "theirs" })
		release()
		await stale.stop()
		expect(await behind()).toBe(1)
		expect((await connection.db.select().from(messages))[0]!.deliveredAt).toBeNull()
		expect(await hostRow(one.host)).toMatchObject({ leaseOwner: other, fence: 99, lastError: "theirs" })
	})
})

describe("a restart", () => {
	it("in the middle loses nothing and sends the same bytes again", async () => {
		const group = await newGroup()
		const peers = await Promise.all(Array.from({ length: 5 }, () => peer(() => ({ status: 202, delay: 5 }))))
		for (const { url } of peers) await follow(group, [`${url}/inbox`])
		const sent = await share(
			group,
			Array.from({ length: 40 }, () => ({})),
		)
		let answers = 0
		failpoint = async (name) => {
			// from here on the process is as good as dead: nothing is acknowledged any more
			if (name === "deliver:sent" && ++answers > 60) await new Promise(() => {})
		}
		const own = connect(database.url)
		const crashed = start({ db: own.db })
		await until(() => answers > 60)
		running = running.filter((delivery) => delivery !== crashed)
		await own.close()
		failpoint = () => {}
		expect(await behind()).toBeGreaterThan(0)
		ahead = 31_000
		await start().idle()
		expect(await behind()).toBe(0)
		for (const { received } of peers) {
			const bodies = new Map<string, Set<string>>()
			for (const { activity, body } of received)
				bodies.set(activity, (bodies.get(activity) ?? new Set()).add(body))
			expect([...bodies.keys()].sort()).toEqual([...sent].sort())
			for (const versions of bodies.values()) expect(versions.size).toBe(1)
			expect(received.length).toBeLessThanOrEqual(40 + 8)
		}
	})

	it("in good order repeats nothing", async () => {
		const group = await newGroup()
		const one = await peer(() => ({ status: 202, delay: 10 }))
		await follow(group, [`${one.url}/inbox`])
		const sent = await share(
			group,
			Array.from({ length: 60 }, () => ({})),
		)
		const first = start()
		await until(() => one.received.length > 10)
		await first.stop()
		expect((await hostRow(one.host)).leaseOwner).toBeNull()
		expect(one.received.length).toBeLessThan(60)
		await start().idle()
		expect(ids(one).sort()).toEqual(sent.sort())
	})
})

describe("the database", () => {
	it("may lose every session in the middle without a loss", async () => {
		const group = await newGroup()
		const peers = await Promise.all(Array.from({ length: 5 }, () => peer(() => ({ status: 202, delay: 10 }))))
		for (const { url } of peers) await follow(group, [`${url}/inbox`])
		const sent = await share(
			group,
			Array.from({ length: 60 }, () => ({})),
		)
		const own = connect(database.url)
		const delivery = start({ db: own.db })
		for (const reached of [20, 80]) {
			await until(() => peers.reduce((sum, { received }) => sum + received.length, 0) > reached)
			await connection.db.execute(sql`
				select pg_terminate_backend(pid) from pg_stat_activity
				where datname = current_database() and pid <> pg_backend_pid()`)
		}
		await delivery.idle()
		await delivery.stop()
		await own.close()
		expect(await behind()).toBe(0)
		for (const one of peers) expect(ids(one).sort()).toEqual(sent.sort())
	})
})

describe("what was given up", () => {
	it("is listed, and can be tried again or dropped", async () => {
		let status = 422
		const one = await peer(() => status)
		const group = await newGroup()
		await follow(group, [`${one.url}/inbox`])
		const [sent] = await share(group, [{}])
		const delivery = start()
		await delivery.idle()
		expect(await listUndelivered(connection.db)).toMatchObject([
			{ activityUri: sent, host: one.host, reason: "HTTP 422" },
		])
		status = 503
		const retry = () =>
			connection.db.transaction(async (tx) => {
				await reopenHosts(tx, one.host, ports.now())
				return putBack(tx, { host: one.host }, 100)
			})
		expect(await retry()).toBe(1)
		await delivery.idle()
		expect(await listQueuedHosts(connection.db, { dropped: false })).toMatchObject([
			{ host: one.host, state: "backing-off", waiting: 1, failures: 1, lastError: "HTTP 503" },
		])
		status = 202
		expect(await retry()).toBe(0)
		await delivery.idle()
		expect(one.received.map(({ body }) => body)).toEqual(
			Array.from({ length: 3 }, () => one.received[0]!.body),
		)
		expect([await listQueuedHosts(connection.db, { dropped: false }), await setAside()]).toEqual([[], []])
		expect(await connection.db.transaction((tx) => dropUndelivered(tx, { host: null }, 100))).toBe(0)
	})
})

describe("what must not be sent", () => {
	it("a poisoned row is set aside and holds nothing up", async () => {
		const one = await peer()
		const group = await newGroup()
		await follow(group, ["not a url", "http://[", `${one.url}/inbox`], one.host)
		const signer = await newGroup()
		await say(signer, `${one.url}/ann`, "unsigned")
		const sent = await share(group, [{}])
		const signingKey = async (actorId: string) => {
			if (actorId === signer) throw new Error("no signing key here")
			return key
		}
		const delivery = start({ signingKey })
		await delivery.idle()
		expect(ids(one)).toEqual(sent)
		for (let round = 0; round < 3; round++) {
			ahead += 10_000
			await delivery.idle()
		}
		expect((await setAside()).map(({ reason }) => reason).sort()).toEqual([
			"no signing key here",
			"the inbox is not a URL",
			"the inbox is not a URL",
		])
		expect(await behind()).toBe(0)
		expect(await connection.db.select().from(messages)).toEqual([])
	})

	it("nothing goes to blocked domains, whole server or one group, and the others get theirs", async () => {
		const [blocked, partly, fine] = [await peer(), await peer(), await peer()]
		const at = (one: Peer, name: string) => one.url.replace("localhost", name)
		const [first, second] = [await newGroup(), await newGroup()]
		for (const group of [first, second]) {
			await follow(group, [
				`${at(blocked, "sub.evil.localhost")}/inbox`,
				`${at(partly, "partly.localhost")}/inbox`,
			])
			await follow(group, [`${at(fine, "notevil.localhost")}/inbox`])
		}
		await say(first, `${at(blocked, "sub.evil.localhost")}/ann`, "hello")
		await connection.db.insert(domainPolicies).values([
			{ id: ports.newId(), domain: "evil.localhost", severity: "block" },
			{ id: ports.newId(), domain: "partly.localhost", severity: "block", groupId: second },
			{ id: ports.newId(), domain: "notevil.localhost", severity: "limit" },
		])
		const [one] = await share(first, [{}])
		const [two] = await share(second, [{}])
		await start().idle()
		expect([ids(blocked), blocked.nodeinfoReads]).toEqual([[], 0])
		expect(ids(partly)).toEqual([one])
		expect(ids(fine).sort()).toEqual([one, two].sort())
		expect(await behind()).toBe(0)
		expect((await setAside()).map(({ reason }) => reason)).toEqual(["the domain is blocked"])
	})

	it("a private inbox is never connected to by a server in earnest", async () => {
		let connects = 0
		const canary = createListener((socket) => {
			connects++
			socket.destroy()
		})
		await new Promise<void>((resolve) => canary.listen(0, "127.0.0.1", resolve))
		closing.push(() => canary.close())
		const { port } = canary.address() as AddressInfo
		const group = await newGroup()
		const inboxes = [`http://127.0.0.1:${port}/`, `https://127.0.0.1:${port}/`, `https://localhost:${port}/`]
		await follow(group, [...inboxes, "https://[::1]/inbox", "https://10.0.0.1/inbox"])
		await follow(group, ["https://rebind.example/inbox"])
		await share(group, [{}])
		const resolve = async () => [{ address: "127.0.0.1", family: 4 as const }]
		const earnest = createNetwork({ allowPrivateAddress: false, userAgent: "Snug-test", resolve })
		closing.push(() => earnest.close())
		await start({ network: earnest }).idle()
		expect(connects).toBe(0)
		expect(await setAside()).toHaveLength(5)
		expect((await setAside()).every(({ reason }) => reason.startsWith("refused:"))).toBe(true)
		expect((await hostRow("rebind.example")).failures).toBe(1)
	})
})
