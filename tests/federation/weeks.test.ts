import { generateKeyPairSync } from "node:crypto"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { sql } from "drizzle-orm"
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { type Connection, connect } from "../../db/connect.ts"
import { dropDeadHosts, dropGoneHosts, hostSpoke } from "../../db/dead-hosts.ts"
import { appendToLog } from "../../db/log.ts"
import { listQueuedHosts } from "../../db/queue.ts"
import { actors, cursors, groups, hosts, messages, undelivered } from "../../db/schema/index.ts"
import { type Delivery, startDelivery } from "../../federation/delivery/delivery.ts"
import { createNetwork, type Network } from "../../federation/plumbing/network.ts"
import { type Ports, uuidv7 } from "../../src/ports.ts"
import { realTimer } from "../../src/real-ports.ts"
import { freshDatabase } from "../support/database.ts"

type Peer = {
	host: string
	url: string
	requests: number
	taken: { id: string; object: string; path: string }[]
}
type Answer = number | "never"

const hour = 3_600_000
const day = 24 * hour
const keyId = "https://snug.example/ap/groups/1#main-key"
const key = { keyId, ...generateKeyPairSync("rsa", { modulusLength: 2048 }) }
const closing: (() => unknown)[] = []
let database: Awaited<ReturnType<typeof freshDatabase>>
let connection: Connection
let network: Network
const running: Delivery[] = []
let ahead = 0
let counter = 0

const ports: Ports = {
	now: () => new Date(Date.now() + ahead),
	newId: () => uuidv7(Date.now() + ahead),
	timer: realTimer,
	fetch: (request) => network.fetch(request),
	failpoint: () => {},
}
const now = () => ports.now().getTime()

beforeAll(async () => {
	database = await freshDatabase()
	connection = connect(database.url)
	network = createNetwork({ allowPrivateAddress: true, userAgent: "Snug-test", deadline: 400 })
})
afterAll(async () => {
	await connection?.close()
	await network?.close()
	await database?.drop()
})
beforeEach(async () => {
	ahead = 0
	await connection.db.execute(sql`truncate actors, hosts cascade`)
})
afterEach(async () => {
	await stopAll()
	for (const close of closing.splice(0)) await close()
})

const start = (): Delivery => {
	const webOrigin = new URL("http://localhost:1")
	const delivery = startDelivery({
		db: connection.db,
		ports,
		network,
		signingKey: async () => key,
		webOrigin,
	})
	running.push(delivery)
	return delivery
}
const stopAll = async () => {
	await Promise.all(running.splice(0).map((delivery) => delivery.stop()))
}

const peer = async (decide: (path: string) => Answer = () => 202): Promise<Peer> => {
	const server = createServer(async (request, response) => {
		self.requests++
		const chunks: Buffer[] = []
		for await (const chunk of request) chunks.push(chunk)
		const status = decide(request.url!)
		if (status === "never") return
		if (request.method === "POST" && status < 300)
			self.taken.push({ ...JSON.parse(Buffer.concat(chunks).toString()), path: request.url })
		response.writeHead(request.method === "POST" ? status : 404).end()
	})
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
	const host = `localhost:${(server.address() as AddressInfo).port}`
	const self: Peer = { host, url: `http://${host}`, requests: 0, taken: [] }
	closing.push(() => {
		server.closeAllConnections()
		server.close()
	})
	return self
}

const newGroup = async (): Promise<string> => {
	const id = ports.newId()
	const uri = `https://snug.example/ap/groups/${id}`
	const handle = `g${id.replaceAll("-", "").slice(-20)}`
	const actor = { id, uri, local: true, kind: "group" as const, handle, host: "snug.example" }
	await connection.db.insert(actors).values({ ...actor, name: handle, url: uri, inbox: `${uri}/inbox` })
	await connection.db.insert(groups).values({ actorId: id })
	return id
}
const follow = (groupId: string, inbox: string) =>
	connection.db.insert(cursors).values({ groupId, inbox, host: new URL(inbox).host, position: 0 })

const bodyOf = (id: string, object: string) => Buffer.from(JSON.stringify({ id, object }))
const share = async (groupId: string, object?: string): Promise<string> => {
	const id = `https://snug.example/ap/activities/${++counter}`
	const about = object ?? `https://elsewhere.example/${counter}`
	const entry = { groupId, eventId: ports.newId(), activityUri: id, objectUri: about, signerId: groupId }
	const body = bodyOf(id, about)
	await connection.db.transaction((tx) =>
		appendToLog(tx, [{ ...entry, dialect: "microblog", audience: "public", body }]),
	)
	return id
}
const say = (groupId: string, inbox: string, name: string) =>
	connection.db.insert(messages).values({
		...{
			id: ports.newId(),
			eventId: ports.newId(),
			activityUri: name,
			signerId: groupId,
			inbox,
			host: new URL(inbox).host,
		},
		...{ audience: "people", body: bodyOf(name, name) },
	})

