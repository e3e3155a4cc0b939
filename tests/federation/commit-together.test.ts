import { eq } from "drizzle-orm"
import { afterAll, afterEach, beforeAll, expect, it } from "vitest"
import { type Connection, connect } from "../../db/connect.ts"
import { type HeardRow, keepHeard } from "../../db/inbox.ts"
import { inbox, tombstones } from "../../db/schema/index.ts"
import { commitTogether } from "../../federation/commit-together.ts"
import { again, type Hearing, TooEarly } from "../../federation/inbox.ts"
import { newToken } from "../../src/ports.ts"
import { realPorts } from "../../src/real-ports.ts"
import type { World } from "../../src/world.ts"
import { freshDatabase } from "../support/database.ts"

let database: Awaited<ReturnType<typeof freshDatabase>>
let connection: Connection
let world: World
const transactions: string[][] = []

beforeAll(async () => {
	database = await freshDatabase()
	connection = connect(database.url)
	const ports = realPorts(async () => {
		throw new Error("nothing is asked of anyone here")
	})
	const origin = new URL("https://snug.example")
	world = { db: connection.db, ports, origin, secretKey: "", wake: () => {} }
})
afterEach(async () => {
	transactions.length = 0
	await connection.db.delete(inbox)
	await connection.db.delete(tombstones)
})
afterAll(async () => {
	await connection.close()
	await database.drop()
})

const uriOf = (name: string) => `https://a.example/${name}`

const leased = async (names: string[]): Promise<HeardRow[]> => {
	for (const name of names)
		await keepHeard(connection.db, {
			...{ activityUri: uriOf(name), onceUri: uriOf(name), actorUri: uriOf(`by ${name}`), signerUri: "" },
			...{ type: "Create", body: new Uint8Array(), receivedAt: world.ports.now() },
		})
	const leaseToken = newToken()
	await connection.db.update(inbox).set({ leaseToken })
	return connection.db.select().from(inbox).orderBy(inbox.position)
}

/** Writes something down and says which transaction it was in; the name says what it changes. */
const hearing = (name: string, change: string | null, fails?: Error): Hearing => {
	const hear = async (tx: Parameters<Hearing>[0]) => {
		const rows = await tx.execute<{ id: string }>("select pg_current_xact_id()::text as id")
		transactions.push([name, rows[0]!.id])
		await tx.insert(tombstones).values({ uri: uriOf(name), actorUri: "" })
		if (fails) throw fails
		return name === "more" ? again : `done ${name}`
	}
	return change === null ? hear : Object.assign(hear, { changes: [change] })
}
const kept = async () =>
	(await connection.db.select().from(tombstones)).map(({ uri }) => uri.slice(18)).sort()
const states = async () =>
	Object.fromEntries(
		(await connection.db.select().from(inbox)).map((row) => [
			row.activityUri!.slice(18),
			row.outcome ?? row.state,
		]),
	)
const transactionsOf = (name: string) => transactions.filter(([who]) => who === name).map(([, id]) => id)

it("commits what changes different things in one transaction, and what changes the same in the next", async () => {
	const [a, b, c, more, lone] = await leased(["a", "b", "c", "more", "lone"])
	const commit = commitTogether(world)
	const outcomes = await Promise.all([
		commit(a!, hearing("a", "x")),
		commit(b!, hearing("b", "y")),
		commit(c!, hearing("c", "x")),
		commit(more!, hearing("more", "z")),
		commit(lone!, hearing("lone", null)),
	])
	expect(outcomes).toEqual(["done a", "done b", "done c", again, "done lone"])
	expect(transactionsOf("a")).toEqual(transactionsOf("b"))
	expect(new Set(["a", "c", "lone"].flatMap(transactionsOf)).size).toBe(3)
	expect(await states()).toEqual({
		a: "done a",
		b: "done b",
		c: "done c",
		more: "waiting",
		lone: "done lone",
	})
})

it("keeps the others when one cannot be dealt with, and nothing of that one", async () => {
	const [a, bad, c] = await leased(["a", "bad", "c"])
	const commit = commitTogether(world)
	const outcomes = await Promise.allSettled([
		commit(a!, hearing("a", "x")),
		commit(bad!, hearing("bad", "y", new TooEarly("not yet"))),
		commit(c!, hearing("c", "z")),
	])
	expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"])
	expect(await kept()).toEqual(["a", "c"])
	expect(await states()).toEqual({ a: "done a", bad: "waiting", c: "done c" })
})

it("keeps nothing of what another worker holds by now", async () => {
	const [a, lost] = await leased(["a", "lost"])
	await connection.db.update(inbox).set({ leaseToken: newToken() }).where(eq(inbox.position, lost!.position))
	const commit = commitTogether(world)
	const outcomes = await Promise.allSettled([
		commit(a!, hearing("a", "x")),
		commit(lost!, hearing("lost", "y")),
	])
	expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected"])
	expect(await kept()).toEqual(["a"])
})
