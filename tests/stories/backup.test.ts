import { execFileSync } from "node:child_process"
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { loadBackup } from "../../db/backup/load.ts"
import { applyMigrations, knownMigrations } from "../../db/backup/migrations.ts"
import { openSession } from "../../db/backup/session.ts"
import { connect } from "../../db/connect.ts"
import { embeddedStatus, startEmbedded } from "../../db/embedded.ts"
import { migrate } from "../../db/migrate.ts"
import { createBackup } from "../../src/backup/create-backup.ts"
import { findBackup, listBackups } from "../../src/backup/list-backups.ts"
import { nextBackup, prune, startBackups } from "../../src/backup/nightly.ts"
import { type BackupFile, checkBackup, openBackup, rowsOf } from "../../src/backup/read-file.ts"
import { restoreBackup } from "../../src/backup/restore-backup.ts"
import { type Config, readConfig } from "../../src/config.ts"
import { uuidv7 } from "../../src/ports.ts"
import { realPorts } from "../../src/real-ports.ts"
import { dump, emptied, emptyDatabase, fillEveryTable, one, run } from "../support/backup.ts"
import { someOf } from "../support/size.ts"
import { freePort, launch, type Started, verbsFor } from "../support/snug.ts"
import type { Verbs } from "../support/verbs.ts"

const folder = mkdtempSync(join(tmpdir(), "snug-backup-"))
const secret = "a secret of the tests, long enough to be taken"
const ports = realPorts(() => Promise.reject(new Error("a backup asks no other server")))
// What a test may hang, not what anything should take.
const patience = 120_000
let files = 0
const newPath = (): string => join(folder, `${++files}.backup`)
const configFor = (url: string, more: Record<string, string> = {}): Config =>
	readConfig({ DATABASE_URL: url, SECRET_KEY: secret, DATA_DIR: join(folder, "nowhere"), ...more })
const backUp = (url: string, more: Record<string, string> = {}): Promise<BackupFile> =>
	createBackup(configFor(url, more), ports, { path: newPath(), kind: "manual" })
const restore = (config: Config, backup: BackupFile) => restoreBackup(config, ports, backup, { apply: true })

afterAll(() => rmSync(folder, { recursive: true, force: true }))

let source: Awaited<ReturnType<typeof emptyDatabase>>
let backup: BackupFile

beforeAll(async () => {
	source = await emptyDatabase()
	await migrate(source.url)
	await fillEveryTable(source.url, secret)
	backup = await backUp(source.url)
}, patience)
afterAll(() => source?.drop())