const hostRow = async (host: string) =>
	(await connection.db.select().from(hosts)).find((row) => row.host === host)!
const drop = () => connection.db.transaction((tx) => dropDeadHosts(tx, ports.now()))
const spoke = (host: string) => connection.db.transaction((tx) => hostSpoke(tx, host, ports.now()))
const ids = (of: Peer) => of.taken.map(({ id }) => id)

/** Lets time pass to the next moment at which a host is tried, or by half a day. */
const untilNextTry = async (host: string): Promise<void> => {
	const next = (await hostRow(host)).nextTryAt?.getTime() ?? 0
	ahead += Math.min(next > now() ? next - now() + 1 : 12 * hour, 12 * hour)
}

describe("a host that is dead for a month", () => {
	it("DLV-06 costs at most 40 requests, delays nobody, and is dropped and listed", async () => {
		const group = await newGroup()
		const [dead, alive] = [await peer(() => "never"), await peer()]
		for (const { url } of [dead, alive]) await follow(group, `${url}/inbox`)
		await say(group, `${dead.url}/ann`, "hello")
		const delivery = start()
		const sent = [await share(group)]
		const dropped: { host: string; after: number }[] = []
		while (ahead < 31 * day) {
			await delivery.idle()
			expect(ids(alive)).toEqual(sent)
			for (const host of (await drop()).hosts) dropped.push({ host, after: Math.floor(ahead / day) })
			await untilNextTry(dead.host)
			if (ahead / day > sent.length) sent.push(await share(group))
		}
		expect(dropped).toEqual([{ host: dead.host, after: 30 }])
		expect(sent.length).toBeGreaterThan(25)
		expect(dead.requests).toBeLessThanOrEqual(40)
		expect(dead.requests).toBeGreaterThan(25)
		const row = { host: dead.host, state: "dropped", waiting: 0, nextTryAt: null }
		expect(await listQueuedHosts(connection.db, { dropped: true })).toMatchObject([row])
		const asked = dead.requests
		await say(group, `${dead.url}/ann`, "again")
		ahead += day
		await delivery.idle()
		await drop()
		await delivery.idle()
		expect(dead.requests).toBe(asked)
		const reason = "not reached for 30 days"
		expect(await connection.db.select().from(undelivered).orderBy(undelivered.id)).toMatchObject([
			{ activityUri: "hello", host: dead.host, reason },
			{ activityUri: "again", host: dead.host, reason },
		])
	}, 120_000)

	it("DLV-06 gets what it missed when it speaks again, while the log has it, and else goes on from now", async () => {
		const one = await peer()
		const [kept, tidied] = [await newGroup(), await newGroup()]
		for (const group of [kept, tidied]) await follow(group, `${one.url}/inbox`)
		await say(kept, `${one.url}/ann`, "accept")
		const [first, second] = [await share(kept), await share(kept)]
		await share(tidied)
		const failing = {
			failures: 30,
			failingSince: new Date(now() - 31 * day),
			nextTryAt: new Date(now() + day),
		}
		await connection.db.insert(hosts).values({ host: one.host, nodeinfoAt: ports.now(), ...failing })
		expect(await drop()).toEqual({ hosts: [one.host], more: false })
		expect((await connection.db.select().from(cursors)).every(({ closedAt }) => closedAt)).toBe(true)
		await connection.db.execute(sql`delete from log where group_id = ${tidied}`)
		const third = await share(tidied)
		const delivery = start()
		await delivery.idle()
		expect(one.requests).toBe(0)
		expect(await spoke(one.host)).toBe(true)
		const fourth = await share(tidied)
		await delivery.idle()
		expect(ids(one).sort()).toEqual([first, second, fourth, "accept"].sort())
		expect(ids(one)).not.toContain(third)
		expect(await hostRow(one.host)).toMatchObject({ failures: 0, failingSince: null, droppedAt: null })
		expect(await spoke(one.host)).toBe(false)
		expect((await drop()).hosts).toEqual([])
	})

	it("is not dropped again before another month when it speaks but takes nothing", async () => {
		const one = await peer(() => 503)
		const group = await newGroup()
		await follow(group, `${one.url}/inbox`)
		await share(group)
		const failing = { failures: 30, failingSince: new Date(now() - 31 * day) }
		await connection.db.insert(hosts).values({ host: one.host, nodeinfoAt: ports.now(), ...failing })
		await drop()
		await spoke(one.host)
		await start().idle()
		expect(one.requests).toBe(1)
		ahead += 29 * day
		expect((await drop()).hosts).toEqual([])
		ahead += 2 * day
		expect((await drop()).hosts).toEqual([one.host])
	})
})

