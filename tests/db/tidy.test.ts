import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, it } from "vitest"
import { type Connection, connect } from "../../db/connect.ts"
import { tidy } from "../../db/tidy.ts"
import { freshDatabase } from "../support/database.ts"

let database: Awaited<ReturnType<typeof freshDatabase>>
let connection: Connection

beforeAll(async () => {
	database = await freshDatabase()
	connection = connect(database.url)
})
afterAll(async () => {
	await connection?.close()
	await database?.drop()
})

const now = new Date("2026-06-01T00:00:00Z")
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString()
const heard = (uri: string, days: number, state: string) =>
	sql`insert into inbox (activity_uri, once_uri, actor_uri, signer_uri, type, body, received_at, state)
		values (${uri}, ${uri}, 'https://a.example/bo', 'https://a.example/bo', 'Like', 'x', ${daysAgo(days)}, ${state})`

it("lets go of what was kept long enough, and of nothing that still waits", async () => {
	const { db } = connection
	await db.execute(heard("https://a.example/1", 1, "done"))
	await db.execute(heard("https://a.example/8", 8, "done"))
	await db.execute(heard("https://a.example/61", 61, "done"))
	await db.execute(heard("https://a.example/62", 62, "waiting"))
	await db.execute(
		sql`insert into tombstones (uri, actor_uri, created_at) values ('a', 'b', ${daysAgo(59)}), ('c', 'd', ${daysAgo(61)})`,
	)
	expect(await db.transaction((tx) => tidy(tx, now))).toBeGreaterThan(0)
	const rows = await db.execute(
		sql`select activity_uri, body is null as empty from inbox order by activity_uri`,
	)
	expect([...rows]).toEqual([
		{ activity_uri: "https://a.example/1", empty: false },
		{ activity_uri: "https://a.example/62", empty: false },
		{ activity_uri: "https://a.example/8", empty: true },
	])
	expect([...(await db.execute(sql`select uri from tombstones`))]).toEqual([{ uri: "a" }])
	expect(await db.transaction((tx) => tidy(tx, now))).toBe(0)
})

it("keeps of a group's log what a follower's server has yet to receive", async () => {
	const { db } = connection
	const id = "01a1fea7-0000-7000-8000-000000000001"
	await db.execute(
		sql`insert into actors (id, uri, local, kind, handle, host, name, url, inbox) values (${id}, 'u', true, 'group', 'tea', 'h', 'n', 'u', 'i')`,
	)
	await db.execute(sql`insert into groups (actor_id, log_position) values (${id}, 3)`)
	for (const position of [1, 2, 3])
		await db.execute(sql`insert into log (group_id, position, event_id, dialect, activity_uri, object_uri, signer_id, audience, body, created_at)
			values (${id}, ${position}, ${id}, 'microblog', 'a', 'o', ${id}, 'public', 'x', ${daysAgo(91)})`)
	await db.execute(
		sql`insert into cursors (group_id, inbox, host, position) values (${id}, 'x', 'h', 1), (${id}, 'y', 'h', 3)`,
	)
	await db.transaction((tx) => tidy(tx, now))
	expect([...(await db.execute(sql`select position::int from log order by position`))]).toEqual([
		{ position: 2 },
		{ position: 3 },
	])
})
