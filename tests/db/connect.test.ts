import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type Connection, connect } from "../../db/connect.ts"
import { freshDatabase } from "../support/database.ts"

let database: Awaited<ReturnType<typeof freshDatabase>>
let connection: Connection

beforeAll(async () => {
	database = await freshDatabase()
	connection = connect(database.url, { size: 3 })
	await connection.db.execute(sql`create table notes (id int primary key, text text)`)
})
afterAll(async () => {
	await connection.close()
	await database.drop()
})

test("a transaction keeps all or nothing", async () => {
	await expect(
		connection.db.transaction(async (tx) => {
			await tx.execute(sql`insert into notes values (1, 'one')`)
			throw new Error("changed my mind")
		}),
	).rejects.toThrow("changed my mind")
	expect(await connection.db.execute(sql`select * from notes`)).toHaveLength(0)
})
