import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { type AddressInfo, createServer, type Socket } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { connect } from "../../db/connect.ts"
import { ConfigError, readConfig } from "../../src/config.ts"
import { readSecretKey } from "../../src/secret-key.ts"
import { freshDatabase, withDatabase } from "../support/database.ts"
import { eventually } from "../support/eventually.ts"
import { startPeer } from "../support/peer.ts"
import { freePort, launch, runSnug, type Server, type Started, startSnug, verbsFor } from "../support/snug.ts"
import { startHere } from "../support/snug-here.ts"
import type { Verbs } from "../support/verbs.ts"
import { withOwner } from "../support/with-owner.ts"

const folder = mkdtempSync(join(tmpdir(), "snug-life-"))
const inFolder = (name: string, text: string): string => {
	writeFileSync(join(folder, name), text)
	return join(folder, name)
}
const password = "correct horse battery staple"
const passwordFile = inFolder("password", `${password}\n`)
// What a test may hang on a crowded machine, not what anything should take.
const patience = 120_000

const setupUrlIn = (output: string): string | undefined => /^Setup: (\S+)$/m.exec(output)?.[1]

/** What it has printed may take a moment to arrive here. */
const setupUrlOf = (started: Pick<Started, "output">): Promise<string> =>
	eventually(() => {
		const url = setupUrlIn(started.output())
		if (!url) throw new Error(`There is no setup link in:\n${started.output()}`)
		return url
	})

const submit = (link: string, form: Record<string, string>): Promise<Response> => {
	const url = new URL(link)
	const body = new URLSearchParams({ ...form, token: url.searchParams.get("token")! })
	return fetch(new URL("/setup", url), { method: "POST", body, redirect: "manual" })
}

/** The process number of the database that runs in a data folder; null when none does. */
const databaseOf = (dataDir: string): number | null => {
	const file = join(dataDir, "db/postmaster.pid")
	return existsSync(file) ? Number(readFileSync(file, "utf8").split("\n")[0]) : null
}

/** Whether a process has ended. In a container its entry may stay, as a zombie's that nobody has asked about. */
const isGone = (pid: number): boolean => {
	try {
		process.kill(pid, 0)
		return /\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"))
	} catch (error) {
		return (error as NodeJS.ErrnoException).syscall === "kill" || existsSync("/proc/self")
	}
}

