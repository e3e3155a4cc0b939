import { sql } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type Connection, connect } from "../../db/connect.ts"
import { eventually } from "../support/eventually.ts"
import { type Json, type Peer, type Person, startPeer } from "../support/peer.ts"
import { freePort, launch, type Snug, type Started, startSnug, verbsFor } from "../support/snug.ts"
import { withOwner } from "../support/with-owner.ts"

const secret = "a secret of the tests, long enough to be taken"
const softwares = ["mastodon", "lemmy", "misskey", "nodebb", "pleroma", "piefed", "mastodon", "lemmy"]
type Worker = Started & { origin: string }

describe("one web process and two workers on one database", () => {
	let web: Snug
	let connection: Connection
	let workers: Worker[] = []
	let tea: Json
	let peers: Peer[] = []
	const people: Person[] = []
	const written: string[] = []

	const settings = () => ({
		DATABASE_URL: web.databaseUrl,
		SECRET_KEY: secret,
		WEB_ORIGIN: web.origin,
		ALLOW_PRIVATE_ADDRESS: "true",
	})
	const newWorker = async (): Promise<Worker> => {
		const PORT = String(await freePort())
		const started = await launch({ ...settings(), ROLE: "worker", PORT })
		return { ...started, origin: `http://localhost:${PORT}` }
	}
	const get = async (url: string) => {
		const answer = await fetch(url)
		return `${answer.status} ${(await answer.text()).slice(0, 200)}`
	}

	beforeAll(async () => {
		web = await startSnug({ ROLE: "web" })
		connection = connect(web.databaseUrl, { size: 2 })
		workers = [await newWorker(), await newWorker()]
		await withOwner(web, "tea")
		peers = await Promise.all(softwares.map((software) => startPeer({ software })))
		for (const peer of peers) {
			const person = peer.person("bo")
			people.push(person)
			tea = await person.lookUp(`@tea@${web.host}`)
			expect((await person.follow(tea)).answer.status).toBe(202)
		}
		await eventually(() => expect(people.filter((person) => !person.follows(tea.id))).toEqual([]), 20_000)
	}, 90_000)
	afterAll(async () => {
		await connection?.close()
		await Promise.all(workers.map((worker) => worker.kill("SIGKILL")))
		await Promise.all(peers.map((peer) => peer.stop()))
		await web?.close()
	})

	const postOf = ({ object }: Json): string => (typeof object === "string" ? object : object.object?.id)
	const announced = (peer: Peer) =>
		peer.received.filter(({ json }) => json?.type === "Announce" && typeof postOf(json) === "string")
	const missing = () =>
		peers.map((peer) => {
			const known = new Set(
				announced(peer)
					.filter(({ answered }) => answered < 300)
					.map(({ json }) => postOf(json)),
			)
			return written.filter((id) => !known.has(id)).length
		})
	const write = async (count: number): Promise<void> => {
		for (let n = 0; n < count; n++) {
			const person = people[(written.length * 3) % people.length]!
			const { note, answer } = await person.post({ text: `Post ${written.length}`, mention: tea })
			expect(answer.status).toBe(202)
			written.push(note.id)
		}
	}
	// far less than the leases of the dead last
	const arrive = () => expect.poll(missing, { timeout: 25_000, interval: 200 }).toEqual(peers.map(() => 0))
	const copies = () => {
		const seen = new Map<string, number>()
		for (const peer of peers)
			for (const { json } of announced(peer))
				seen.set(`${peer.host} ${json.id}`, (seen.get(`${peer.host} ${json.id}`) ?? 0) + 1)
		return [...seen].filter(([, count]) => count > 1)
	}

	it("answer what is theirs to answer", async () => {
		expect(await get(`${web.origin}/@tea`)).toMatch(/^200/)
		for (const { origin } of workers) {
			expect([await get(`${origin}/livez`), await get(`${origin}/readyz`)]).toEqual(["200 ok", "200 ok"])
			expect(await get(`${origin}/@tea`)).toMatch(/^404/)
			expect(await get(`${origin}/.well-known/nodeinfo`)).toMatch(/^404/)
		}
		expect(workers.some((worker) => worker.output().includes("Setup:"))).toBe(false)
	})

	it("share the work and double nothing", async () => {
		await write(20)
		await arrive()
		expect(copies()).toEqual([])
		const shared = await connection.db.execute(sql`select 1 from events where type = 'post-shared'`)
		expect(shared).toHaveLength(written.length)
	}, 60_000)

	it("go on when either of them dies in the middle, with the same words under the same ids", async () => {
		const lives = [
			write(15),
			new Promise((resolve) => setTimeout(resolve, 300)).then(() => workers[0]!.kill("SIGKILL")),
		]
		await Promise.all(lives)
		await arrive()
		workers[0] = await newWorker()
		await Promise.all([write(15), workers[1]!.kill("SIGKILL")])
		await arrive()
		// what was not noted before the death is said again, at most what was under way to each server
		expect(copies().length).toBeLessThanOrEqual(peers.length * 8)
		const bytes = Map.groupBy(peers.flatMap(announced), ({ json }) => json.id)
		for (const same of bytes.values()) expect(new Set(same.map((one) => one.bytes.toString())).size).toBe(1)
		const told = Map.groupBy(peers.flatMap(announced), ({ json }) => `${typeof json.object} ${postOf(json)}`)
		for (const [name, same] of told) expect(new Set(same.map(({ json }) => json.id)).size, name).toBe(1)
		const shared = await connection.db.execute(sql`select 1 from events where type = 'post-shared'`)
		expect(shared).toHaveLength(written.length)
	}, 120_000)

	it("keep what is heard while no worker is there, and say so after a while", async () => {
		await workers[0]!.kill()
		workers = []
		await write(1)
		expect(await get(`${web.origin}/readyz`)).toBe("200 ok")
		await connection.db.execute(
			sql`update inbox set due_at = now() - interval '6 minutes' where state = 'waiting'`,
		)
		await eventually(async () =>
			expect(await get(`${web.origin}/readyz`)).toMatch(/^503 .*waiting for 6 minutes.*worker/),
		)
		expect(await get(`${web.origin}/livez`)).toBe("200 ok")
		expect(await verbsFor({ ...settings(), PORT: web.host.split(":")[1]! }).run(["health"])).toMatchObject({
			code: 1,
			stderr: expect.stringContaining("waiting"),
		})
		workers = [await newWorker()]
		await arrive()
		await eventually(async () => expect(await get(`${web.origin}/readyz`)).toBe("200 ok"))
	}, 60_000)

	it("need a database that can be shared", async () => {
		const { code, stderr } = await verbsFor({ ROLE: "worker", DATA_DIR: "/tmp/snug-no-such-folder" }).run([
			"start",
		])
		expect([code, stderr]).toEqual([1, expect.stringContaining("DATABASE_URL")])
	})
})
