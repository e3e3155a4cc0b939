import { chmod, mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { connect } from "../../db/connect.ts"
import { readConfig } from "../../src/config.ts"
import type { Check } from "../../src/doctor/check.ts"
import { examine } from "../../src/doctor/examine.ts"
import { openNetwork } from "../../src/outside.ts"
import { realPorts } from "../../src/real-ports.ts"
import { freePort } from "../support/free-port.ts"
import { type FrontServer, startProxy } from "../support/proxy.ts"
import { launch, runSnug, type Snug, startSnug, verbsFor } from "../support/snug.ts"
import { withOwner } from "../support/with-owner.ts"

type Environment = Record<string, string>
type Told = {
	code: number | null
	text: string
	state: (id: string) => string | undefined
	says: (id: string) => string
}

const readable = (code: number | null, checks: (Omit<Check, "name"> & { id: string })[]): Told => {
	for (const { id, state, mend } of checks)
		expect(mend === null, `${id} says how it is mended`).toBe(state === "ok")
	const find = (id: string) => checks.find((check) => check.id === id)
	return {
		code,
		text: JSON.stringify(checks),
		state: (id) => find(id)?.state,
		says: (id) => find(id)?.says ?? "",
	}
}

/** What `snug doctor` says, by name. */
const runDoctor = async (settings: Environment): Promise<Told> => {
	const { code, stdout, stderr } = await runSnug(settings, ["doctor", "--json"])
	expect(stderr).toBe("")
	return readable(code, JSON.parse(stdout))
}

/** The same without a process of its own, which costs seconds. */
const ask = async (settings: Environment): Promise<Told> => {
	const config = readConfig(settings)
	const network = openNetwork(config)
	const checks = await examine(config, realPorts(network.fetch), process.versions.node).finally(network.close)
	const failed = checks.some(({ state }) => state === "fail")
	return readable(
		failed ? 3 : 0,
		checks.map(({ name, ...rest }) => ({ id: name, ...rest })),
	)
}

const onDatabase = async (url: string, statement: string): Promise<void> => {
	const connection = connect(url, { size: 1 })
	await connection.db.execute(sql.raw(statement))
	await connection.close()
}

describe("snug doctor", () => {
	let home: Snug
	let folder: string
	let proxy: FrontServer
	let settings: Environment

	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), "snug-doctor-"))
		const [port, front] = [await freePort(), await freePort()]
		const given = {
			PORT: String(port),
			WEB_ORIGIN: `http://localhost:${front}`,
			ALLOW_PRIVATE_ADDRESS: "true",
			DATA_DIR: folder,
			TRUSTED_PROXIES: "127.0.0.1,::1",
		}
		proxy = await startProxy(front, port)
		home = await startSnug(given)
		settings = {
			...given,
			DATABASE_URL: home.databaseUrl,
			SECRET_KEY: "a secret of the tests, long enough to be taken",
		}
		await withOwner(home, "tea")
	})
	afterAll(async () => {
		await home?.close()
		await proxy?.close()
		await rm(folder, { recursive: true, force: true })
	})

	it("finds nothing to mend at a server that others reach through a proxy", async () => {
		proxy.manners = {}
		const told = await runDoctor(settings)
		for (const id of [
			"database",
			"migrations",
			"clock",
			"secret",
			"running",
			"name",
			"reached",
			"self",
			"proxy",
			"webfinger",
			"actor",
			"page",
			"nodeinfo",
			"signature",
			"work",
			"aside",
			"hosts",
		])
			expect(told.state(id), `${id}: ${told.says(id)}`).toBe("ok")
		expect(told.code).toBe(0)
	})

	it("sees what a proxy does wrong", async () => {
		proxy.manners = { headers: (headers) => ({ ...headers, accept: "*/*" }) }
		const deaf = await ask(settings)
		expect([deaf.code, deaf.state("page"), deaf.state("self")]).toEqual([3, "fail", "ok"])

		proxy.manners = { path: (path) => path.split("?")[0]! }
		expect((await ask(settings)).state("webfinger")).toBe("fail")

		proxy.manners = { headers: (headers) => headers }
		expect((await ask(settings)).state("proxy")).toBe("fail")
	})

	it("sees a cache that takes pages and actors for the same", async () => {
		let kept: string | null = null
		const forgetful = (path: string, accept: string) => {
			if (!path.startsWith("/@tea")) return null
			if (accept.includes("text/html")) kept = "<html>a page</html>"
			return kept ? { status: 200, headers: { "content-type": "text/html" }, body: kept } : null
		}
		proxy.manners = { answer: forgetful }
		const told = await ask(settings)
		expect([told.code, told.state("page"), told.state("actor")]).toEqual([3, "fail", "ok"])
		expect(told.says("page")).toContain("not an actor")
	})

	it("sees that the name leads to somebody else, elsewhere or nowhere", async () => {
		const answering = (body: string, status = 200, headers = {}) => ({
			answer: (path: string) => ({ status, headers, body: path === "/livez" ? "ok" : body }),
		})
		proxy.manners = answering(JSON.stringify({ answer: "A".repeat(43), forwarded: null, trusted: false }))
		const other = await ask(settings)
		expect([other.code, other.state("self")]).toEqual([3, "fail"])
		expect(other.says("self")).toContain("Another Snug")
		expect(other.state("webfinger")).toBeUndefined()

		proxy.manners = answering("Welcome to nginx!")
		expect((await ask(settings)).says("self")).toContain("does not answer our question")

		proxy.manners = answering("", 301, { location: "http://www.localhost/" })
		expect((await ask(settings)).says("reached")).toContain("http://www.localhost/")

		proxy.manners = { answer: () => ({ status: 502, headers: {}, body: "" }) }
		expect((await ask(settings)).says("reached")).toContain("502")
		proxy.manners = {}
	})

	it("tells a copy of the database from the server's own", async () => {
		const there = await fetch(
			`${home.origin.replace(/:\d+$/, `:${settings.PORT}`)}/.well-known/snug-challenge/${"x".repeat(43)}`,
		)
		const again = await fetch(`${settings.WEB_ORIGIN}/.well-known/snug-challenge/${"y".repeat(43)}`)
		const [one, other] = [await there.json(), await again.json()] as { answer: string }[]
		expect(one!.answer).not.toBe(other!.answer)
		expect(there.headers.get("cache-control")).toBe("no-store")
		expect((await fetch(`${settings.WEB_ORIGIN}/.well-known/snug-challenge/short`)).status).toBe(404)
	})

	it("looks at a server that is stopped, and says so", async () => {
		await home.kill()
		await onDatabase(
			home.databaseUrl,
			`insert into inbox (actor_uri, signer_uri, type, received_at, due_at)
			values ('https://a.example/x', 'https://a.example/x', 'Like', now() - interval '2 hours', now() - interval '2 hours')`,
		)
		const told = await ask(settings)
		expect([told.code, told.state("running"), told.state("reached"), told.state("work")]).toEqual([
			0,
			"warn",
			undefined,
			"warn",
		])
		expect(told.says("work")).toContain("2 hours")
		await onDatabase(home.databaseUrl, "delete from inbox")
	})

	it("knows a wrong secret, a wrong name and a database that is not up to date, and betrays nothing", async () => {
		const wrong = await runDoctor({ ...settings, SECRET_KEY: "another secret of the tests, as long as that" })
		expect([wrong.code, wrong.state("secret")]).toEqual([3, "fail"])
		expect(wrong.text).not.toContain("another secret")

		const renamed = await ask({ ...settings, WEB_ORIGIN: "http://localhost:1" })
		expect([renamed.code, renamed.state("origin")]).toEqual([3, "fail"])

		await onDatabase(
			home.databaseUrl,
			"delete from drizzle.__drizzle_migrations where created_at = (select max(created_at) from drizzle.__drizzle_migrations)",
		)
		const old = await ask(settings)
		expect([old.code, old.state("migrations"), old.state("origin")]).toEqual([3, "fail", undefined])
		expect((await ask(settings)).state("migrations"), "looking changes nothing").toBe("fail")
	})

	it("says what is wrong when the database is not there", async () => {
		const told = await ask({ ...settings, DATABASE_URL: "postgres://snug:a-password@127.0.0.1:1/snug" })
		expect([told.code, told.state("database")]).toEqual([3, "fail"])
		expect(told.says("database")).toContain("127.0.0.1:1")
		expect(told.text).not.toContain("a-password")
	})
})