/** Stops the server as a supervisor does; answers with the exit code and whether it was within the ten seconds. */
const stopping = async (started: Started, signal: NodeJS.Signals = "SIGTERM") => {
	const from = performance.now()
	const code = await started.kill(signal)
	return { code, inTime: performance.now() - from < 10_000 }
}
const stopped = { code: 0, inTime: true }

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe("a server with a database of its own", () => {
	const dataDir = join(folder, "home")
	const settings: Record<string, string> = { DATA_DIR: dataDir }
	let server: Started
	let origin: string
	let link: string
	const good = {
		server_name: "The Old Mill",
		name: "ana",
		password,
		group_handle: "bookclub",
		group_name: "The Thursday Book Club",
	}
	let verbs: Verbs
	const snug = (...words: string[]) => verbs.run(words)
	/** The handle of the group that the server was set up with. */
	let first: string

	beforeAll(async () => {
		settings.PORT = String(await freePort())
		verbs = verbsFor(settings)
		origin = `http://localhost:${settings.PORT}`
		server = await launch(settings)
	}, patience)
	afterAll(async () => {
		await server?.kill()
	})

	it("says where to set it up, and keeps its secret to itself", async () => {
		link = await setupUrlOf(server)
		expect(link).toMatch(new RegExp(`^${origin}/setup\\?token=[\\w-]{43}$`))
		expect(statSync(join(dataDir, "secret-key")).mode & 0o777).toBe(0o600)
		expect(statSync(join(dataDir, "db")).mode & 0o777).toBe(0o700)
		expect(isGone(databaseOf(dataDir)!)).toBe(false)
	})

	it("shows the form only to who has the link", async () => {
		const form = await (await fetch(link)).text()
		for (const name of Object.keys(good)) expect(form).toContain(`name="${name}"`)
		expect((await fetch(`${origin}/setup`)).status).toBe(410)
		expect((await submit(`${origin}/setup?token=guess`, good)).status).toBe(410)
	})

	it("says what is wrong and keeps what was typed, but never the password", async () => {
		const answer = await submit(link, {
			...good,
			name: "Ana Banana",
			password: "too short",
			group_handle: "inbox",
		})
		const page = await answer.text()
		expect(answer.status).toBe(422)
		expect(page).toContain("A password has at least 10 characters")
		expect(page).toContain("The handle inbox is kept for the server itself")
		expect(page).toContain('value="Ana Banana"')
		expect(page).toContain('value="The Old Mill"')
		expect(page).not.toContain("too short")
		expect((await submit(link, { ...good, group_handle: "ana" })).status).toBe(422)
		expect((await submit(link, {})).status).toBe(422)
		expect(JSON.parse((await snug("group", "list", "--json")).stdout)).toEqual([])
	})

	it("lets no second server onto its folder, and says which one is there", async () => {
		const second = await verbsFor({ ...settings, PORT: String(await freePort()) }).run(["start"])
		expect(second.code).toBe(1)
		expect(second.stderr).toMatch(/^Snug runs on .+ already: http.+ process \d+, since .+\n$/)
		expect(second.stderr).toContain(`${origin}, process ${server.process.pid},`)
		expect((await fetch(`${origin}/readyz`)).status).toBe(200)
	})

	it("is set up in one go, once, even by two at the same moment", async () => {
		const other = { ...good, name: "bob", group_handle: "chess", group_name: "Chess" }
		const answers = await Promise.all([submit(link, good), submit(link, other)])
		expect(answers.map(({ status }) => status).sort()).toEqual([200, 410])
		const [winner, loser] = answers[0]!.status === 200 ? [good, other] : [other, good]
		first = winner.group_handle
		expect((await fetch(`${origin}/@${first}`)).status).toBe(200)
		expect((await fetch(`${origin}/@${winner.name}`)).status).toBe(200)
		expect((await fetch(`${origin}/@${loser.group_handle}`)).status).toBe(404)
		expect((await fetch(`${origin}/@${loser.name}`)).status).toBe(404)
		expect(await (await fetch(origin)).text()).toContain("The Old Mill")
		const listed = JSON.parse((await snug("group", "list", "--json")).stdout)
		expect(listed).toMatchObject([
			{ handle: `@${winner.group_handle}@localhost:${settings.PORT}`, state: "open" },
		])
		expect((await fetch(link)).status).toBe(410)
		expect((await submit(link, { ...good, name: "eve" })).status).toBe(410)
	})

	it(
		"comes back after kill -9 of all of it, with everything it had",
		async () => {
			const database = databaseOf(dataDir)!
			expect((await snug("group", "set", first, "--join", "approval", "--json")).code).toBe(0)
			expect(await server.kill("SIGKILL")).toBeNull()
			expect(isGone(database)).toBe(false)

			server = await launch(settings)
			expect(setupUrlIn(server.output())).toBeUndefined()
			expect(databaseOf(dataDir)).toBe(database)
			const kept = JSON.parse((await snug("group", "show", first, "--json")).stdout)
			expect(kept).toMatchObject({ join: "approval" })

			await server.kill("SIGKILL")
			process.kill(database, "SIGKILL")
			server = await launch(settings)
			expect(databaseOf(dataDir)).not.toBe(database)
			expect((await fetch(`${origin}/@${first}`)).status).toBe(200)
		},
		patience,
	)

	it("stops when asked, and its database with it", async () => {
		const database = databaseOf(dataDir)!
		expect(await stopping(server)).toEqual(stopped)
		expect(databaseOf(dataDir)).toBeNull()
		expect(isGone(database)).toBe(true)
		expect(existsSync(join(dataDir, "snug.lock"))).toBe(false)
	})

	it("is looked after from the command line while it is stopped", async () => {
		const words = ["account", "create", "carol", "--password-file", passwordFile, "--json"]
		const made = await runSnug(settings, words)
		expect(made).toMatchObject({ code: 0, stderr: "" })
		expect(JSON.parse(made.stdout)).toMatchObject({ handle: `@carol@localhost:${settings.PORT}` })
		const group = await snug(
			"group",
			"create",
			"garden",
			"--name",
			"The Garden",
			"--owner",
			"carol",
			"--json",
		)
		expect(JSON.parse(group.stdout)).toMatchObject({ state: "open", join: "open" })
		expect(databaseOf(dataDir)).toBeNull()
	})

	it(
		"is renamed as long as nobody else knows it, and not after that",
		async () => {
			const renamed = { ...settings, WEB_ORIGIN: "https://mill.example", ALLOW_PRIVATE_ADDRESS: "true" }
			server = await launch(renamed)
			const group = JSON.parse((await snug("group", "show", "garden", "--json")).stdout)
			expect(group.handle).toBe("@garden@mill.example")
			expect(group.uri).toMatch(/^https:\/\/mill\.example\/ap\/groups\//)
			const asked = { headers: { accept: "application/activity+json" } }
			const document = (await (await fetch(`${origin}/@garden`, asked)).json()) as Record<string, unknown>
			expect(document.id).toBe(group.uri)
			expect(JSON.stringify(document)).not.toContain("localhost")
			expect(await stopping(server, "SIGINT")).toEqual(stopped)
			expect(databaseOf(dataDir)).toBeNull()

			const again = { ...renamed, WEB_ORIGIN: origin }
			server = await launch(again)
			const peer = await startPeer()
			const bob = peer.person("bob")
			await bob.follow(await bob.lookUp(`@garden@localhost:${settings.PORT}`))
			await expect.poll(() => peer.received.length, { timeout: 20_000 }).toBeGreaterThan(0)
			await server.kill()
			await peer.stop()
			const refused = await verbsFor(renamed).run(["start"])
			expect(refused.code).toBe(1)
			expect(refused.stderr).toMatch(/^This database belongs to http:\/\/localhost:\d+, .+\n$/)
			expect(refused.stderr).toContain(`WEB_ORIGIN=${origin}`)
			expect(databaseOf(dataDir)).toBeNull()
		},
		patience,
	)

	it("refuses the keys it cannot open", async () => {
		const other = "another secret of the tests, as long as the first"
		const { code, stderr } = await verbsFor({ ...settings, SECRET_KEY: other }).run(["start"])
		expect(code).toBe(1)
		expect(stderr).toMatch(/^The keys in this database were sealed with another SECRET_KEY\. .+\n$/)
		expect(databaseOf(dataDir)).toBeNull()
	})

	it.each([
		["SIGTERM", []],
		// Without building it anew: once is enough.
		["SIGINT", ["--ignore-scripts"]],
	] as [NodeJS.Signals, string[]][])(
		"stops with npm start, by %s",
		async (signal, options) => {
			const output = await launch(settings, ["npm", "start", ...options])
			const database = databaseOf(dataDir)!
			expect(await stopping(output, signal)).toEqual(stopped)
			expect(isGone(database)).toBe(true)
			await expect(fetch(origin)).rejects.toThrow()
		},
		patience,
	)
})

describe("a server that cannot start", () => {
	const dataDir = join(folder, "nowhere")
	const secret = { SECRET_KEY: "a secret of the tests, long enough to be taken" }
	let database: Awaited<ReturnType<typeof freshDatabase>>

	beforeAll(async () => {
		database = await freshDatabase()
	}, patience)
	afterAll(() => database?.drop())

	/** Exit code 1 and a sentence or two in one line: what is wrong and the way out, and no stack trace. */
	const expectRefusal = async (settings: Record<string, string>, sentence: RegExp, own = false) => {
		const all = { PORT: "1", DATA_DIR: dataDir, ...settings }
		const { code, stderr } = await (own ? runSnug(all, ["start"]) : verbsFor(all).run(["start"]))
		expect(stderr).toMatch(sentence)
		expect(stderr.trim().split("\n")).toHaveLength(1)
		expect(code).toBe(1)
	}

	it("says that its port is taken, and leaves no database behind", async () => {
		const taken = await startPeer()
		// In a process of its own, which ends.
		await expectRefusal(
			{ PORT: taken.host.split(":")[1]! },
			/^Port \d+ is in use by another program\. .+ PORT\.$/m,
			true,
		)
		await taken.stop()
		expect(databaseOf(dataDir)).toBeNull()
	})

	it(
		"says what is wrong with an address of a database",
		async () => {
			const { url } = database
			const elsewhere = `postgres://u:p@127.0.0.1:${await freePort()}/x`
			const missing = withDatabase(url, "nothing")
			await Promise.all([
				expectRefusal(
					{ ...secret, DATABASE_URL: elsewhere },
					/^Nothing listens at 127\.0\.0\.1:\d+: .+ DATABASE_URL/,
				),
				expectRefusal(
					{ ...secret, DATABASE_URL: missing },
					/^There is no database "nothing" at .+ DATABASE_URL\.$/m,
				),
				expectRefusal(
					{ ...secret, DATABASE_URL: "my database" },
					/DATABASE_URL must begin with postgres:\/\//,
				),
			])
		},
		patience,
	)

	it("says which setting is wrong", async () => {
		await expectRefusal({ PORT: "http" }, /: PORT must be a whole number from 1 to 65535\.$/m)
		const wrong: [Record<string, string>, RegExp][] = [
			[{ DATABASE_URL: database.url }, /^SECRET_KEY is needed with DATABASE_URL: .+ `openssl rand -hex 32` /],
			[{ SECRET_KEY: "short" }, /SECRET_KEY must be at least 32 characters/],
			[{ WEB_ORIGIN: "http://snug.example" }, /^WEB_ORIGIN must begin with https:\/\//],
			[{ ADMIN_USERNAME: "ana" }, /^ADMIN_USERNAME and ADMIN_PASSWORD belong together/],
		]
		for (const [settings, sentence] of wrong) {
			const read = () => readSecretKey(readConfig({ PORT: "1", DATA_DIR: dataDir, ...settings }))
			expect(read).toThrow(ConfigError)
			expect(read).toThrow(sentence)
		}
	})

	it("says that its folder cannot be written", async () => {
		await expectRefusal(
			{ DATA_DIR: inFolder("a-file", "") },
			/^The folder .+a-file cannot be written \(\w+\)\. .+DATA_DIR/,
		)
	})
})

describe("the owner from the environment", () => {
	let snug: Server
	const admin = { ADMIN_USERNAME: "ana", ADMIN_PASSWORD: password, ADMIN_EMAIL: "ana@snug.example" }
	beforeAll(async () => {
		snug = await startHere(admin)
	}, patience)
	afterAll(() => snug?.close())

	it("is made at the first start, so that there is nothing to set up", async () => {
		expect(setupUrlIn(snug.output())).toBeUndefined()
		const group = await snug.snug("group", "create", "tea", "--name", "Tea", "--owner", "ana")
		expect(group.state).toBe("open")
	})

	it("is not made again, whatever the environment says later", async () => {
		snug = await snug.again({ ...admin, ADMIN_USERNAME: "eve" })
		await expect(snug.snug("group", "create", "cake", "--name", "Cake", "--owner", "eve")).rejects.toThrow(
			"There is no account eve here.",
		)
	})

	const refusals = [
		[["frobnicate"], 2, /unknown command/],
		[["group", "create", "cake"], 2, /--name/],
		[["group", "create", "tea", "--name", "Tea", "--owner", "ana"], 1, /\btea\b/],
		[["group", "create", "ana", "--name", "Ana", "--owner", "ana"], 1, /\bana\b/],
		[["group", "create", "inbox", "--name", "Inbox", "--owner", "ana"], 1, /kept for the server/],
		[["group", "create", "Tea & Cake", "--name", "Tea", "--owner", "ana"], 1, /letters a to z/],
		[["group", "show", "nothing"], 1, /^There is no group nothing here\.$/m],
		[["group", "set", "tea", "--join", "never"], 1, /open/],
		[["account", "create", "ana", "--password-file", passwordFile], 1, /\bana\b/],
		[
			["account", "create", "bob", "--password-file", inFolder("short", "short\n")],
			1,
			/at least 10 characters/,
		],
		[["account", "create", "bob", "--password-file", join(folder, "missing")], 1, /could not be read/],
	] as const

	it(
		"hears from the command line why something is not done",
		async () => {
			const settings = {
				DATABASE_URL: snug.databaseUrl,
				SECRET_KEY: "a secret of the tests, long enough to be taken",
			}
			// One of each code in a process of its own, which ends with that code.
			const alone = ["frobnicate", "show"]
			for (const [words, code, reason] of refusals) {
				const isAlone = words.some((word) => alone.includes(word))
				const told = await (isAlone ? runSnug(settings, [...words]) : verbsFor(settings).run([...words]))
				expect(told.stderr, words.join(" ")).toMatch(reason)
				expect(told.stderr).not.toMatch(/^\s+at /m)
				expect(told).toMatchObject({ code, stdout: "" })
			}
		},
		patience,
	)
})

describe("a set-up link", () => {
	let snug: Server
	beforeAll(async () => {
		snug = await startHere()
	}, patience)
	afterAll(() => snug?.close())
	const form = { server_name: "Late", name: "ana", password, group_handle: "tea", group_name: "Tea" }

	it("closes after half an hour", async () => {
		const link = await setupUrlOf(snug)
		const { db, close } = connect(snug.databaseUrl, { size: 1 })
		const [row] = await db.execute<{ minutes: number }>(
			sql`select extract(epoch from setup_token_until - now())::float8 / 60 as minutes from server`,
		)
		expect(row!.minutes).toBeGreaterThan(25)
		expect(row!.minutes).toBeLessThanOrEqual(30)
		await db.execute(sql`update server set setup_token_until = now() - interval '1 second'`)
		await close()
		expect((await fetch(link)).status).toBe(410)
		expect((await submit(link, form)).status).toBe(410)
	})

	it("comes anew with the next start, and closes when the owner is made another way", async () => {
		snug = await snug.again()
		const link = await setupUrlOf(snug)
		expect((await fetch(link)).status).toBe(200)
		await withOwner(snug)
		expect((await fetch(link)).status).toBe(410)
		expect((await submit(link, form)).status).toBe(410)
	})
})

/** A server that takes connections and never says anything. */
const startSilence = async () => {
	const server = createServer()
	const asked = new Promise<unknown>((resolve) => server.once("connection", resolve))
	const sockets: Socket[] = []
	server.on("connection", (socket) => sockets.push(socket.on("error", () => {})))
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
	const stop = () => {
		for (const socket of sockets) socket.destroy()
		server.close()
	}
	return { origin: `http://localhost:${(server.address() as AddressInfo).port}`, asked, stop }
}

describe("a busy server", () => {
	it(
		"stops in time though others keep it waiting, and goes on where it was",
		async () => {
			const snug = await startSnug()
			const peers = [await startPeer(), await startPeer({ software: "lemmy" })]
			try {
				await withOwner(snug, "tea")
				for (const peer of peers) {
					const bob = peer.person("bob")
					await bob.follow(await bob.lookUp(`@tea@${snug.host}`))
					await peer.waitFor((received) => received.json.type === "Accept")
				}
				// From now on whoever is asked or told anything here takes longer than a stop may.
				for (const peer of peers) await peer.behave({ status: 202, delay: 30_000 })
				await snug.snug("post", "submit", "tea", "--as", "ana", "--text", "Is anybody there?")
				await expect
					.poll(() => peers.every((peer) => peer.received.length > 1), { timeout: 20_000 })
					.toBe(true)
				const silent = await startSilence()
				const activity = {
					id: `${silent.origin}/1`,
					type: "Follow",
					actor: `${silent.origin}/eve`,
					object: snug.origin,
				}
				const keyId = `${silent.origin}/eve#main-key`
				const stranger = peers[0]!.person("eve").send(activity, { to: `${snug.origin}/inbox`, keyId })
				await silent.asked
				expect(await stopping(snug)).toEqual(stopped)
				expect((await stranger).status).not.toBe(202)
				silent.stop()

				for (const peer of peers) await peer.behave("ok")
				const again = await snug.again()
				for (const peer of peers)
					await peer.waitFor((received) => received.answered < 300 && received.json.type === "Announce", {
						timeout: 20_000,
					})
				expect(await stopping(again)).toEqual(stopped)
			} finally {
				for (const peer of peers) await peer.stop()
				await snug.close()
			}
		},
		patience,
	)
})