describe("a backup", () => {
	it(
		"brings back every row of every table, byte for byte",
		async () => {
			const target = await emptyDatabase()
			await restore(configFor(target.url), backup)
			const [before, after] = [await dump(source.url), await dump(target.url)]
			expect(Object.keys(before).length).toBeGreaterThan(20)
			for (const [table, lines] of Object.entries(before)) {
				expect(lines.length, `${table} is filled`).toBeGreaterThan(0)
				expect(after[table], table).toEqual(lines)
			}
			expect(Object.keys(after)).toEqual(Object.keys(before))
			expect(await migrate(target.url)).toEqual({ applied: 0 })
			await target.drop()
		},
		patience,
	)

	it(
		"wakes up what waited, gives out no number twice, and notes where its memory has a gap",
		async () => {
			const target = await emptyDatabase()
			await run(source.url, "insert into tombstones (uri, actor_uri) values ('late', 'late')")
			const config = configFor(target.url)
			await restore(config, backup)
			expect(
				await one(
					target.url,
					`select count(*)::int as n from hosts where lease_owner is not null or lease_until is not null
			or next_try_at is not null or failures > 0`,
				),
			).toEqual({ n: 0 })
			expect(
				await one(
					target.url,
					"select count(*)::int as n from inbox where state = 'waiting' and (lease_token is not null or due_at > now())",
				),
			).toEqual({ n: 0 })
			const waiting = "select count(*)::int as n from events where handed_over_at is null and error is null"
			expect(await one(target.url, waiting)).toEqual(await one(source.url, waiting))
			expect(
				await one(target.url, "select facts->>'backup' as id from events where type = 'server-restored'"),
			).toEqual({ id: backup.manifest.id })
			expect(await one(target.url, "select count(*)::int as n from sessions")).toEqual({ n: 0 })
			const next = "select nextval(pg_get_serial_sequence('inbox', 'position'))::int as n"
			expect(((await one(target.url, next)) as { n: number }).n).toBeGreaterThan(
				((await one(source.url, "select max(position)::int + 5 as n from inbox")) as { n: number }).n,
			)
			await target.drop()
		},
		patience,
	)

	it(
		"is one moment, whatever is written meanwhile",
		async () => {
			await run(
				source.url,
				"insert into tombstones (uri, actor_uri) select repeat(md5(i::text), 9), 'x' from generate_series(1, 40000) i",
			)
			await run(source.url, "delete from log")
			await run(source.url, "update groups set log_position = 0")
			let written = 0
			let over = false
			const { db, close } = connect(source.url, { size: 4 })
			const write = async () => {
				while (!over) {
					await db.transaction(async (tx) => {
						const id = uuidv7(Date.now())
						await tx.execute(sql`insert into actors (id, uri, local, kind, handle, host, name, url, inbox)
						values (${id}, ${id}, false, 'person', 'w', 'w', 'w', 'w', 'w')`)
						await tx.execute(sql`insert into posts (id, uri, url, author_id, kind, html, audience, thread_id, published_at)
						values (${id}, ${id}, 'w', ${id}, 'note', 'w', 'public', ${id}, now())`)
						await tx.execute(sql`insert into shares (group_id, post_id, thread_id, top_level, state)
						select actor_id, ${id}, ${id}, true, 'shared' from groups order by 1 limit 1`)
						await tx.execute(sql`with g as (update groups set log_position = log_position + 1
							where actor_id = (select min(actor_id::text)::uuid from groups) returning *)
						insert into log (group_id, position, event_id, dialect, activity_uri, object_uri, signer_id, audience, body)
						select actor_id, log_position, ${id}, 'microblog', 'w', 'w', actor_id, 'public', '' from g`)
					})
					written++
				}
			}
			const writers = [write(), write(), write()]
			await expect.poll(() => written).toBeGreaterThan(20)
			const before = written
			const taken = await backUp(source.url)
			const during = written - before
			over = true
			await Promise.all(writers)
			await close()
			expect(during).toBeGreaterThan(0)

			const target = await emptyDatabase()
			await restore(configFor(target.url), taken)
			expect(
				await one(
					target.url,
					`select
				(select sum(log_position)::int from groups) - (select count(*)::int from log) as log,
				(select count(*)::int from posts where kind = 'note' and html = 'w' and id not in (select post_id from shares)) as unshared,
				(select count(*)::int from log where event_id not in (select id from posts)) as unwritten`,
				),
			).toEqual({ log: 0, unshared: 0, unwritten: 0 })
			expect(
				((await one(target.url, "select count(*)::int as n from log")) as { n: number }).n,
			).toBeGreaterThanOrEqual(before)
			await target.drop()
		},
		patience,
	)

	it("is for its owner's eyes, overwrites nothing, and leaves nothing half-written", async () => {
		expect(statSync(backup.path).mode & 0o777).toBe(0o600)
		const again = createBackup(configFor(source.url), ports, { path: backup.path, kind: "manual" })
		await expect(again).rejects.toThrow(/is there already; a backup overwrites nothing/)
		const closed = createBackup(configFor(source.url), ports, {
			path: join(backup.path, "x.backup"),
			kind: "manual",
		})
		await expect(closed).rejects.toThrow(/cannot be written/)
		const abort = new AbortController()
		const wish = { kind: "manual", tell: () => abort.abort(), signal: abort.signal } as const
		await expect(createBackup(configFor(source.url), ports, { path: newPath(), ...wish })).rejects.toThrow(
			/connection .+ lost/,
		)
		expect(existsSync(join(folder, `${files}.backup`))).toBe(false)
		expect(readdirSync(folder).filter((name) => name.endsWith(".partial"))).toEqual([])
	})
})

