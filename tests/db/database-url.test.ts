import { sql } from "drizzle-orm"
import { afterAll, expect, test } from "vitest"
import { connect } from "../../db/connect.ts"
import { DatabaseUnavailable } from "../../db/database-errors.ts"
import { AddressRefused, readDatabaseUrl } from "../../db/database-url.ts"

test("an address names host, port, user, password and database", () => {
	expect(readDatabaseUrl("postgres://me:p%40ss@db.example:6432/home")).toMatchObject({
		host: "db.example",
		port: 6432,
		path: null,
		user: "me",
		password: "p@ss",
		database: "home",
		tls: "prefer",
	})
	expect(readDatabaseUrl("postgres://me@[::1]/home")).toMatchObject({ host: "::1", port: 5432, tls: "off" })
	expect(readDatabaseUrl("postgresql://me@localhost")).toMatchObject({ database: "me" })
})

test("a folder as host is a unix socket", () => {
	const socket = { path: "/run/db/.s.PGSQL.5433", user: "me", database: "home", tls: "off" }
	expect(readDatabaseUrl("postgres://me@localhost:5433/home?host=/run/db")).toMatchObject(socket)
	expect(readDatabaseUrl("postgres://me@%2Frun%2Fdb:5433/home")).toMatchObject(socket)
	expect(readDatabaseUrl("postgres:///home?host=/run/db/&port=5433&user=me")).toMatchObject(socket)
})

test("sslmode means what it means to libpq", () => {
	const read = (mode: string) => readDatabaseUrl(`postgres://me@db.example/home?sslmode=${mode}`)
	expect(read("disable").tls).toBe("off")
	expect(read("require")).toMatchObject({ tls: "require", tlsOptions: { rejectUnauthorized: false } })
	expect(read("verify-full")).toEqual({ ...read("verify-full"), tls: "require", tlsOptions: {} })
	expect(read("verify-ca").tlsOptions.checkServerIdentity).toBeTypeOf("function")
	expect(() => read("maybe")).toThrow(AddressRefused)
})

test.each(["", "db.example", "mysql://me@db.example/home", "postgres://db.example/home"])(
	"%j is refused",
	(text) => {
		expect(() => readDatabaseUrl(text)).toThrow(AddressRefused)
	},
)

const open: { close(): Promise<void> }[] = []
afterAll(() => Promise.all(open.map((connection) => connection.close())))
const failureOf = async (url: string): Promise<Error> => {
	const connection = connect(url, { size: 1 })
	open.push(connection)
	const failure: Error = await connection.db.execute(sql`select 1`).then(
		() => new Error("it worked"),
		(error) => error.cause,
	)
	expect(failure).toBeInstanceOf(DatabaseUnavailable)
	return failure
}

test("a database that is not there says what to look at", async () => {
	expect((await failureOf("postgres://me@127.0.0.1:1/home")).message).toMatch(
		/Nothing listens at 127.0.0.1:1/,
	)
	expect((await failureOf("postgres://me@localhost/home?host=/nowhere")).message).toMatch(
		/no socket \/nowhere\/.s.PGSQL/,
	)
	const unknown = await failureOf("postgres://me@nowhere.invalid/home")
	expect(unknown.message).toMatch(/"nowhere.invalid" (was not found|could not be looked up)/)
})
