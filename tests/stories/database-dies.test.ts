import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, expect, it } from "vitest"
import { eventually } from "../support/eventually.ts"
import { freePort, launch, type Started } from "../support/snug.ts"

const folder = mkdtempSync(join(tmpdir(), "snug-test-dies-"))
const port = String(await freePort())
let server: Started | undefined

afterAll(async () => {
	await server?.kill()
	rmSync(folder, { recursive: true, force: true })
})

const ready = async (): Promise<number> => (await fetch(`http://localhost:${port}/readyz`)).status
const database = (): number => Number(readFileSync(join(folder, "db/postmaster.pid"), "utf8").split("\n")[0])

it("starts its own database again when that was killed", async () => {
	server = await launch({ DATA_DIR: folder, PORT: port, BACKUP: "false" })
	expect(await ready()).toBe(200)
	const before = database()
	process.kill(before, "SIGKILL")
	await eventually(async () => expect(await ready()).toBe(503))
	await eventually(async () => expect(await ready()).toBe(200), 60_000)
	expect(database()).not.toBe(before)
	expect(await server.kill()).toBe(0)
}, 120_000)