describe("a backup that is not what was written", () => {
	const check = async (bytes: Buffer) => {
		const path = newPath()
		writeFileSync(path, bytes)
		await checkBackup(await openBackup(path))
	}

	it(
		"is refused when a single bit is another, wherever it is",
		async () => {
			const whole = readFileSync(backup.path)
			await check(whole)
			const ends = [
				0,
				3,
				13,
				backup.footer.offset - 1,
				backup.footer.offset,
				whole.length - 200,
				whole.length - 70,
				whole.length - 2,
				whole.length - 1,
			]
			const heads = backup.manifest.tables.flatMap(({ offset }) => [offset, offset + 4, offset + 12])
			const spread = Array.from({ length: 60 }, (_, i) => Math.floor((whole.length * i) / 60))
			for (const at of [...ends, ...someOf(heads, 4), ...someOf(spread, 4)]) {
				const changed = Buffer.from(whole)
				changed[at]! ^= 1
				await expect(check(changed), `byte ${at}`).rejects.toThrow(
					/not a backup of Snug|not whole|is damaged|of a kind/,
				)
			}
		},
		patience,
	)

	it("is refused when it was cut short or grew, and the list says so", async () => {
		const whole = readFileSync(backup.path)
		for (const length of [0, 5, 14, 500, whole.length - 2000, whole.length - 150, whole.length - 1])
			await expect(check(whole.subarray(0, length)), `${length} bytes`).rejects.toThrow(
				/not a backup of Snug|not whole/,
			)
		await expect(check(Buffer.concat([whole, Buffer.from("\n")]))).rejects.toThrow(/not whole/)
		const dir = mkdtempSync(join(folder, "list-"))
		writeFileSync(join(dir, "good.backup"), whole)
		writeFileSync(join(dir, "torn.backup"), whole.subarray(0, whole.length - 9))
		const listed = await listBackups({ backupDir: dir })
		expect(listed.map(({ name, trouble }) => [name, trouble === null])).toEqual(
			expect.arrayContaining([
				["good.backup", true],
				["torn.backup", false],
			]),
		)
		expect(findBackup("good", { backupDir: dir })).toBe(join(dir, "good.backup"))
	})
})

