import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { createServer } from "node:net"
import { join } from "node:path"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, test } from "vitest"
import { connect } from "../../db/connect.ts"
import { troubleOf } from "../../db/database-errors.ts"
import { startEmbedded } from "../../db/embedded.ts"
import { DatabaseRefusal, migrate } from "../../db/migrate.ts"

let folder: string
let port: number
let server: Awaited<ReturnType<typeof startEmbedded>>

const freePort = () =>
	new Promise<number>((resolve) => {
		const probe = createServer().listen(0, "127.0.0.1", () => {
			const { port: found } = probe.address() as { port: number }
			probe.close(() => resolve(found))
		})
	})

beforeAll(async () => {
	folder = await mkdtemp("/tmp/snug-refused-")
	port = await freePort()
	server = await startEmbedded(join(folder, "db"), undefined, {
		listen_addresses: "127.0.0.1",
		port: String(port),
	})
	const admin = connect(`${server.url}&user=postgres`, { size: 1 })
	await admin.db.execute(sql`alter role snug password 'right'`)
	await admin.db.execute(sql`create role guest login password 'right'`)
	await writeFile(
		join(folder, "db/pg_hba.conf"),
		"local all all trust\nhost all snug,guest 127.0.0.1/32 scram-sha-256\n",
	)
	await admin.db.execute(sql`select pg_reload_conf()`)
	await admin.close()
})
afterAll(async () => {
	await server.stop({ force: true })
	await rm(folder, { recursive: true, force: true })
})

const attempt = async (user: string, database = "snug") => {
	const connection = connect(`postgres://${user}@127.0.0.1:${port}/${database}`, { size: 1 })
	try {
		return [...(await connection.db.execute(sql`select current_user as me`))]
	} catch (error) {
		expect(troubleOf(error)).toBe("unreachable")
		return String((error as Error).cause)
	} finally {
		await connection.close()
	}
}

test("the right password opens a connection over TCP", async () => {
	await expect.poll(() => attempt("snug:right")).toEqual([{ me: "snug" }])
})

test("each way to be turned away says what to change", async () => {
	expect(await attempt("snug:wrong")).toMatch(/refused the password of "snug"/)
	expect(await attempt("stranger:right")).toMatch(/does not let "stranger" in/)
	expect(await attempt("snug:right", "elsewhere")).toMatch(/There is no database "elsewhere"/)
})

test("a role that may not create tables is told so", async () => {
	await expect(migrate(`postgres://guest:right@127.0.0.1:${port}/snug`)).rejects.toThrow(DatabaseRefusal)
})
