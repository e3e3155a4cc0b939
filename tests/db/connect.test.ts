import { sql } from "drizzle-orm"
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest"
import { type Connection, type ConnectOptions, connect, type Transaction } from "../../db/connect.ts"
import { codeOf, troubleOf } from "../../db/database-errors.ts"
import { freshDatabase } from "../support/database.ts"
import { startProxy } from "./proxy.ts"

let database: Awaited<ReturnType<typeof freshDatabase>>
let connection: Connection
const others: { close(): Promise<void> }[] = []

const another = (options: ConnectOptions, url = database.url) => {
	const other = connect(url, options)
	others.push(other)
	return other
}
const insert = (id: number) => sql`insert into notes values (${id}, 'text')`
const ids = async () =>
	(await connection.db.execute<{ id: number }>(sql`select id from notes order by id`)).map(({ id }) => id)
const forever = new Promise<never>(() => {})
const failure = (work: Promise<unknown>) =>
	work.then(
		() => undefined,
		(error: unknown) => error,
	)
const raise = (code: string) => sql.raw(`do $$ begin raise exception using errcode = '${code}'; end $$`)

beforeAll(async () => {
	database = await freshDatabase()
	connection = connect(database.url, { size: 4 })
	await connection.db.execute(sql`create table notes (id int primary key, text text)`)
})
beforeEach(async () => {
	await connection.db.execute(sql`truncate notes`)
})
afterEach(async () => {
	for (const other of others.splice(0).reverse()) await other.close()
})
afterAll(async () => {
	await connection.close()
	await database.drop()
})

test("a transaction whose work fails keeps nothing", async () => {
	const work = connection.db.transaction(async (tx) => {
		await tx.execute(insert(1))
		throw new Error("changed my mind")
	})
	await expect(work).rejects.toThrow("changed my mind")
	expect(await ids()).toEqual([])
})

test("a transaction with a failed statement rejects, even if the work swallowed the error", async () => {
	const work = connection.db.transaction(async (tx) => {
		await tx.execute(insert(1))
		await tx.execute(insert(1)).catch(() => {})
	})
	expect(codeOf(await failure(work))).toBe("23505")
	expect(await ids()).toEqual([])
})

test("an inner transaction can fail alone", async () => {
	await connection.db.transaction(async (tx) => {
		await tx.execute(insert(1))
		await tx
			.transaction(async (inner) => {
				await inner.execute(insert(2))
				await inner.execute(insert(1))
			})
			.catch(() => {})
		await tx.transaction((inner) => inner.execute(insert(3)))
	})
	expect(await ids()).toEqual([1, 3])
})

test("a statement after the end of its transaction is refused", async () => {
	let kept: Transaction | undefined
	await connection.db.transaction(async (tx) => {
		kept = tx
	})
	const refused = (await failure(kept!.execute(insert(1)).execute())) as Error
	expect(String(refused.cause)).toMatch(/This transaction is over/)
	expect(await ids()).toEqual([])
})

test("work that takes too long is cut off, keeps nothing, and frees its session", async () => {
	const one = another({ size: 1, transactionDeadline: 400 })
	const work = one.db.transaction(async (tx) => {
		await tx.execute(insert(1))
		await forever
	})
	expect(troubleOf(await failure(work))).toBe("deadline")
	await one.db.transaction((tx) => tx.execute(insert(2)))
	expect(await ids()).toEqual([2])
})

test("a call that waits for a session is cut off too", async () => {
	const one = another({ size: 1, transactionDeadline: 600 })
	const first = failure(one.db.transaction(() => forever))
	const second = failure(one.db.transaction((tx) => tx.execute(insert(1))))
	expect([troubleOf(await first), troubleOf(await second)]).toEqual(["deadline", "deadline"])
	expect(await one.db.execute(sql`select 1`)).toHaveLength(1)
})

test.each(["40001", "40P01"])(
	"error %s makes the whole transaction run again, five times at most",
	async (code) => {
		let attempts = 0
		const work = (failing: number) =>
			connection.db.transaction(async (tx) => {
				attempts++
				await tx.execute(insert(attempts))
				if (attempts <= failing) await tx.execute(raise(code))
			})
		await work(2)
		expect(await ids()).toEqual([3])
		await connection.db.execute(sql`truncate notes`)
		attempts = 0
		expect(codeOf(await failure(work(99)))).toBe(code)
		expect(attempts).toBe(5)
	},
)