describe("a restore", () => {
	it("refuses a database that holds a server, or anything, or tables of others", async () => {
		await expect(restore(configFor(source.url), backup)).rejects.toThrow(
			/holds a server already: .+ DATABASE_URL with a new, empty database/s,
		)
		const other = await emptyDatabase()
		await run(other.url, "create table theirs (x int)")
		await expect(restore(configFor(other.url), backup)).rejects.toThrow(
			/has tables already that are not the backup's/,
		)
		await run(other.url, "insert into theirs values (1)")
		await expect(restore(configFor(other.url), backup)).rejects.toThrow(/not empty: it holds rows in theirs/)
		await other.drop()
	})

	it(
		"changes nothing before it is told to apply, and takes empty tables for an empty database",
		async () => {
			const target = await emptyDatabase()
			await restoreBackup(configFor(target.url), ports, backup, { apply: false })
			expect(await dump(target.url)).toEqual({})
			await migrate(target.url)
			await restore(configFor(target.url), backup)
			expect(await one(target.url, "select count(*)::int as n from server")).toEqual({ n: 1 })
			await target.drop()
		},
		patience,
	)

	it(
		"leaves nothing when it fails on the way, and tells why",
		async () => {
			const target = await emptyDatabase()
			const { tables, migrations, sequences } = backup.manifest
			const last = "undelivered"
			const rowsWith = (
				name: string,
				rows: (original: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>,
			) => ({
				known: knownMigrations("db/migrations"),
				migrations,
				tables,
				sequences,
				rowsOf: (table: { name: string }) => {
					const original = rowsOf(backup, tables.find((each) => each.name === table.name)!)
					return table.name === name ? rows(original) : original
				},
				checkKey: () => {},
				restoration: { eventId: uuidv7(1), at: new Date(0), backupId: "x", takenAt: "x" },
			})
			const broken = async function* () {
				yield Buffer.from("not a row of this table\n")
			}
			const failing = async function* () {
				yield* []
				throw new Error("the disk went away")
			}
			const twice = async function* (original: AsyncIterable<Uint8Array>) {
				let all = Buffer.alloc(0)
				for await (const bytes of original) all = Buffer.concat([all, bytes])
				yield Buffer.concat([all, all])
			}
			const nobody = async function* () {
				yield* []
			}
			await expect(loadBackup(target.url, rowsWith(last, broken))).rejects.toThrow(/COPY undelivered, line 1/)
			await expect(loadBackup(target.url, rowsWith(last, failing))).rejects.toThrow("the disk went away")
			await expect(loadBackup(target.url, rowsWith("actors", twice))).rejects.toThrow(/duplicate key/)
			await expect(loadBackup(target.url, rowsWith("posts", nobody))).rejects.toThrow(/instead of/)
			const abort = new AbortController()
			const stopped = { apply: true, tell: () => abort.abort(), signal: abort.signal }
			await expect(restoreBackup(configFor(target.url), ports, backup, stopped)).rejects.toThrow(
				/connection .+ lost/,
			)
			expect(await dump(target.url)).toEqual({})
			await restore(configFor(target.url), backup)
			await target.drop()
		},
		patience,
	)

	it("refuses another secret, and a backup under a wrong one is not even made", async () => {
		const target = await emptyDatabase()
		const other = "another secret, which is long enough as well"
		await expect(restore(configFor(target.url, { SECRET_KEY: other }), backup)).rejects.toThrow(
			/^SECRET_KEY is not the secret/,
		)
		expect(await dump(target.url)).toEqual({})
		await expect(backUp(source.url, { SECRET_KEY: other })).rejects.toThrow(/^SECRET_KEY is not the one/)
		const home = readConfig({ DATA_DIR: join(folder, "home-without-secret") })
		await expect(restoreBackup(home, ports, backup, { apply: false })).rejects.toThrow(/Set SECRET_KEY to it/)
		expect(readFileSync(backup.path, "latin1")).not.toContain(secret)
		await target.drop()
	})

	it(
		"brings an older backup up to this build, and refuses a newer one",
		async () => {
			const old = await emptyDatabase()
			const session = await openSession(old.url)
			await applyMigrations(session, knownMigrations("db/migrations").slice(0, 1))
			await session.rows("insert into server (id, web_origin) values (1, 'http://localhost:3000')")
			session.destroy()
			const taken = await backUp(old.url)
			expect(taken.manifest.migrations).toHaveLength(1)
			const target = await emptyDatabase()
			await restore(configFor(target.url), taken)
			expect(await migrate(target.url)).toEqual({ applied: 0 })
			expect(Object.keys(await dump(target.url))).toEqual(Object.keys(await dump(source.url)))
			await target.drop()

			await run(
				old.url,
				"insert into drizzle.__drizzle_migrations (hash, created_at) values ('of next year', 9999999999999)",
			)
			const newer = await backUp(old.url)
			await expect(restoreBackup(configFor(source.url), ports, newer, { apply: false })).rejects.toThrow(
				/made by a newer build/,
			)
			await old.drop()
		},
		patience,
	)
})

const oldBin = "/usr/lib/postgresql/15/bin"
const isRoot = process.getuid?.() === 0

/** A PostgreSQL 15 of this machine, with an empty database; as root it runs as somebody else. */
const startOld = () => {
	const dir = mkdtempSync(join(tmpdir(), "snug-pg15-"))
	const id = (flag: string) => Number(execFileSync("id", [flag, "nobody"], { encoding: "utf8" }))
	const ids = isRoot ? { uid: id("-u"), gid: id("-g") } : {}
	if (isRoot) execFileSync("chown", ["nobody", dir])
	const ask = (program: string, ...words: string[]) =>
		execFileSync(join(oldBin, program), words, {
			...ids,
			cwd: dir,
			stdio: "ignore",
			env: { PATH: process.env.PATH },
		})
	ask("initdb", "-D", join(dir, "db"), "-A", "trust", "-U", "snug", "--encoding=UTF8", "--no-locale", "-N")
	ask(
		"pg_ctl",
		"-D",
		join(dir, "db"),
		"-w",
		"-l",
		join(dir, "log"),
		"-o",
		`-k ${dir} -c listen_addresses='' -c fsync=off`,
		"start",
	)
	ask("createdb", "-h", dir, "-U", "snug", "snug")
	const stop = () => {
		ask("pg_ctl", "-D", join(dir, "db"), "-m", "immediate", "stop")
		rmSync(dir, { recursive: true, force: true })
	}
	return { url: `postgres://snug@localhost/snug?host=${encodeURIComponent(dir)}`, stop }
}

if (!existsSync(oldBin))
	console.log(`There is no PostgreSQL 15 in ${oldBin}: moving to it and back is not tested here.`)

describe.skipIf(!existsSync(oldBin))("between versions of PostgreSQL", () => {
	it(
		"goes to 15 and back without a change",
		async () => {
			const old = startOld()
			const target = await emptyDatabase()
			try {
				await restore(configFor(old.url), backup)
				const there = await backUp(old.url)
				expect(there.manifest.postgres).toMatch(/^15\./)
				await restore(configFor(target.url), there)
				const [first, second] = [await dump(old.url), await dump(target.url)]
				expect(second).toEqual(first)
				const sums = ({ manifest }: BackupFile) =>
					manifest.tables
						.filter(({ name }) => !["events", "hosts", "inbox", "server", ...emptied].includes(name))
						.map(({ name, sha256 }) => `${name} ${sha256}`)
				expect(sums(there)).toEqual(sums(backup))
				expect(sums(await backUp(target.url))).toEqual(sums(backup))
			} finally {
				old.stop()
				await target.drop()
			}
		},
		patience,
	)
})

describe("a server with a database of its own", () => {
	const home = join(folder, "home")
	const settings: Record<string, string> = {
		DATA_DIR: home,
		ADMIN_USERNAME: "ana",
		ADMIN_PASSWORD: "correct horse battery staple",
	}
	let server: Started
	let group: string
	const verbs = new Map<string, Verbs>()
	const ask = async (dir: string, ...words: string[]) => {
		const at = verbs.get(dir) ?? verbsFor({ ...settings, DATA_DIR: dir })
		verbs.set(dir, at)
		const told = await at.run([...words, "--json"])
		if (told.code !== 0) throw new Error(told.stderr)
		return { ...told, row: JSON.parse(told.stdout) }
	}

	beforeAll(async () => {
		settings.PORT = String(await freePort())
		server = await launch(settings)
		group = (await ask(home, "group", "create", "tea", "--name", "Tea", "--owner", "ana")).row.uri
	}, patience)
	afterAll(async () => {
		await server?.kill()
		for (const dir of [home, join(folder, "moved")])
			if (await embeddedStatus(join(dir, "db")).catch(() => null))
				await (await startEmbedded(join(dir, "db"))).stop({ force: true })
	})

	it(
		"is backed up while it runs, and lives on in a new folder with its keys and names",
		async () => {
			const { row, stderr } = await ask(home, "backup", "create")
			expect(row).toMatchObject({
				state: "created",
				secret: "in the file",
				origin: `http://localhost:${settings.PORT}`,
			})
			expect(row.file).toMatch(/\/backups\/snug-\d{8}-\d{6}\.backup$/)
			expect(stderr).toMatch(/^Writing actors: \d+ rows$/m)
			expect(stderr).toMatch(/holds the private keys/)
			const shown = await ask(home, "backup", "verify", row.file, "--show-secret")
			expect(shown.row).toMatchObject({ id: row.id, state: "verified" })
			expect(shown.row.secretKey).toBe(readFileSync(join(home, "secret-key"), "utf8").trim())
			expect((await ask(home, "backup", "list")).row).toMatchObject([
				{ id: row.id, state: "whole", kind: "manual" },
			])
			await expect(ask(home, "backup", "restore", row.file, "--apply")).rejects.toThrow(
				/A server runs on .+ set DATA_DIR/,
			)

			const actor = async () =>
				(await fetch(group, { headers: { accept: "application/activity+json" } })).text()
			const before = await actor()
			await server.kill()
			const moved = join(folder, "moved")
			expect((await ask(moved, "backup", "restore", row.file)).row).toMatchObject({ state: "ready" })
			expect(existsSync(moved)).toBe(false)
			expect((await ask(moved, "backup", "restore", row.file, "--apply")).row).toMatchObject({
				state: "restored",
			})
			expect(statSync(join(moved, "secret-key")).mode & 0o777).toBe(0o600)

			settings.DATA_DIR = moved
			server = await launch(settings)
			expect(await actor()).toBe(before)
			expect((await fetch(`http://localhost:${settings.PORT}/`)).status).toBe(200)
		},
		patience,
	)

	it(
		"is backed up at night by itself, and keeps the newest of these only",
		async () => {
			const url = await embeddedStatus(join(settings.DATA_DIR!, "db"))
			const { db, close } = connect(url!, { size: 2 })
			const backupDir = mkdtempSync(join(folder, "nights-"))
			const config = readConfig({ ...settings, BACKUP_DIR: backupDir, BACKUP_KEEP: "2" })
			let clock = Date.now()
			const virtual = { ...ports, now: () => new Date(clock) }
			const world = { db, ports: virtual, origin: config.webOrigin, secretKey: "", wake: () => {} }
			const made = async () => (await listBackups(config)).filter(({ trouble }) => trouble === null)
			const day = 86_400_000
			await createBackup(config, virtual, { kind: "manual" })
			for (const expected of [2, 3, 3]) {
				const idle = startBackups(world, config, 1)
				await new Promise((resolve) => setTimeout(resolve, 200))
				await idle.stop()
				const before = (await made()).map(({ name }) => name)
				clock += day
				const nightly = startBackups(world, config, 1)
				await expect
					.poll(async () => (await made()).some(({ name }) => !before.includes(name)), { timeout: 30_000 })
					.toBe(true)
				await expect.poll(async () => (await made()).length, { timeout: 30_000 }).toBe(expected)
				await nightly.stop()
			}
			expect((await made()).map(({ manifest }) => manifest!.kind)).toEqual(["nightly", "nightly", "manual"])
			expect(await prune(config, "https://other.example", new Date(clock))).toEqual([])
			await close()
		},
		patience,
	)
})

describe("the next night", () => {
	const local = (day: number, hour: number, minutes = 0) => new Date(2026, 10, day, hour, minutes)
	it.each([
		[local(3, 1), local(3, 3)],
		[local(3, 3), local(4, 3)],
		[local(3, 23, 59), local(4, 3)],
		[local(30, 12), new Date(2026, 11, 1, 3)],
	])("is the first after the last backup (%#)", (last, next) => {
		expect(nextBackup(last, 3)).toEqual(next)
	})
})