describe("a host that comes back after three days", () => {
	it("DLV-07 gets all it missed (240 posts in place of 300), once, in order for each object", async () => {
		let up = false
		const one = await peer(() => (up ? 202 : "never"))
		const group = await newGroup()
		await follow(group, `${one.url}/inbox`)
		const delivery = start()
		const sent: string[] = []
		while (ahead < 3 * day) {
			for (let n = 0; n < 20; n++)
				sent.push(await share(group, `https://elsewhere.example/${sent.length % 40}`))
			await delivery.idle()
			await untilNextTry(one.host)
		}
		expect(sent.length).toBeGreaterThanOrEqual(240)
		up = true
		await spoke(one.host)
		await delivery.idle()
		expect(ids(one).sort()).toEqual([...sent].sort())
		const byObject = Map.groupBy(one.taken, ({ object }) => object)
		for (const [object, taken] of byObject) {
			const about = sent.filter((_, index) => `https://elsewhere.example/${index % 40}` === object)
			expect(taken.map(({ id }) => id)).toEqual(about)
		}
		expect(await listQueuedHosts(connection.db, { dropped: false })).toEqual([])
	}, 60_000)
})

describe("an inbox in trouble", () => {
	it("is asked as often over restarts as without them", async () => {
		let asked = 0
		const one = await peer((path) => (path === "/inbox" && ++asked > 0 ? 403 : 202))
		const group = await newGroup()
		await follow(group, `${one.url}/inbox`)
		const sent = await share(group)
		for (let round = 0; round < 40; round++) {
			await start().idle()
			await stopAll()
			ahead += hour / 4
		}
		// the first knock comes in both signatures
		expect(asked).toBeLessThanOrEqual(8)
		expect((await connection.db.select().from(undelivered)).map(({ activityUri }) => activityUri)).toEqual([
			sent,
		])
	})

	it("costs no lease and no memory while it waits, whether of a log or of a message", async () => {
		const peers = await Promise.all(
			Array.from({ length: 30 }, () => peer((path) => (path === "/fine" ? 202 : 404))),
		)
		const group = await newGroup()
		for (const { url } of peers) {
			await follow(group, `${url}/inbox`)
			await follow(group, `${url}/fine`)
			await say(group, `${url}/ann`, `accept ${url}`)
			await say(group, `${url}/ann`, `later ${url}`)
		}
		const sent = [await share(group), await share(group)]
		const delivery = start()
		await delivery.idle()
		for (const one of peers) expect(ids(one)).toEqual(sent)
		expect((await connection.db.select().from(hosts)).map(({ leaseOwner }) => leaseOwner)).toEqual(
			peers.map(() => null),
		)
		const asked = () => peers.reduce((sum, { requests }) => sum + requests, 0)
		const before = asked()
		await delivery.idle()
		expect(asked()).toBe(before)
		ahead += 2 * hour
		await delivery.idle()
		expect(asked()).toBeGreaterThan(before)
	}, 60_000)
})

describe("a host that says that it is gone", () => {
	it("is given up after a week, listed, and counts again once it speaks", async () => {
		const group = await newGroup()
		const [gone, half] = [await peer(() => 410), await peer((path) => (path === "/a" ? 410 : 202))]
		for (const inbox of [`${gone.url}/a`, `${gone.url}/b`, `${half.url}/a`, `${half.url}/b`])
			await follow(group, inbox)
		const givenUp = () => connection.db.transaction((tx) => dropGoneHosts(tx, ports.now()))
		await share(group)
		const delivery = start()
		await delivery.idle()
		ahead += 2 * hour
		await delivery.idle()
		for (const days of [0, 6]) {
			ahead += days * day
			expect(await givenUp()).toEqual([])
		}
		ahead += day
		expect(await givenUp()).toEqual([gone.host])
		expect(await givenUp()).toEqual([])
		const row = { host: gone.host, state: "dropped", lastError: "HTTP 410 for 7 days" }
		expect(await listQueuedHosts(connection.db, { dropped: true })).toMatchObject([row])
		const asked = gone.requests
		await share(group)
		await delivery.idle()
		expect(gone.requests).toBe(asked)
		expect(await spoke(gone.host)).toBe(true)
		expect(await listQueuedHosts(connection.db, { dropped: true })).toEqual([])
	})
})
