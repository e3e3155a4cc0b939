import { type ChildProcess, execFileSync, spawn } from "node:child_process"
import { once } from "node:events"
import { existsSync, statSync } from "node:fs"
import { chmod, chown, copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { sql } from "drizzle-orm"
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest"
import { connect } from "../../db/connect.ts"
import { isReachable, personFor, runAs } from "../../db/embedded/user.ts"
import { EmbeddedRefusal, embeddedStatus, startEmbedded } from "../../db/embedded.ts"

const isRoot = process.getuid?.() === 0
const nobody = 65534
let folder: string
let dir: string
const children: ChildProcess[] = []

/** A database made once, to be copied: making one takes seconds. */
let pristine: string
const copyPristine = () => execFileSync("cp", ["-a", join(pristine, "db"), dir])

beforeAll(async () => {
	pristine = await mkdtemp("/tmp/snug-pristine-")
	await (await startEmbedded(join(pristine, "db"))).stop()
})
afterAll(() => rm(pristine, { recursive: true, force: true }))
beforeEach(async () => {
	folder = await mkdtemp("/tmp/snug-embedded-")
	dir = join(folder, "db")
})
afterEach(async () => {
	for (const child of children.splice(0)) child.kill("SIGKILL")
	if (await embeddedStatus(dir).catch(() => null)) await (await startEmbedded(dir)).stop({ force: true })
	await rm(folder, { recursive: true, force: true })
})

const ask = async (url: string, query: string) => {
	const connection = connect(url, { size: 1 })
	try {
		return [...(await connection.db.execute(sql.raw(query)))]
	} finally {
		await connection.close()
	}
}
const pidOf = async () => Number((await readFile(join(dir, "postmaster.pid"), "utf8")).split("\n")[0])

/** Another process that starts the server of the folder and then does as it is told. */
const starter = async (then: string, options: { uid?: number; gid?: number } = {}, at = dir) => {
	const code = `
		const { startEmbedded } = await import(${JSON.stringify(new URL("../../db/embedded.ts", import.meta.url).href)})
		try {
			const server = await startEmbedded(${JSON.stringify(at)})
			console.log(JSON.stringify({ adopted: server.adopted, url: server.url }))
			${then}
		} catch (error) {
			console.log(JSON.stringify({ name: error.name, message: error.message }))
		}`
	const child = spawn(process.execPath, ["--input-type=module", "-e", code], {
		...options,
		cwd: "/",
		stdio: ["ignore", "pipe", "inherit"],
	})
	children.push(child)
	const [line] = (await once(child.stdout!, "data")) as [Buffer]
	return {
		child,
		said: JSON.parse(String(line)) as { adopted: boolean; url: string; name?: string; message?: string },
	}
}
const linger = "setInterval(() => {}, 1000)"

test("it outlives a killed process, is adopted with what was acknowledged, and stops", async () => {
	copyPristine()
	const { child, said } = await starter(linger)
	await ask(said.url, "create table kept as select 1 as one")
	child.kill("SIGKILL")
	await once(child, "exit")
	expect(await embeddedStatus(dir)).toBe(said.url)
	const server = await startEmbedded(dir)
	expect(server).toMatchObject({ adopted: true, url: said.url })
	expect(await ask(server.url, "select * from kept")).toEqual([{ one: 1 }])
	await server.stop()
	expect(await embeddedStatus(dir)).toBeNull()
	expect(existsSync(join(dir, "postmaster.pid"))).toBe(false)
})

test("it recovers when the server itself was killed", async () => {
	copyPristine()
	const first = await startEmbedded(dir)
	await ask(first.url, "create table kept as select 1 as one")
	process.kill(await pidOf(), "SIGKILL")
	const second = await startEmbedded(dir)
	expect(second.adopted).toBe(false)
	expect(await ask(second.url, "select * from kept")).toEqual([{ one: 1 }])
})

test("a process number that now belongs to somebody else is not taken for the server", async () => {
	copyPristine()
	const stranger = spawn("sleep", ["60"], isRoot ? { uid: statSync(dir).uid } : {})
	children.push(stranger)
	const claim = `${stranger.pid}\n${dir}\n1\n5432\n.\n\n0 0\nready\n`
	for (const name of ["postmaster.pid", ".s.PGSQL.5432.lock"]) await writeFile(join(dir, name), claim)
	expect(await embeddedStatus(dir)).toBeNull()
	const server = await startEmbedded(dir)
	expect(server.adopted).toBe(false)
	expect(await ask(server.url, "select 1 as one")).toEqual([{ one: 1 }])
})

test("what a crash left of a half-made database is cleared away", async () => {
	await mkdir(join(dir, "base"), { recursive: true })
	await writeFile(join(dir, "PG_VERSION"), "18\n")
	for (const pid of [process.pid, 9_999_999]) await mkdir(join(folder, `db.making-${pid}-abcdef`))
	const server = await startEmbedded(dir)
	expect(await ask(server.url, "select current_user as me")).toEqual([{ me: "snug" }])
	expect(await readdir(folder)).toEqual(["db"])
})

test("several that start at once share one server", async () => {
	const [other, mine] = await Promise.all([starter(linger), startEmbedded(dir)])
	const answers = [other.said, mine]
	expect(answers.map(({ adopted }) => adopted).filter((adopted) => !adopted)).toHaveLength(1)
	expect(new Set(answers.map(({ url }) => url)).size).toBe(1)
	expect(await ask(mine.url, "select 1 as one")).toEqual([{ one: 1 }])
})

test("it stays up for another process that still uses it", async () => {
	copyPristine()
	const server = await startEmbedded(dir)
	const other = connect(server.url, { size: 1 })
	await other.db.execute(sql`select 1`)
	await server.stop()
	expect(await embeddedStatus(dir)).toBe(server.url)
	await other.close()
	await server.stop()
	expect(await embeddedStatus(dir)).toBeNull()
})

test("it listens on no port, as a role without power over the machine", async () => {
	copyPristine()
	const { url } = await startEmbedded(dir)
	expect(await ask(url, "select current_setting('listen_addresses') as at")).toEqual([{ at: "" }])
	expect(await ask(url, "select rolsuper as super from pg_roles where rolname = current_user")).toEqual([
		{ super: false },
	])
	await expect(ask(url, "copy (select 1) to program 'true'")).rejects.toThrow()
	expect(await ask(url, "show data_checksums")).toEqual([{ data_checksums: "on" }])
})

test("a path too long for a socket works", async () => {
	dir = join(folder, "a".repeat(60), "b ' c".repeat(10), "db")
	const server = await startEmbedded(dir)
	expect(await ask(server.url, "select 1 as one")).toEqual([{ one: 1 }])
	const socketFolder = new URL(server.url).searchParams.get("host")!
	await server.stop()
	expect(existsSync(socketFolder)).toBe(false)
})

test("a folder of another version or with other things in it is refused", async () => {
	await mkdir(join(dir, "global"), { recursive: true })
	await writeFile(join(dir, "global/pg_control"), "")
	await writeFile(join(dir, "PG_VERSION"), "14\n")
	await expect(startEmbedded(dir)).rejects.toThrow(/made by PostgreSQL 14/)
	await rm(dir, { recursive: true })
	await mkdir(dir)
	await writeFile(join(dir, "holiday.jpg"), "")
	await expect(startEmbedded(dir)).rejects.toThrow(EmbeddedRefusal)
	expect(await readdir(dir)).toEqual(["holiday.jpg"])
})

test.runIf(isRoot)("a folder above that is closed to the server's user does not stop it", async () => {
	copyPristine()
	expect(isReachable(dir, nobody, nobody)).toBe(false)
	const server = await startEmbedded(dir)
	expect(await ask(server.url, "select 1 as one")).toEqual([{ one: 1 }])
})

test.runIf(isRoot)("programs in a folder closed to the server's user can be run", async () => {
	const programs = join(folder, "programs")
	await mkdir(dir)
	await mkdir(join(programs, "bin"), { recursive: true })
	await copyFile("/bin/true", join(programs, "bin/postgres"))
	const person = personFor(dir, programs)
	expect(person).toMatchObject({ other: true, reach: expect.any(String) })
	expect((await runAs(person, "sh", ["-c", `test -x ${programs}/bin/postgres`], "/")).code).toBe(0)
	expect(
		(await runAs({ ...person, reach: null }, "sh", ["-c", `test -x ${programs}/bin/postgres`], "/")).code,
	).toBe(1)
})

test.runIf(isRoot)("an ordinary user runs it alone, and is told when a folder is not theirs", async () => {
	await chmod(folder, 0o755)
	const ids = { uid: nobody, gid: nobody }
	expect((await starter(linger, ids)).said).toMatchObject({
		name: "EmbeddedRefusal",
		message: /cannot be made \(EACCES\)/,
	})
	await chown(folder, nobody, nobody)
	const { said, child } = await starter("await server.stop(); console.log('{}')", ids)
	expect(said).toMatchObject({ adopted: false })
	await once(child, "exit")
	const again = await startEmbedded(dir)
	expect(await ask(again.url, "select 1 as one")).toEqual([{ one: 1 }])
})