describe("snug doctor, where Snug keeps its own database", () => {
	let folder: string
	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), "snug-doctor-"))
		await chmod(folder, 0o711)
	})
	afterAll(() => rm(folder, { recursive: true, force: true }))

	it("looks before the first start, while it runs, and after, and makes nothing", async () => {
		const settings = { DATA_DIR: join(folder, "data"), PORT: String(await freePort()) }
		const before = await ask(settings)
		expect([before.code, before.state("folder"), before.state("database")]).toEqual([3, "fail", "fail"])

		const started = await launch(settings)
		const meanwhile = await ask(settings)
		expect([
			meanwhile.code,
			meanwhile.state("holder"),
			meanwhile.state("self"),
			meanwhile.state("folder"),
		]).toEqual([0, "ok", "ok", "ok"])
		expect(meanwhile.says("holder")).toContain(String(started.process.pid))
		await started.kill()

		const made = await verbsFor(settings).run(["backup", "create", "--json"])
		expect(made.code).toBe(0)
		await chmod(join(settings.DATA_DIR, "secret-key"), 0o644)
		const after = await ask(settings)
		expect([after.code, after.state("folder"), after.state("running"), after.state("backup")]).toEqual([
			3,
			"fail",
			"warn",
			"ok",
		])
		expect(after.says("folder")).toContain("secret-key")
	})
})
