import { sql } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type Connection, connect, type Database, type Transaction } from "../../db/connect.ts"
import { posts, tombstones } from "../../db/schema/index.ts"
import { inTurn, rowsInto, together } from "../../db/together.ts"
import { freshDatabase } from "../support/database.ts"

let database: Awaited<ReturnType<typeof freshDatabase>>
let connection: Connection
beforeAll(async () => {
	database = await freshDatabase()
	connection = connect(database.url)
})
afterAll(async () => {
	await connection.close()
	await database.drop()
})

const doubling = () => {
	const asked: number[][] = []
	const double = together(async (db: Database | Transaction, keys: number[]) => {
		asked.push(keys)
		const rows = await db.execute<{ n: string; twice: number }>(sql`
			select n, 12 / (n - 13) * 0 + n * 2 as twice from unnest(${sql.param(keys)}::int[]) n`)
		return keys.map((key) => rows.find(({ n }) => Number(n) === key)!.twice)
	})
	return { asked, double }
}

describe("what is asked at the same moment", () => {
	it("is asked in one statement, and each gets their own answer", async () => {
		const { asked, double } = doubling()
		const answers = await Promise.all([3, 1, 2, 3].map((n) => double(connection.db, n)))
		expect(answers).toEqual([6, 2, 4, 6])
		expect(asked).toEqual([[3, 1, 2, 3]])
		expect(await double(connection.db, 5)).toBe(10)
	})

	it("and while that is under way, is asked next", async () => {
		const { asked, double } = doubling()
		const answers: Promise<number>[] = []
		for (let n = 20; n < 320; n++) {
			answers.push(double(connection.db, n))
			if (n % 30 === 0) await new Promise((resolve) => setImmediate(resolve))
		}
		expect((await Promise.all(answers)).at(-1)).toBe(638)
		expect(asked.length).toBeLessThan(12)
		expect(asked.flat()).toHaveLength(300)
	})

	it("of two transactions, or of one and the plain connection, is not put together", async () => {
		const { asked, double } = doubling()
		const ask = (n: number) =>
			connection.db.transaction((tx) => Promise.all([double(tx, n), double(tx, n + 1)]))
		await Promise.all([ask(20), ask(30), double(connection.db, 40)])
		expect(asked.sort()).toEqual([[20, 21], [30, 31], [40]])
	})

	it("by one who asks nonsense spoils nobody else's answer", async () => {
		const { double } = doubling()
		const answers = await Promise.allSettled([1, 13, 2].map((n) => double(connection.db, n)))
		expect(answers.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"])
	})

	it("and is refused in a transaction, is refused to all of it", async () => {
		const { double } = doubling()
		const all = connection.db.transaction((tx) => Promise.all([1, 13].map((n) => double(tx, n))))
		await expect(all).rejects.toThrow()
	})
})

describe("what must not happen at the same moment in one transaction", () => {
	it("happens in turn, even after one that failed, and other names do not wait", async () => {
		const said: string[] = []
		await connection.db.transaction(async (tx) => {
			const say = (name: string, word: string, fails = false) =>
				inTurn(tx, name, async () => {
					said.push(`${word} begins`)
					await tx.execute(sql`select 1`)
					said.push(`${word} ends`)
					if (fails) throw new Error("no")
				}).catch(() => {})
			await Promise.all([say("a", "one", true), say("a", "two"), say("b", "three")])
		})
		expect(said.indexOf("two begins")).toBeGreaterThan(said.indexOf("one ends"))
		expect(said.indexOf("three begins")).toBeLessThan(said.indexOf("one ends"))
	})
})

describe("rows given as one parameter", () => {
	it("come out as they went in: bytes, moments, lists, signs, nothing, and what is left to its default", async () => {
		const gone = [
			{ uri: 'https://a.example/"1"\\', actorUri: "ä\n{}," },
			{ uri: "https://a.example/2", actorUri: "null" },
		]
		const kept = await connection.db.transaction(async (tx) => {
			await tx.execute(sql`insert into ${rowsInto(tombstones, gone)}`)
			return tx.select().from(tombstones).orderBy(tombstones.actorUri)
		})
		expect(kept.map(({ uri, actorUri }) => ({ uri, actorUri })).sort(byUri)).toEqual(gone.sort(byUri))
		expect(kept.every(({ createdAt }) => createdAt instanceof Date)).toBe(true)
	})

	it("keep a value that only some of them have", async () => {
		const id = (n: number) => `0198a000-0000-7000-8000-00000000000${n}`
		const post = (n: number) => ({
			...{ id: id(n), uri: `https://a.example/p/${n}`, url: "https://a.example/", authorId: id(9) },
			...{ kind: "note" as const, html: "<p>…</p>", audience: "public" as const, threadId: id(n) },
			...{ publishedAt: new Date("2026-11-20T10:00:00.123Z"), createBytes: new Uint8Array([0, 255, 92]) },
			attachments: [{ url: "https://a.example/i", mediaType: "image/png", alt: 'a "b"' }],
		})
		await connection.db.execute(sql`insert into actors (id, uri, local, kind, handle, host, name, url, inbox)
			values (${id(9)}, 'https://a.example/u', false, 'person', 'u', 'a.example', 'u', '', '')`)
		const rows = [post(1), { ...post(2), contextUri: "https://a.example/c" }]
		await connection.db.transaction((tx) => tx.execute(sql`insert into ${rowsInto(posts, rows)}`))
		const found = await connection.db.select().from(posts).orderBy(posts.uri)
		expect(found).toMatchObject([{ ...post(1), contextUri: null, version: 1 }, rows[1]!])
	})
})

const byUri = (one: { uri: string }, other: { uri: string }) => one.uri.localeCompare(other.uri)