test("two transactions that block each other are both kept in the end", async () => {
	for (const id of [1, 2]) await connection.db.execute(insert(id))
	const touch = (tx: Transaction, id: number) =>
		tx.execute(sql`update notes set text = text || '+' where id = ${id}`)
	const both = (first: number, second: number) =>
		connection.db.transaction(async (tx) => {
			await touch(tx, first)
			await tx.execute(sql`select pg_sleep(0.2)`)
			await touch(tx, second)
		})
	await Promise.all([both(1, 2), both(2, 1)])
	const rows = await connection.db.execute<{ text: string }>(sql`select text from notes`)
	expect(rows.map(({ text }) => text)).toEqual(["text++", "text++"])
})

test("a link that breaks while committing says that the outcome is unknown, and does not run the work again", async () => {
	const proxy = await startProxy(database.url)
	others.push(proxy)
	const weak = another({ size: 1 }, proxy.url)
	let runs = 0
	proxy.behave = (sent) => (sent.includes("commit") ? "break" : "pass")
	const work = weak.db.transaction(async (tx) => {
		runs++
		await tx.execute(insert(1))
	})
	expect(troubleOf(await failure(work))).toBe("commit_unknown")
	expect(runs).toBe(1)
	await expect.poll(ids).toEqual([1])
})

test("a link that falls silent costs one call its deadline, and the pool comes back", async () => {
	const proxy = await startProxy(database.url)
	others.push(proxy)
	const weak = another({ size: 1, transactionDeadline: 500 }, proxy.url)
	await weak.db.execute(sql`select 1`)
	proxy.behave = () => "silent"
	expect(troubleOf(await failure(weak.db.execute(insert(1)).execute()))).toBe("deadline")
	proxy.behave = () => "pass"
	expect(await weak.db.execute(sql`select 1`)).toHaveLength(1)
})

test("closing lets what is under way finish and refuses the rest", async () => {
	const brief = connect(database.url, { size: 1 })
	let entered = () => {}
	const inside = new Promise<void>((resolve) => {
		entered = resolve
	})
	const running = brief.db.transaction(async (tx) => {
		entered()
		await tx.execute(sql`select pg_sleep(0.2)`)
		await tx.execute(insert(1))
	})
	await inside
	const waiting = failure(brief.db.execute(insert(2)).execute())
	await Promise.all([running, brief.close()])
	const late = failure(brief.db.execute(insert(3)).execute())
	expect([troubleOf(await waiting), troubleOf(await late)]).toEqual(["closed", "closed"])
	expect(await ids()).toEqual([1])
})

test("a table that changed under a prepared statement is read anew, inside a transaction too", async () => {
	const one = another({ size: 1 })
	const read = (db: Pick<Connection["db"], "execute">) => db.execute(sql`select * from notes where id = ${1}`)
	await one.db.execute(insert(1))
	for (const column of ["a", "b"]) {
		await read(one.db)
		await connection.db.execute(sql.raw(`alter table notes add column ${column} int`))
		const [row] = column === "a" ? await read(one.db) : await one.db.transaction(read)
		expect(row).toHaveProperty(column, null)
	}
	await connection.db.execute(sql`alter table notes drop column a, drop column b`)
})

test("arrays go in and come out whole", async () => {
	const texts = ["plain", 'quo"te', "back\\slash", "com,ma", "", "NULL", null]
	const [row] = await connection.db.execute(sql`
		select ${sql.param(texts)}::text[] as texts, ${sql.param([1, 2])}::int[] as numbers, '{}'::text[] as none,
			${sql.param(["0191d3c2-0000-7000-8000-000000000000"])}::uuid[] as ids, array[true, false] as truths,
			array['\\x00ff'::bytea] as bytes, ${sql.param([{ a: [1] }])}::jsonb[] as documents`)
	expect(row).toEqual({
		texts,
		numbers: [1, 2],
		none: [],
		ids: ["0191d3c2-0000-7000-8000-000000000000"],
		truths: [true, false],
		bytes: [Buffer.from([0, 255])],
		documents: [{ a: [1] }],
	})
})

test("what is notified is heard until the listener ends it", async () => {
	const heard: string[] = []
	const end = await connection.listen('odd "name"', (payload) => heard.push(payload))
	const notify = (text: string) => connection.db.execute(sql`select pg_notify('odd "name"', ${text})`)
	await notify("one")
	await expect.poll(() => heard).toEqual(["one"])
	await end()
	await notify("two")
	await notify("three")
	expect(heard).toEqual(["one"])
})
